import type { Actor, PersonActor } from '../../actor.ts';
import { type Policy, permits } from '../policy.ts';

/** A member with these roles and keys that open nothing. */
export const aMember = (...roles: string[]): PersonActor => ({
  kind: 'person',
  communityId: 'c',
  personId: 'p',
  roles,
  keyPair: { publicKey: Buffer.alloc(32), privateKey: Buffer.alloc(32) },
});

export const thePublic: Actor = { kind: 'public', communityId: 'c' };

/** All that a policy speaks of and allows somebody who stands so to the record, in order; what is not said stands as in `usual`. */
export const allowedBy =
  <Permission extends string, Relation>(policy: Policy<Permission, Relation>, usual: Relation) =>
  (actor: Actor, relation: Partial<Relation> = {}): Permission[] => {
    const spokenOf = new Set([...policy.sentences, ...policy.forbids].flatMap(({ may }) => [...may]));
    return [...spokenOf].filter((each) => permits(policy, actor, each, { ...usual, ...relation })).toSorted();
  };
