import { isLanguage, type Language } from '../../platform/i18n/index.ts';
import type { TextPreview, WrittenText } from '../contract.ts';
import { citing } from '../pages/citing.ts';
import { wordsFor } from '../pages/page-words.ts';
import { drawText } from '../reading/draw-text.ts';
import type { Library } from '../reading/library.ts';
import { checkWritten, markdownOf, type TextPlace } from './written-text.ts';

/** The text as its page would draw it, by the same checks and the same drawing, and what is wrong with it. Nothing is kept. */
export function previewText(library: Library, place: TextPlace, fields: WrittenText, today: string): TextPreview {
  const { article, faults } = checkWritten(library, place, markdownOf(place, fields, today));
  if (!article) return { faults, tree: null, sources: [] };
  const words = wordsFor({ language: speaking(library, place), timeZone: 'UTC' });
  const cited = citing(library, words, [article.body], article.sources);
  return {
    faults,
    tree: drawText(article.body, cited),
    sources: cited.sources.map(({ id, title, publisher }) => ({ id, title, publisher })),
  };
}

const speaking = ({ added }: Library, { language }: TextPlace): Language =>
  isLanguage(language) ? language : (added.find(({ code }) => code === language)?.fallsBackTo ?? 'en');
