import { type Actor, isPerson } from '../platform/actor.ts';
import type { Permission } from '../platform/http/route.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';

export type LibraryPermission = 'read-library' | 'keep-own-training';

export const libraryPolicy: Policy<LibraryPermission, null> = {
  sentences: [
    { who: 'everybody', may: ['read-library'], when: () => true },
    { who: 'every member, about themselves', may: ['keep-own-training'], when: (actor: Actor) => isPerson(actor) },
  ],
  forbids: [],
};

const openPermissions: readonly LibraryPermission[] = ['read-library'];

/** The policy's answer as a route's permission. */
export function may<Input>(name: LibraryPermission): Permission<Input> {
  return {
    name,
    open: openPermissions.includes(name),
    check: async (tx) => permits(libraryPolicy, tx.actor, name, null),
  };
}
