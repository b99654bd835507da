import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { shareLostCopies, tendGroups } from '../../platform/keys/index.ts';
import { changeRoles, type HandOnWork, keepReason, reinstate, suspend } from '../commands/change-people.ts';
import {
  acceptInvitation,
  invite,
  joinByInvitation,
  openInvitation,
  prepareAcceptance,
  prepareJoining,
} from '../commands/invitations.ts';
import { isKnownAddress } from '../commands/sign-in.ts';
import * as contract from '../contract.ts';
import { endEveryLending } from '../lending/answer.ts';
import { may } from '../policy.ts';
import { communityOf } from '../queries/communities.ts';
import { type CountWork, peopleOf } from '../queries/people.ts';

const byId = z.strictObject({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });
const person = (tx: Tx) => tx as Tx<PersonActor>;
const none = { path: null, query: null, body: null } as const;
const aboutPerson = (tx: Tx, input: { path: { id: string } }) => ({
  isSelf: tx.actor.kind === 'person' && tx.actor.personId === input.path.id,
});

/** The doors of the people of a community and of inviting more. What happens to somebody's work is handed in by the program. */
export const peopleRoutes = (work: { handOn: HandOnWork; count: CountWork }): AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/v1/people',
    summary: 'The people of this community',
    permission: may('see-people'),
    audit: { none: 'colleagues, no content' },
    input: none,
    answer: contract.people,
    async handle(tx, _, ground) {
      await tendGroups(person(tx), ground);
      await shareLostCopies(person(tx), ground);
      return await peopleOf(tx, ground, work.count);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/roles',
    summary: 'Give somebody other roles',
    stepUp: true,
    permission: may('change-people', aboutPerson),
    audit: {
      act: 'roles-changed',
      recordKind: 'person',
      recordId: (input) => input.path.id,
      facts: (input) => ({ roles: input.body.roles.join(' ') }),
    },
    input: { path: byId, query: null, body: contract.changeRolesInput },
    answer: done,
    async handle(tx, input, ground) {
      await changeRoles(person(tx), ground, input.path.id, input.body.roles, input.body.discipline);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/suspension',
    summary: 'Suspend somebody at once; their work passes on in the same transaction',
    permission: may('change-people', aboutPerson),
    audit: { act: 'person-suspended', recordKind: 'person', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: contract.reasonInput },
    answer: done,
    async handle(tx, input, ground) {
      await suspend(tx, ground, input.path.id, work.handOn);
      await endEveryLending(tx, ground, input.path.id, work.handOn);
      await keepReason(person(tx), ground, input.path.id, 'suspended', input.body.reason);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/reinstatement',
    summary: 'Let a suspended person work again',
    permission: may('change-people', aboutPerson),
    audit: { act: 'person-reinstated', recordKind: 'person', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: contract.reasonInput },
    answer: done,
    async handle(tx, input, ground) {
      await reinstate(person(tx), ground, input.path.id);
      await keepReason(person(tx), ground, input.path.id, 'reinstated', input.body.reason);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations',
    summary: 'Invite somebody; the link is shown once',
    permission: may('change-people'),
    audit: {
      act: 'person-invited',
      recordKind: 'invitation',
      recordId: () => null,
      facts: (input) => ({ roles: input.body.roles.join(' ') }),
    },
    input: { path: null, query: null, body: contract.inviteInput },
    answer: contract.invitation,
    status: 201,
    handle: (tx, input, ground) => invite(person(tx), ground, input.body),
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations/open',
    summary: 'Read an invitation by its secret',
    permission: may('sign-in'),
    audit: { none: 'nothing is changed' },
    input: { path: null, query: null, body: contract.openInvitationInput },
    answer: contract.openedInvitation,
    async handle(tx, input, ground) {
      const { name, email } = await openInvitation(tx, ground, input.body.secret);
      return { name, email, community: (await communityOf(tx)).name, hasAccount: await isKnownAddress(tx.sql, email) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations/acceptance',
    summary: 'Accept an invitation and become a member',
    permission: may('sign-in'),
    audit: { inside: 'acceptInvitation writes person-joined with the new id' },
    input: { path: null, query: null, body: contract.acceptInvitationInput },
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
    status: 201,
    prepare: (ground, input) => prepareAcceptance(ground, input.body),
    handle: (tx, input, ground) => acceptInvitation(tx, ground, input.body, input.prepared),
  }),
  route({
    method: 'POST',
    path: '/api/v1/invitations/joining',
    summary: 'Accept an invitation with the account that one has in this installation',
    permission: may('sign-in'),
    audit: { inside: 'joinByInvitation writes person-joined' },
    input: { path: null, query: null, body: contract.joinInput },
    answer: done,
    status: 201,
    prepare: (ground, input, actor) => prepareJoining(ground, input.body, actor),
    async handle(tx, input, ground) {
      await joinByInvitation(tx, ground, input.body.secret, input.prepared);
      return { done: true };
    },
  }),
];
