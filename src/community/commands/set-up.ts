import { createHash, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { deriveKey } from '../../platform/vault/index.ts';
import type { setUpAnswer, setUpInput } from '../contract.ts';
import { allCommunities } from '../queries/communities.ts';
import { type JoiningPerson, newPerson } from './add-person.ts';
import { foundCommunity } from './found-community.ts';
import { isKnownAddress, recognise } from './sign-in.ts';

/** The first officer of a small place does everything until others are invited; custodian and overseer stay apart from the start. */
const firstOfficerRoles = ['coordinator', 'duty-officer', 'custodian', 'administrator', 'team-member'] as const;
const lifetimeDays = 7;

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

/** The one-time set-up secret of this installation, the same until its first community exists. */
export const setUpSecret = (ground: Pick<Ground, 'keyStore'>): string =>
  ground.keyStore.installationSecret('set-up').toString('base64url');

/** A secret that sets up the next community, once and within seven days; whoever has it needs no account here. */
export async function nextSetUp(
  ground: Pick<Ground, 'database' | 'keyStore' | 'clock'>,
): Promise<{ secret: string; expiresAt: Date }> {
  const number = (await ground.database.withoutCommunity(allCommunities)).length + 1;
  const expiresAt = new Date(ground.clock.now().getTime() + lifetimeDays * 86_400_000);
  return { secret: number === 1 ? setUpSecret(ground) : secretOf(ground, number, expiresAt.getTime()), expiresAt };
}

/** Nothing is stored: the secret itself says until when and for which community it counts, and only the key store can make it. */
function secretOf(ground: Pick<Ground, 'keyStore'>, number: number, expiresAt: number): string {
  const key = deriveKey(ground.keyStore.installationSecret('set-up'), 'community', number, expiresAt);
  return `${expiresAt.toString(36)}.${key.toString('base64url')}`;
}

/** The number of the community that a secret sets up, or null for one that we did not make or that ran out. */
function numberOf(ground: Ground, secret: string, communities: number): number | null {
  if (isSame(secret, setUpSecret(ground))) return 1;
  const expiresAt = Number.parseInt(secret.split('.')[0] ?? '', 36);
  if (!(expiresAt > ground.clock.now().getTime())) return null;
  const numbers = Array.from({ length: communities }, (_, at) => at + 2);
  return numbers.find((number) => isSame(secret, secretOf(ground, number, expiresAt))) ?? null;
}

/** Founds the community that the secret was made for, once; a wrong secret looks like nothing at all. */
export async function setUp(ground: Ground, input: z.infer<typeof setUpInput>): Promise<z.infer<typeof setUpAnswer>> {
  const there = (await ground.database.withoutCommunity(allCommunities)).length;
  const number = numberOf(ground, input.secret, there);
  if (number === null) throw notFound();
  if (number <= there) throw conflict('already-set-up');
  const officer = await officerOf(ground, input.officer);
  const { recoveryKit, recoveryCodes } = await foundCommunity(ground, input.community, [officer], number);
  return { recoveryKit, recoveryCodes: recoveryCodes.flat() };
}

/** A new account, or the one that this address has here, shown to be theirs by password and second factor. */
async function officerOf(
  ground: Ground,
  { password, code, ...who }: z.infer<typeof setUpInput>['officer'],
): Promise<JoiningPerson> {
  const part = { roles: firstOfficerRoles, discipline: 'administration', agency: '' };
  const isKnown = await ground.database.withoutCommunity((sql) => isKnownAddress(sql, who.email));
  if (!isKnown) return await newPerson(ground, { ...who, ...part }, password);
  const { personId, keyPair } = await recognise(ground, { email: who.email, password, code });
  return { ...who, ...part, id: personId, keyPair, passwordLockedKey: null };
}
