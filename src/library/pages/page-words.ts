import { joinCatalogues, type Translator, translator } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type ShellKey, shellWords } from '../../platform/pages/words/index.ts';
import { type LibraryKey, libraryWords } from '../words/index.ts';

const catalogues = joinCatalogues(libraryWords, shellWords);

export type PageWords = Translator<LibraryKey | ShellKey>;

/** The words of the library's pages in the reader's language and on the community's clocks. */
export const wordsFor = (setting: Pick<PublicSetting, 'language' | 'timeZone'>): PageWords =>
  translator(catalogues, setting.language, setting.timeZone);

/** 23 November 2026: a day without a time is the same everywhere. */
export const dayIn = (words: PageWords, day: string): string =>
  new Intl.DateTimeFormat(words.language === 'en' ? 'en-GB' : words.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
