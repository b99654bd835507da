import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PersonActor } from '../../platform/actor.ts';
import { raiseSession, type SessionToken } from '../../platform/auth/index.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import { invalid, Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { deriveKey, lockPrivateKeyWith, unlockPrivateKeyWith } from '../../platform/vault/index.ts';
import { enter, type SignedIn } from './sign-in.ts';

const challengeMinutes = 5;
const wrong = () => new Refused({ kind: 'not-signed-in', because: 'wrong' });

/** Passkeys belong to a host name; an address of digits has none, which the start-up lines say. */
const site = (ground: Ground) => ({ rpID: new URL(ground.publicUrl).hostname, origin: ground.publicUrl });
/** The same input for every sign-in, so that a passkey's PRF secret is the same each time. */
const prfInput = (ground: Ground): string =>
  deriveKey(ground.keyStore.installationSecret('passkey prf'), 'input').toString('base64url');

async function keepChallenge(
  sql: Sql,
  ground: Ground,
  purpose: 'passkey-sign-in' | 'passkey-registration',
  challenge: string,
  personId: string | null,
) {
  const id = newId(ground.clock, ground.chance);
  const expiresAt = new Date(ground.clock.now().getTime() + challengeMinutes * 60_000);
  await sql.insertInto('signInChallenges').values({ id, purpose, challenge, personId, expiresAt }).execute();
  return id;
}

/** A challenge works once: taking it deletes it. */
async function takeChallenge(sql: Sql, ground: Ground, id: string, purpose: string): Promise<string> {
  const row = await sql
    .deleteFrom('signInChallenges')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .returning(['challenge', 'expiresAt'])
    .executeTakeFirst();
  if (!row || row.expiresAt < ground.clock.now()) throw wrong();
  return row.challenge;
}

/** Options for a new passkey, with the PRF extension that will unlock the private key. */
export async function beginPasskey(tx: Tx<PersonActor>, ground: Ground) {
  const { personId } = tx.actor;
  const person = await tx.sql
    .selectFrom('people')
    .select(['email', 'name'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const known = await tx.sql.selectFrom('passkeys').select('id').where('personId', '=', personId).execute();
  const options = await generateRegistrationOptions({
    rpName: 'Forestall',
    rpID: site(ground).rpID,
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(personId),
    excludeCredentials: known.map((each) => ({ id: each.id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const id = await keepChallenge(tx.sql, ground, 'passkey-registration', options.challenge, personId);
  return {
    id,
    options: { ...options, extensions: { ...options.extensions, prf: { eval: { first: prfInput(ground) } } } },
  };
}

/** Keeps a passkey whose PRF secret locks the private key; one without PRF could sign in but open nothing, so it is refused. */
export async function addPasskey(
  tx: Tx<PersonActor>,
  ground: Ground,
  token: SessionToken,
  input: { id: string; response: RegistrationResponseJSON; name: string; prfSecret: string },
) {
  const expectedChallenge = await takeChallenge(tx.sql, ground, input.id, 'passkey-registration');
  const { origin, rpID } = site(ground);
  const result = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
  }).catch(() => null);
  if (!result?.verified) throw invalid({ response: 'passkey-not-verified' });
  const secret = Buffer.from(input.prfSecret, 'base64url');
  if (secret.length !== 32) throw invalid({ prfSecret: 'passkey-cannot-unlock' });
  const { credential } = result.registrationInfo;
  await tx.sql
    .insertInto('passkeys')
    .values({
      id: credential.id,
      personId: tx.actor.personId,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      prfLockedKey: lockPrivateKeyWith(secret, tx.actor.keyPair.privateKey),
      name: input.name,
      createdAt: ground.clock.now(),
    })
    .execute();
  await raiseSession(tx.sql, token, 'passkey');
}

export async function beginPasskeySignIn(ground: Ground) {
  const options = await generateAuthenticationOptions({ rpID: site(ground).rpID, userVerification: 'required' });
  const id = await ground.database.withoutCommunity((sql) =>
    keepChallenge(sql, ground, 'passkey-sign-in', options.challenge, null),
  );
  return { id, options: { ...options, extensions: { prf: { eval: { first: prfInput(ground) } } } } };
}

/** Signs in by passkey: the signature shows who, the PRF secret unlocks the key. */
export async function signInByPasskey(
  ground: Ground,
  input: { id: string; response: AuthenticationResponseJSON; prfSecret: string },
  community: string,
): Promise<SignedIn> {
  return await ground.database.withoutCommunity(async (sql) => {
    const expectedChallenge = await takeChallenge(sql, ground, input.id, 'passkey-sign-in');
    const passkey = await sql.selectFrom('passkeys').selectAll().where('id', '=', input.response.id).executeTakeFirst();
    if (!passkey?.prfLockedKey) throw wrong();
    const { origin, rpID } = site(ground);
    const result = await verifyAuthenticationResponse({
      response: input.response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
    }).catch(() => null);
    const keyPair = unlockPrivateKeyWith(Buffer.from(input.prfSecret, 'base64url'), passkey.prfLockedKey);
    if (!result?.verified || !keyPair) throw wrong();
    await sql
      .updateTable('passkeys')
      .set({ counter: result.authenticationInfo.newCounter })
      .where('id', '=', passkey.id)
      .execute();
    return await enter(sql, ground, passkey.personId, keyPair, 'passkey', community);
  });
}

/** Forgets challenges that nobody answered in time. */
export async function forgetChallenges(tx: Tx, ground: Ground): Promise<number> {
  await tx.sql.deleteFrom('signInChallenges').where('expiresAt', '<', ground.clock.now()).execute();
  return 0;
}
