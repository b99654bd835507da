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

/** Writes the person and the membership; a person's key also lies sealed to the community's recovery key. */
export async function addPerson(tx: Tx, ground: Ground, person: NewPerson, recoverySealedKey: Buffer): Promise<void> {
  await tx.sql
    .insertInto('people')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      language: person.language,
      publicKey: person.keyPair.publicKey,
      passwordLockedKey: person.passwordLockedKey,
      createdAt: ground.clock.now(),
    })
    .execute();
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
