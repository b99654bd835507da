import type { LegalProfileId } from '../contract/legal.ts';
import type { Profile } from './profile.ts';
import { elsewhere } from './profiles/elsewhere.ts';
import { europeanUnion } from './profiles/european.ts';
import { france } from './profiles/france.ts';
import { spain } from './profiles/spain.ts';
import { unitedKingdom } from './profiles/united-kingdom.ts';
import { usSchool } from './profiles/us-school.ts';

/** Every profile by its name; each file is one family of law. */
export const profiles: Record<LegalProfileId, Profile> = {
  'us-school': usSchool,
  spain,
  france,
  'european-union': europeanUnion,
  'united-kingdom': unitedKingdom,
  elsewhere,
};

/** Everything of a profile that counsel can confirm, by the name under which it is signed. */
export const confirmable = (profile: Profile): string[] => [
  ...Object.keys(profile.retention).map((rule) => `retention-${rule}`),
  ...profile.bases.map(({ id }) => id),
  'answering',
  ...(profile.consent ? ['consent'] : []),
];
