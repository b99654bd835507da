import { joinCatalogues, type Translator, translator } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type ShellKey, shellWords } from '../../platform/pages/words/index.ts';
import { type LibraryKey, libraryWords } from '../words/index.ts';
import { type TakeawayKey, takeawayWords } from './words/index.ts';

const catalogues = joinCatalogues(joinCatalogues(takeawayWords, libraryWords), shellWords);

export type TakeawayWords = Translator<TakeawayKey | LibraryKey | ShellKey>;

/** The words of what people take with them, in the reader's language. */
export const wordsFor = (setting: Pick<PublicSetting, 'language' | 'timeZone'>): TakeawayWords =>
  translator(catalogues, setting.language, setting.timeZone);
