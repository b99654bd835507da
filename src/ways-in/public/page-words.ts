import { joinCatalogues, type Translator, translator } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type ShellKey, shellWords } from '../../platform/pages/words/index.ts';
import { type HelpKey, helpWords } from '../words/index.ts';

const catalogues = joinCatalogues(helpWords, shellWords);

export type HelpWords = Translator<HelpKey | ShellKey>;

/** The words of these pages in the reader's language and on the community's clocks. */
export const wordsFor = (setting: PublicSetting): HelpWords =>
  translator(catalogues, setting.language, setting.timeZone);

/** The first number to dial, as a sentence names it. */
export const firstNumber = (setting: PublicSetting): string => setting.emergencyNumbers[0]?.number ?? '112';
