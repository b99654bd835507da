import { type Actor, hasRole, isPerson } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Permission } from '../platform/http/route.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';
import { isFirstCommunity } from './queries/communities.ts';

export type CommunityPermission =
  | 'see-community'
  | 'see-communities'
  | 'set-up'
  | 'sign-in'
  | 'manage-own-sign-in'
  | 'see-people'
  | 'change-people'
  | 'see-lendings'
  | 'lend-officers'
  | 'see-rota'
  | 'change-rota'
  | 'keep-leave'
  | 'change-settings'
  | 'see-legal-profile'
  | 'set-legal-profile'
  | 'export-community'
  | 'vouch-for-colleagues'
  | 'work-the-desk'
  | 'see-captured-mail'
  | 'follow-the-log'
  | 'run-installation';

/** How the actor stands to the person that the act is about, and whether this community looks after the installation. */
export type PersonRelation = { isSelf: boolean; isFirst?: boolean };

const everyone = () => true;
const anyMember = (actor: Actor) => isPerson(actor);

export const communityPolicy: Policy<CommunityPermission, PersonRelation> = {
  sentences: [
    { who: 'everybody', may: ['see-community', 'see-communities', 'set-up', 'sign-in'], when: everyone },
    {
      who: 'every member',
      may: [
        'manage-own-sign-in',
        'see-people',
        'see-lendings',
        'see-rota',
        'see-captured-mail',
        'follow-the-log',
        'see-legal-profile',
      ],
      when: anyMember,
    },
    {
      who: 'coordinators and administrators',
      may: ['change-people', 'change-settings'],
      when: (actor) => hasRole(actor, 'coordinator', 'administrator'),
    },
    {
      who: 'coordinators, administrators and custodians',
      may: ['vouch-for-colleagues'],
      when: (actor) => hasRole(actor, 'coordinator', 'administrator', 'custodian'),
    },
    {
      who: 'coordinators and custodians',
      may: ['set-legal-profile', 'export-community'],
      when: (actor) => hasRole(actor, 'coordinator', 'custodian'),
    },
    {
      who: 'coordinators',
      may: ['change-rota', 'keep-leave', 'lend-officers'],
      when: (actor) => hasRole(actor, 'coordinator'),
    },
    { who: 'everybody about themselves', may: ['keep-leave'], when: (actor, { isSelf }) => isPerson(actor) && isSelf },
    {
      who: 'duty officers and coordinators',
      may: ['work-the-desk'],
      when: (actor) => hasRole(actor, 'duty-officer', 'coordinator'),
    },
    {
      who: 'administrators of the community that was founded first',
      may: ['run-installation'],
      when: (actor, { isFirst }) => isFirst === true && hasRole(actor, 'administrator'),
    },
  ],
  forbids: [{ who: 'nobody about themselves', may: ['change-people'], when: (_, relation) => relation.isSelf }],
};

const openPermissions: readonly CommunityPermission[] = ['see-community', 'see-communities', 'set-up', 'sign-in'];

/** The policy's answer as a route's permission. */
export function may<Input>(
  name: CommunityPermission,
  relate: (tx: Tx, input: Input) => PersonRelation | Promise<PersonRelation> = () => ({ isSelf: false }),
): Permission<Input> {
  return {
    name,
    open: openPermissions.includes(name),
    check: async (tx, input) => permits(communityPolicy, tx.actor, name, await relate(tx, input)),
  };
}

/** The permission of the live feed, whose route stands outside the slice. */
export const mayFollowTheLog: Permission<unknown> = may('follow-the-log');

/** The permission to take all that the community owns elsewhere. */
export const mayExportCommunity: Permission<unknown> = may('export-community');

/** The permission of whatever concerns the installation and no community: its communities, its witnesses. */
export const mayRunInstallation: Permission<unknown> = may('run-installation', async (tx) => ({
  isSelf: false,
  isFirst: await isFirstCommunity(tx),
}));
