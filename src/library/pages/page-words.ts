import { joinCatalogues, type Translator, translator } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type ShellKey, shellWords } from '../../platform/pages/words/index.ts';
import { type LibraryKey, libraryWords } from '../words/index.ts';

const catalogues = joinCatalogues(libraryWords, shellWords);

/** What a page of the library is set in: where an added language brings its own words, they stand for those of the setting. */
export type LibrarySetting = PublicSetting & {
  spoken?: { code: string; direction: 'ltr' | 'rtl'; words: Readonly<Record<string, string>> } | undefined;
};

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

/** 23 November 2026: a day without a time is the same everywhere. */
export const dayIn = (words: PageWords, day: string): string =>
  new Intl.DateTimeFormat(words.language === 'en' ? 'en-GB' : words.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
