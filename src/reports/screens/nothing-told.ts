import type { ConcernInput } from '../contract.ts';

/** All that can be told of a concern but the danger now and the language. */
export type Told = Required<Omit<ConcernInput, 'dangerNow' | 'language'>>;

/** A concern of which nothing has been told yet: how every form for one begins. */
export const nothingTold: Told = {
  what: '',
  imminence: [],
  when: '',
  whereKind: 'unknown',
  where: '',
  aboutWhom: '',
  howKnown: [],
  whoElseKnows: '',
  signs: [],
  targetOrTimeNamed: false,
  about: 'somebody-else',
  selfHarm: false,
  staffName: '',
  earlierReport: '',
};
