import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import type { chooseProfileInput, LegalProfileId, signOffInput } from '../contract/legal.ts';
import { saveVersion } from '../settings/save-version.ts';
import { confirmable, profiles } from './profiles.ts';

/** Puts the community under another family of law, on top of the choice that was on the screen; its periods hold from then on. */
export const chooseProfile = (tx: Tx<PersonActor>, ground: Ground, input: z.infer<typeof chooseProfileInput>) =>
  saveVersion(tx, ground, 'legal', input.version, { value: JSON.stringify({ profile: input.profile }) });

/** Keeps the choice that was made when the community was founded. */
export const keepFirstProfile = (tx: Tx, ground: Ground, profile: LegalProfileId, changedBy: string) =>
  tx.sql
    .insertInto('communitySettings')
    .values({
      communityId: tx.actor.communityId,
      subject: 'legal',
      version: 1,
      value: JSON.stringify({ profile }),
      changedBy,
      changedAt: ground.clock.now(),
    })
    .execute();

/** Records what counsel signed, by whom and when; only for the edition that was read, and only for what stands in it. */
export async function recordSignOff(
  tx: Tx<PersonActor>,
  ground: Ground,
  input: z.infer<typeof signOffInput>,
): Promise<void> {
  const profile = profiles[input.profile];
  if (profile.edition !== input.edition) throw conflict('changed-since-you-opened-it');
  const known = new Set(confirmable(profile));
  if (!input.confirmed.every((part) => known.has(part))) throw invalid({ confirmed: 'not-possible' });
  const now = ground.clock.now();
  if (new Date(input.signedOn) > now) throw invalid({ signedOn: 'in-the-future' });
  await tx.sql
    .insertInto('legalSignOffs')
    .values({
      communityId: tx.actor.communityId,
      id: newId(ground.clock, ground.chance),
      ...input,
      recordedBy: tx.actor.personId,
      recordedAt: now,
    })
    .execute();
}
