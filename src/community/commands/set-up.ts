import { createHash, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import type { setUpAnswer, setUpInput } from '../contract.ts';
import { findFirstCommunity } from '../queries/communities.ts';
import { newPerson } from './add-person.ts';
import { foundCommunity } from './found-community.ts';
import { giveRecoveryCodes } from './invitations.ts';

/** The first officer of a small place does everything until others are invited; custodian and overseer stay apart from the start. */
const firstOfficerRoles = ['coordinator', 'duty-officer', 'custodian', 'administrator', 'team-member'] as const;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The one-time set-up secret of this installation, the same until the community exists. */
export const setUpSecret = (ground: Ground): string =>
  ground.keyStore.installationSecret('set-up').toString('base64url');

/** Founds the community of an empty installation, once; a wrong secret and a finished set-up look like nothing at all. */
export async function setUp(ground: Ground, input: z.infer<typeof setUpInput>): Promise<z.infer<typeof setUpAnswer>> {
  if (!timingSafeEqual(digest(input.secret), digest(setUpSecret(ground)))) throw notFound();
  if (await ground.database.withoutCommunity(findFirstCommunity)) throw conflict('already-set-up');
  const { password, ...who } = input.officer;
  const officer = await newPerson(ground, { ...who, roles: firstOfficerRoles, discipline: 'administration' }, password);
  const { recoveryKit } = await foundCommunity(ground, input.community, [officer]);
  const codes = await ground.database.withoutCommunity((sql) =>
    giveRecoveryCodes(sql, ground, officer.id, officer.keyPair.privateKey),
  );
  return { recoveryKit, recoveryCodes: codes };
}
