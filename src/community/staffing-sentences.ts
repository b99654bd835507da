import { type Language, translator } from '../platform/i18n/index.ts';
import type { StaffedPromise } from './staffing.ts';
import { staffingWords } from './words/staffing/index.ts';

/** Says in this language what the staffing of a community cannot keep. */
export const staffingSentences = (language: Language): ((promise: StaffedPromise) => string) => {
  const { t } = translator(staffingWords, language, 'UTC');
  return (promise) => t(`staffing.${promise}`);
};
