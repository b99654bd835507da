import {
  type ActiveMembership,
  activeMemberships,
  beginSession,
  csrfTokenOf,
  type Factor,
  openTotp,
  type SessionToken,
  totpStep,
} from '../../platform/auth/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import {
  type KeyPair,
  receiptGate,
  recoveryCodeHash,
  spendPasswordTime,
  unlockPrivateKeyWithPassword,
} from '../../platform/vault/index.ts';

export type SignedIn = {
  token: SessionToken;
  csrfToken: string;
  personId: string;
  communityId: string;
  keyPair: KeyPair;
  factor: Factor;
  roles: string[];
  memberships: ActiveMembership[];
};
/** Whose credentials these are, with the private key unlocked. */
type Recognised = { personId: string; keyPair: KeyPair; factor: Factor };
type Credentials = { email: string; password: string; code?: string | undefined };

/** Two password hashes at a time: a flood of sign-ins waits in line and cannot take the machine from the reporters. */
const gate = receiptGate({ atOnce: 2, queue: 40 });

const wrong = () => new Refused({ kind: 'not-signed-in', because: 'wrong' });

/** Signs a person in by password and second factor, to `community` where they belong to it. */
export async function signIn(ground: Ground, given: Credentials, community: string): Promise<SignedIn> {
  const { personId, keyPair, factor } = await recognise(ground, given);
  return await ground.database.withoutCommunity((sql) => enter(sql, ground, personId, keyPair, factor, community));
}

/** True if somebody in this installation signs in with the address. */
export const isKnownAddress = async (sql: Sql, email: string): Promise<boolean> =>
  (await findByEmail(sql, email)) !== undefined;

/** Whose password and second factor these are, or refused; a wrong address and a wrong password cost and say the same. */
export async function recognise(ground: Ground, given: Credentials): Promise<Recognised> {
  const unlocked = await gate.run(() => findAndUnlock(ground, given));
  if (unlocked === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 5 });
  const { person, keyPair } = unlocked;
  if (!person || !keyPair || person.state !== 'active') throw wrong();
  const factor = await ground.database.withoutCommunity((sql) => secondFactor(sql, ground, person, given.code));
  return { personId: person.id, keyPair, factor };
}

const findByEmail = (sql: Sql, email: string) =>
  sql
    .selectFrom('people')
    .select(['id', 'state', 'passwordLockedKey', 'totpSealed'])
    .where((is) => is(is.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();

async function findAndUnlock(ground: Ground, { email, password }: Credentials) {
  const person = await ground.database.withoutCommunity((sql) => findByEmail(sql, email));
  return { person, keyPair: await unlock(person?.passwordLockedKey ?? null, password) };
}

async function unlock(locked: Buffer | null, password: string): Promise<KeyPair | null> {
  if (locked) return await unlockPrivateKeyWithPassword(locked, password);
  await spendPasswordTime(password);
  return null;
}

type Known = { id: string; totpSealed: Buffer | null };

/** Whoever has a second factor shows it, or a recovery code: the password alone would let a thief add a factor of their own. */
async function secondFactor(sql: Sql, ground: Ground, person: Known, code: string | undefined): Promise<Factor> {
  if (!person.totpSealed && !(await hasPasskey(sql, person.id))) return 'password';
  if (!code) throw new Refused({ kind: 'not-signed-in', because: 'code-needed' });
  const key = ground.keyStore.installationSecret('totp');
  const step = person.totpSealed && totpStep(openTotp(key, person.id, person.totpSealed), code, ground.clock);
  if (step !== null && (await spendStep(sql, person.id, step))) return 'totp';
  if (await spendRecoveryCode(sql, ground, person.id, code)) return 'recovery-code';
  throw wrong();
}

const hasPasskey = async (sql: Sql, personId: string): Promise<boolean> =>
  (await sql.selectFrom('passkeys').select('id').where('personId', '=', personId).limit(1).executeTakeFirst()) !==
  undefined;

/** A code of the authenticator works once: a later sign-in needs a later half minute. */
async function spendStep(sql: Sql, personId: string, step: number): Promise<boolean> {
  const result = await sql
    .updateTable('people')
    .set({ totpLastStep: step })
    .where('id', '=', personId)
    .where((is) => is.or([is('totpLastStep', 'is', null), is('totpLastStep', '<', String(step))]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A recovery code works once: the row that it marks is the proof. */
async function spendRecoveryCode(sql: Sql, ground: Ground, personId: string, code: string): Promise<boolean> {
  const result = await sql
    .updateTable('recoveryCodes')
    .set({ usedAt: ground.clock.now() })
    .where('personId', '=', personId)
    .where('codeHash', '=', recoveryCodeHash(code, ground.keyStore))
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Begins the session in this community of the person's, or in their first; somebody who belongs to none, or is suspended, is simply wrong. */
export async function enter(
  sql: Sql,
  ground: Ground,
  personId: string,
  keyPair: KeyPair,
  factor: Factor,
  community: string,
): Promise<SignedIn> {
  const memberships = await activeMemberships(sql, personId, ground.clock.now());
  const membership = memberships.find((each) => each.communityId === community) ?? memberships[0];
  if (!membership) throw wrong();
  const { communityId, roles } = membership;
  const token = await beginSession(sql, ground, { personId, communityId, keyPair, factor });
  return { token, csrfToken: csrfTokenOf(token), personId, communityId, keyPair, factor, roles, memberships };
}
