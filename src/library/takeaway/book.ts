import type { Root } from 'hast';
import type { Source } from '../contract.ts';
import { citing } from '../pages/citing.ts';
import { codeOf, type LibrarySetting, wordsFor as pageWordsFor } from '../pages/page-words.ts';
import type { Article } from '../reading/article.ts';
import { drawText } from '../reading/draw-text.ts';
import { articleOf, articlesIn, type Library } from '../reading/library.ts';

export interface Chapter {
  article: Article;
  tree: Root;
  sources: readonly Source[];
}

export interface Bound {
  library: Library;
  setting: LibrarySetting;
  /** The address that people reach, without a slash at its end. */
  publicUrl: string;
}

/** The articles that a book holds, in the order of the chain. */
export const articlesOf = ({ library, setting }: Bound): readonly Article[] => articlesIn(library, codeOf(setting));

export const reportAddress = ({ publicUrl, setting }: Pick<Bound, 'publicUrl' | 'setting'>): string =>
  `${publicUrl}${setting.base ?? ''}/${setting.language}/report`;

/** The day (ISO 8601) on which a text of this language last changed: what a book says of its own age. */
export const lastChange = (bound: Bound): string =>
  articlesOf(bound)
    .map(({ updated }) => updated)
    .toSorted()
    .at(-1) ?? '2026-01-01';

/** Draws one article for a book, its links to other articles leading to where `place` puts them. */
export const chapterOf = (bound: Bound, article: Article, place: (article: Article) => string): Chapter => {
  const { library, setting } = bound;
  const cited = citing(library, pageWordsFor(setting), [article.body], article.sources, article.language);
  const resolve = (target: string): string | null => {
    if (target === 'report:') return reportAddress(bound);
    if (!target.startsWith('library:')) return cited.resolve(target);
    const found = articleOf(library, article.language, target.slice('library:'.length));
    return found ? place(found) : null;
  };
  return { article, tree: drawText(article.body, { ...cited, resolve }), sources: cited.sources };
};

/** A source in one line of a book. */
export const sourceText = ({ title, publisher, year }: Source): string =>
  [`${title}.`, [publisher, year].filter(Boolean).join(', ')].join(' ');

/** Lets others be served between two chapters: drawing a book takes seconds. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
