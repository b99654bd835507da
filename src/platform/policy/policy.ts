import type { Actor } from '../actor.ts';

/** One sentence that an overseer could read: who may do what, and when. */
export type Sentence<Permission extends string, Relation> = {
  who: string;
  may: readonly Permission[];
  when: (actor: Actor, relation: Relation) => boolean;
};

export type Policy<Permission extends string, Relation> = {
  sentences: readonly Sentence<Permission, Relation>[];
  /** A forbidding sentence wins over every allowing one, whatever the roles. */
  forbids: readonly Sentence<Permission, Relation>[];
};

/** Allowed only if some sentence says so and no forbidding one applies: silence means no. */
export function permits<Permission extends string, Relation>(
  policy: Policy<Permission, Relation>,
  actor: Actor,
  permission: Permission,
  relation: Relation,
): boolean {
  const applies = (sentence: Sentence<Permission, Relation>) =>
    sentence.may.includes(permission) && sentence.when(actor, relation);
  return policy.sentences.some(applies) && !policy.forbids.some(applies);
}
