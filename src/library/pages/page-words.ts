import { joinCatalogues, type Translator, translator } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type ShellKey, shellWords } from '../../platform/pages/words/index.ts';
import type { AddedLanguage } from '../contract.ts';
import { type LibraryKey, libraryWords } from '../words/index.ts';

const catalogues = joinCatalogues(libraryWords, shellWords);

/** What a page of the library is set in: where an added language brings its own words, they stand for those of the setting. */
export type LibrarySetting = PublicSetting & {
  /** The language that the community added and whose pages these are; the words around its texts are those of the setting. */
  added?: AddedLanguage | undefined;
  spoken?: { code: string; direction: 'ltr' | 'rtl'; words: Readonly<Record<string, string>> } | undefined;
};

/** The language that stands in a page's address: an added one, or that of the setting. */
export const codeOf = ({ added, language }: Pick<LibrarySetting, 'added' | 'language'>): string =>
  added?.code ?? language;

export type PageWords = Translator<LibraryKey | ShellKey>;

/** The words of the library's pages in the reader's language and on the community's clocks. */
export const wordsFor = ({
  language,
  timeZone,
  spoken,
}: Pick<LibrarySetting, 'language' | 'timeZone' | 'spoken'>): PageWords =>
  translator(
    spoken ? { ...catalogues, [language]: { ...catalogues[language], ...spoken.words } } : catalogues,
    language,
    timeZone,
  );

const longDates = new Map<string, Intl.DateTimeFormat>();

const longDateIn = (language: string): Intl.DateTimeFormat => {
  const known = longDates.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  longDates.set(language, made);
  return made;
};

/** 23 November 2026: a day without a time is the same everywhere. */
export const dayIn = (words: PageWords, day: string): string =>
  longDateIn(words.language === 'en' ? 'en-GB' : words.language).format(new Date(`${day}T00:00:00Z`));
