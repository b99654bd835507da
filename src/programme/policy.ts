import { hasRole } from '../platform/actor.ts';
import type { Permission } from '../platform/http/route.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';

type ProgrammePermission = 'see-programme' | 'count-groups';

const programmePolicy: Policy<ProgrammePermission, null> = {
  sentences: [
    {
      who: 'overseers and coordinators: counts and times, no content',
      may: ['see-programme'],
      when: (actor) => hasRole(actor, 'overseer', 'coordinator'),
    },
    {
      who: 'overseers, who alone hold the key to what is recorded by group',
      may: ['count-groups'],
      when: (actor) => hasRole(actor, 'overseer'),
    },
  ],
  forbids: [],
};

/** The policy's answer as a route's permission. */
export const may = <Input>(name: ProgrammePermission): Permission<Input> => ({
  name,
  open: false,
  check: async (tx) => permits(programmePolicy, tx.actor, name, null),
});
