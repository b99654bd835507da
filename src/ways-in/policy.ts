import { type Actor, hasRole } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import type { Permission } from '../platform/http/route.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';

export type WaysInPermission = 'report-as-partner' | 'see-ways-in' | 'change-ways-in' | 'bring-in-old-tips';

/** How the actor stands to the door of the partners: whether a partner of this community knocks. */
export type WaysInRelation = { isPartner: boolean };

const keeps = (actor: Actor) => hasRole(actor, 'coordinator', 'administrator');

export const waysInPolicy: Policy<WaysInPermission, WaysInRelation> = {
  sentences: [
    {
      who: 'a partner whose key has not ended',
      may: ['report-as-partner'],
      when: (_, { isPartner }) => isPartner,
    },
    { who: 'coordinators and administrators', may: ['see-ways-in', 'change-ways-in'], when: keeps },
    {
      who: 'coordinators, since old tips are content',
      may: ['bring-in-old-tips'],
      when: (actor) => hasRole(actor, 'coordinator'),
    },
  ],
  forbids: [],
};

/** The policy's answer as a route's permission; `relate` says whether a partner knocks. */
export function may<Input>(
  name: WaysInPermission,
  relate: (tx: Tx, input: Input, ground: Ground) => Promise<WaysInRelation> = async () => ({ isPartner: false }),
): Permission<Input> {
  return {
    name,
    open: name === 'report-as-partner',
    check: async (tx, input, ground) => permits(waysInPolicy, tx.actor, name, await relate(tx, input, ground)),
  };
}
