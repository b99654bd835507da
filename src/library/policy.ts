import { type Actor, hasRole, isPerson } from '../platform/actor.ts';
import type { Permission } from '../platform/http/route.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';

export type LibraryPermission =
  | 'read-library'
  | 'keep-own-training'
  | 'tell-a-mistake'
  | 'see-library-desk'
  | 'write-library'
  | 'approve-library'
  | 'see-due-training'
  | 'tend-mistakes';

export const libraryPolicy: Policy<LibraryPermission, null> = {
  sentences: [
    { who: 'everybody', may: ['read-library', 'tell-a-mistake'], when: () => true },
    { who: 'every member, about themselves', may: ['keep-own-training'], when: (actor: Actor) => isPerson(actor) },
    {
      who: 'coordinators and administrators',
      may: ['see-library-desk', 'write-library', 'approve-library'],
      when: (actor) => hasRole(actor, 'coordinator', 'administrator'),
    },
    {
      who: 'leaders and custodians, as the second pair of eyes',
      may: ['see-library-desk', 'approve-library'],
      when: (actor) => hasRole(actor, 'leader', 'custodian'),
    },
    {
      who: 'coordinators',
      may: ['see-due-training', 'tend-mistakes'],
      when: (actor) => hasRole(actor, 'coordinator'),
    },
  ],
  forbids: [],
};

const openPermissions: readonly LibraryPermission[] = ['read-library', 'tell-a-mistake'];

/** The policy's answer as a route's permission. */
export function may<Input>(name: LibraryPermission): Permission<Input> {
  return {
    name,
    open: openPermissions.includes(name),
    check: async (tx) => permits(libraryPolicy, tx.actor, name, null),
  };
}
