import type { Concern } from '../../console/api/reports.ts';
import { useWords } from '../../console/kit/speech.tsx';
import { reportsWords } from '../words/index.ts';
import { deskWords } from './words/index.ts';

type Sign = Concern['signs'][number];
type Flag = Concern['imminence'][number];
type TrainedSign = Extract<Sign, `W${string}`>;

const isTrained = (sign: Sign): sign is TrainedSign => sign.startsWith('W');

/** Signs and flags in the words in which the public is asked about them; staff alone have words for the W codes. */
export const useSignWords = () => {
  const desk = useWords(deskWords);
  const asked = useWords(reportsWords);
  return {
    sign: (sign: Sign): string =>
      isTrained(sign) ? desk.t(`sign.${sign}`) : asked.t(`reports.sign.${sign as Exclude<Sign, TrainedSign>}`),
    flag: (flag: Flag): string => asked.t(`reports.imminence.${flag}`),
  };
};
