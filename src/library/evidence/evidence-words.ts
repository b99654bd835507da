import { joinCatalogues, type Translator, translator } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type ShellKey, shellWords } from '../../platform/pages/words/index.ts';
import { type LibraryKey, libraryWords } from '../words/index.ts';
import { type EvidenceKey, evidenceWords } from './words/index.ts';

const catalogues = joinCatalogues(joinCatalogues(evidenceWords, libraryWords), shellWords);

export type EvidenceWords = Translator<EvidenceKey | LibraryKey | ShellKey>;

/** The words of the figures in the reader's language. */
export const wordsFor = (setting: Pick<PublicSetting, 'language' | 'timeZone'>): EvidenceWords =>
  translator(catalogues, setting.language, setting.timeZone);
