import { type KeyPair, keyPairOf, newKeyPair, openSealed, sealTo } from './key-pair.ts';

/** A member as far as keys go. */
export type GroupMember = { id: string; publicKey: Uint8Array };

/** A group's key of one version: the public half to store, and the private half sealed to each member. */
export type GroupKey = { version: number; publicKey: Buffer; shares: { member: string; sealed: Buffer }[] };

/** Makes a group's key for these members. The private half exists only inside their shares. */
export function newGroupKey(members: readonly GroupMember[], version = 1): GroupKey {
  const { publicKey, privateKey } = newKeyPair();
  return {
    version,
    publicKey,
    shares: members.map(({ id, publicKey: to }) => ({ member: id, sealed: sealTo(to, privateKey) })),
  };
}

/**
 * Makes the group's next key for those who remain. Records already wrapped to the version before stay so until
 * somebody who opens both wraps them anew: whoever left keeps only what they could already read.
 */
export function rekeyGroup(before: { version: number }, remaining: readonly GroupMember[]): GroupKey {
  return newGroupKey(remaining, before.version + 1);
}

/** Gives a member the group's pair from their share. */
export function openGroupKey(sealed: Uint8Array, member: KeyPair): KeyPair {
  return keyPairOf(openSealed(member, sealed));
}

/** Lets a member who holds the group's pair admit another to the same version. */
export function shareGroupKey(group: KeyPair, newMember: GroupMember): { member: string; sealed: Buffer } {
  return { member: newMember.id, sealed: sealTo(newMember.publicKey, group.privateKey) };
}
