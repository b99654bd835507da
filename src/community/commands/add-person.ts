import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { type KeyPair, lockPrivateKeyWithPassword, newKeyPair } from '../../platform/vault/index.ts';

export type NewPerson = {
  id: string;
  name: string;
  email: string;
  language: string;
  roles: readonly string[];
  discipline: string;
  agency: string;
  keyPair: KeyPair;
  passwordLockedKey: Buffer;
};

/** Somebody who becomes a member; `passwordLockedKey` is null for whoever has an account here already. */
export type JoiningPerson = Omit<NewPerson, 'passwordLockedKey'> & { passwordLockedKey: Buffer | null };

/** A person with a fresh key pair, locked under the password; slow on purpose (Argon2id), so never inside a transaction. */
export async function newPerson(
  ground: Ground,
  who: { name: string; email: string; language: string; roles: readonly string[]; discipline: string; agency?: string },
  password: string,
): Promise<NewPerson> {
  const keyPair = newKeyPair();
  return {
    id: newId(ground.clock, ground.chance),
    agency: '',
    ...who,
    keyPair,
    passwordLockedKey: await lockPrivateKeyWithPassword(keyPair.privateKey, password),
  };
}

/** Writes the membership, and the person who is new here; a person's key also lies sealed to the community's recovery key. */
export async function addPerson(
  tx: Tx,
  ground: Ground,
  person: JoiningPerson,
  recoverySealedKey: Buffer,
): Promise<void> {
  if (person.passwordLockedKey) await addAccount(tx, ground, person, person.passwordLockedKey);
  await tx.sql
    .insertInto('memberships')
    .values({
      communityId: tx.actor.communityId,
      personId: person.id,
      roles: [...person.roles],
      discipline: person.discipline,
      agency: person.agency,
      recoverySealedKey,
      joinedAt: ground.clock.now(),
    })
    .execute();
}

async function addAccount(tx: Tx, ground: Ground, person: JoiningPerson, passwordLockedKey: Buffer): Promise<void> {
  const { id, email, name, language, keyPair } = person;
  const createdAt = ground.clock.now();
  await tx.sql
    .insertInto('people')
    .values({ id, email, name, language, publicKey: keyPair.publicKey, passwordLockedKey, createdAt })
    .execute();
}
