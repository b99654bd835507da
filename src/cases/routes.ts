import { z } from 'zod';
import type { Tx } from '../platform/db/database.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { archiveRoutes } from './archive/routes.ts';
import { bringInRoutes } from './bring-in/routes.ts';
import { byId, change, insideCommand, ofCase, person } from './change-of-case.ts';
import { closingRoutes } from './closing/routes.ts';
import { addAction } from './commands/add-action.ts';
import { addMember, changeDeputy, describeCase, removeMember, setReview } from './commands/direct-case.ts';
import { moveAction, reassignAction } from './commands/follow-up.ts';
import { acceptOffer, declineOffer, offerLead } from './commands/offer-lead.ts';
import { concernRoutes } from './concern/routes.ts';
import * as contract from './contract.ts';
import { documentRoutes } from './documents/routes.ts';
import { extractRoutes } from './extracts/routes.ts';
import { groupRoutes } from './groups/routes.ts';
import { inquiryRoutes } from './inquiries/routes.ts';
import { loadRoutes } from './load/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { may, relationToAction, relationToOffer } from './policy.ts';
import { caseListOf } from './queries/case-list.ts';
import { openCasePage } from './queries/case-page.ts';
import { myDayOf } from './queries/my-day.ts';
import { oversightOf } from './queries/oversight.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { sharingRoutes } from './sharing/routes.ts';
import { stageRoutes } from './stages/routes.ts';
import { statementRoutes } from './statements/routes.ts';
import { subjectRequestRoutes } from './subject-requests/routes.ts';
import { teamRoutes } from './team/routes.ts';

const byAction = z.strictObject({ id: z.uuid(), actionId: z.uuid() });
type ById = { path: { id: string } };
const ofAction = (tx: Tx, input: { path: { id: string; actionId: string } }) =>
  relationToAction(tx, input.path.id, input.path.actionId);
const none = { path: null, query: null, body: null } as const;

const changes: AnyRoute[] = [
  change('actions', 'direct-case', 'Give somebody something to do by a date', contract.addActionInput, addAction),
  change(
    'offers',
    'hand-over-case',
    'Offer the lead to one or several; exactly one can accept',
    contract.offerInput,
    (tx, ground, id, body) => offerLead(tx, ground, id, { ...body, expiresAt: new Date(body.expiresAt) }),
  ),
  change('deputy', 'direct-case', 'Make somebody else the deputy', contract.changeDeputyInput, changeDeputy),
  change('members', 'direct-case', 'Put somebody on the team', contract.addMemberInput, addMember),
  change('review', 'direct-case', 'Set when the case is looked at next', contract.setReviewInput, setReview),
  change('description', 'direct-case', 'Write title and summary', contract.describeCaseInput, describeCase),
];

const onActions: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/actions/{actionId}/moves',
    summary: 'Move an action along, with its result',
    permission: may('move-action', ofAction),
    audit: insideCommand,
    input: { path: byAction, query: null, body: contract.moveActionInput },
    answer: contract.openedCase,
    async handle(tx, input, ground) {
      await moveAction(person(tx), ground, input.path.id, input.path.actionId, input.body);
      return await openCasePage(person(tx), ground, input.path.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/actions/{actionId}/assignment',
    summary: 'Give an open action to somebody else of the team',
    permission: may('direct-case', ofAction),
    audit: insideCommand,
    input: { path: byAction, query: null, body: contract.reassignActionInput },
    answer: contract.openedCase,
    async handle(tx, input, ground) {
      await reassignAction(person(tx), ground, input.path.id, input.path.actionId, input.body);
      return await openCasePage(person(tx), ground, input.path.id);
    },
  }),
];

/** The doors of the cases. */
export const caseRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/cases',
    summary: 'My cases; for a coordinator all, titles only where a key is held',
    permission: may('see-own-cases'),
    audit: { none: 'a list of what one owns; opening one is logged' },
    input: {
      path: null,
      query: z.strictObject({ state: z.enum(['open', 'closed']).default('open'), after: z.uuid().optional() }),
      body: null,
    },
    answer: contract.casesPage,
    handle: (tx, input, ground) => caseListOf(person(tx), ground, input.query),
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}',
    summary: 'Open a case; the opening is logged',
    permission: may('open-case', ofCase),
    audit: { act: 'case-opened-to-read', recordKind: 'case', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: contract.openedCase,
    handle: (tx, input, ground) => openCasePage(person(tx), ground, input.path.id),
  }),
  ...changes,
  ...statementRoutes,
  ...extractRoutes,
  ...onActions,
  ...stageRoutes,
  ...concernRoutes,
  ...teamRoutes,
  ...reviewRoutes,
  ...loadRoutes,
  ...bringInRoutes,
  ...subjectRequestRoutes,
  ...inquiryRoutes,
  ...sharingRoutes,
  ...archiveRoutes,
  ...peopleRoutes,
  ...meetingRoutes,
  ...closingRoutes,
  ...groupRoutes,
  ...documentRoutes,
  route({
    method: 'DELETE',
    path: '/api/v1/cases/{id}/members/{personId}',
    summary: 'Take somebody off the team',
    permission: may('direct-case', ofCase),
    audit: insideCommand,
    input: { path: z.strictObject({ id: z.uuid(), personId: z.uuid() }), query: null, body: null },
    answer: contract.openedCase,
    async handle(tx, input, ground) {
      await removeMember(person(tx), ground, input.path.id, input.path.personId);
      return await openCasePage(person(tx), ground, input.path.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/offers/{id}/acceptance',
    summary: 'Accept the lead; of one round exactly one person can',
    permission: may('answer-offer', (tx, input: ById) => relationToOffer(tx, input.path.id)),
    audit: insideCommand,
    input: { path: byId, query: null, body: null },
    answer: contract.openedCase,
    async handle(tx, input, ground) {
      const caseId = await acceptOffer(person(tx), ground, input.path.id);
      return await openCasePage(person(tx), ground, caseId);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/offers/{id}/decline',
    summary: 'Decline the lead; whoever held it still holds it',
    permission: may('answer-offer', (tx, input: ById) => relationToOffer(tx, input.path.id)),
    audit: insideCommand,
    input: { path: byId, query: null, body: null },
    answer: 'nothing',
    handle: (tx, input, ground) => declineOffer(person(tx), ground, input.path.id),
  }),
  route({
    method: 'GET',
    path: '/api/v1/my-day',
    summary: 'What waits for me',
    permission: may('see-my-day'),
    audit: { none: 'about oneself' },
    input: none,
    answer: contract.myDay,
    handle: (tx, _, ground) => myDayOf(person(tx), ground),
  }),
  route({
    method: 'GET',
    path: '/api/v1/oversight',
    summary: 'That everything is owned and on time; no content',
    permission: may('see-oversight'),
    audit: { act: 'oversight-seen', recordKind: 'community', recordId: () => null },
    input: none,
    answer: contract.oversight,
    handle: (tx, _, ground) => oversightOf(tx, ground),
  }),
];
