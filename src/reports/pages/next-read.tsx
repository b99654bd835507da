import type { PublicSetting } from '../../platform/pages/setting.ts';
import { firstNumber, type PageWords } from './page-words.ts';

interface NextReadProps {
  setting: PublicSetting;
  nextRead: string | null;
  now: Date;
  words: PageWords;
}

/** Says by the rota when somebody next reads; never more than the rota knows. */
export const NextRead = ({ setting, nextRead, now, words }: NextReadProps) => {
  if (nextRead === null) return words.t('reports.next.unknown', { number: firstNumber(setting) });
  if (new Date(nextRead) <= now) return words.t('reports.next.now');
  return words.t('reports.next.known', { when: words.formatDateTime(nextRead) });
};
