import type { PersonActor } from '../../platform/actor.ts';
import { endSessionsOf, type SessionToken } from '../../platform/auth/index.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import { conflict, invalid, Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { lockPrivateKeyWithPassword, receiptGate, unlockPrivateKeyWithPassword } from '../../platform/vault/index.ts';

/** As many slow hashes at a time as a sign-in may make: a flood of attempts waits and cannot take the machine from reporters. */
const gate = receiptGate({ atOnce: 2, queue: 40 });

/** Does slow work of passwords in its turn, or says that too much waits already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = await gate.run(work);
  if (done === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 5 });
  return done;
}

/** Locks a private key under a new password, slow on purpose. */
export const lockAnew = (privateKey: Buffer, password: string): Promise<Buffer> =>
  inTurn(() => lockPrivateKeyWithPassword(privateKey, password));

/** Puts the new lock in place of the old; whoever else is signed in as this person is signed out. */
export async function replacePassword(
  sql: Sql,
  personId: string,
  passwordLockedKey: Buffer,
  session?: SessionToken,
): Promise<void> {
  await sql.updateTable('people').set({ passwordLockedKey }).where('id', '=', personId).execute();
  await endSessionsOf(sql, personId, session);
}

/** The new lock, once the present password has been shown. */
export async function prepareNewPassword(
  ground: Ground,
  { personId, keyPair }: PersonActor,
  given: { current: string; password: string },
): Promise<Buffer> {
  const { passwordLockedKey } = await ground.database.withoutCommunity((sql) =>
    sql.selectFrom('people').select('passwordLockedKey').where('id', '=', personId).executeTakeFirstOrThrow(),
  );
  const known =
    passwordLockedKey && (await inTurn(() => unlockPrivateKeyWithPassword(passwordLockedKey, given.current)));
  if (!known) throw invalid({ current: 'not-the-password' });
  return await lockAnew(keyPair.privateKey, given.password);
}

/** Takes a passkey away, unless nothing but the password would be left. */
export async function removePasskey(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<boolean> {
  const removed = await tx.sql
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('personId', '=', tx.actor.personId)
    .executeTakeFirst();
  await keepAFactor(tx, ground);
  return removed.numDeletedRows === 1n;
}

/** Takes the authenticator away, unless nothing but the password would be left. */
export async function removeTotp(tx: Tx<PersonActor>, ground: Ground): Promise<void> {
  await tx.sql
    .updateTable('people')
    .set({ totpSealed: null, totpPending: null })
    .where('id', '=', tx.actor.personId)
    .execute();
  await keepAFactor(tx, ground);
}

async function keepAFactor(tx: Tx<PersonActor>, ground: Ground): Promise<void> {
  if (ground.passwordAloneSuffices) return;
  const { personId } = tx.actor;
  const person = await tx.sql
    .selectFrom('people')
    .leftJoin('passkeys', 'passkeys.personId', 'people.id')
    .select(['people.totpSealed', 'passkeys.id'])
    .where('people.id', '=', personId)
    .executeTakeFirstOrThrow();
  if (person.totpSealed === null && person.id === null) throw conflict('last-factor');
}
