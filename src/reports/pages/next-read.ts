import type { PublicSetting } from '../../platform/pages/setting.ts';
import { firstNumber, type PageWords } from './page-words.ts';

/** Says by the rota when somebody will have read at the latest; never more than the rota knows. */
export const nextReadText = (
  key: 'reports.next.known' | 'reports.receipt.read',
  nextRead: string | null,
  setting: PublicSetting,
  words: PageWords,
): string =>
  nextRead === null
    ? words.t('reports.next.unknown', { number: firstNumber(setting) })
    : words.t(key, { when: words.formatDateTime(nextRead) });
