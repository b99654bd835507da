import { z } from 'zod';
import { caseClosing, reopeningQuestion } from '../closing/contract.ts';
import { concernRound, concernTrigger } from '../concern/contract.ts';
import { caseExtract } from '../extracts/contract.ts';
import { inquiry } from '../inquiries/contract.ts';
import { caseReview } from '../reviews/contract.ts';
import { stageVisit } from '../stages/contract.ts';
import { personRef, statement } from '../statements/contract.ts';
import { recusal } from '../team/contract.ts';
import { caseValidity } from '../validity/contract.ts';
import { actionCategories, actionKinds, closingReasons, stages } from '../words/vocabulary.ts';

export const levelsOfConcern = ['unrated', 'low', 'moderate', 'high', 'imminent'] as const;
export const actionStates = ['assigned', 'accepted', 'done', 'not-done', 'result-reported', 'verified'] as const;

export const personName = z.object({ id: z.uuid(), name: z.string() });
export const teamMember = personName.extend({
  discipline: z.string(),
  agency: z.string(),
  part: z.enum(['lead', 'deputy', 'member', 'consultant']),
  /** Whether they have declared that nothing ties them to the people of the case. */
  hasDeclared: z.boolean(),
});

export const caseRow = z.object({
  id: z.uuid(),
  number: z.string(),
  /** Sealed; null where the reader has no key to this case. */
  title: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  stage: z.enum(stages),
  levelOfConcern: z.enum(levelsOfConcern),
  openedAt: z.iso.datetime(),
  lead: personName,
  deputy: personName,
  nextReviewAt: z.iso.datetime().nullable(),
  openActions: z.number().int(),
  overdueActions: z.number().int(),
  myPart: z.enum(['lead', 'deputy', 'member', 'consultant', 'none']),
});
export type CaseRow = z.infer<typeof caseRow>;
export const casesPage = z.object({ rows: z.array(caseRow), next: z.string().nullable() });

export const caseAction = z.object({
  id: z.uuid(),
  position: z.number().int(),
  category: z.enum(actionCategories),
  state: z.enum(actionStates),
  kind: z.enum(actionKinds).nullable(),
  words: z.string(),
  /** The service outside to which it refers, or empty; somebody of the team stays accountable. */
  service: z.string(),
  fallback: z.string().nullable(),
  needsVerification: z.boolean(),
  assignee: personName,
  dueAt: z.iso.datetime(),
  resultDueAt: z.iso.datetime().nullable(),
  result: z.string().nullable(),
  verifiedBy: personName.nullable(),
  version: z.number().int(),
});

export const handOverOffer = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  from: personName,
  to: personName,
  deputyAfter: personName,
  state: z.enum(['open', 'accepted', 'declined', 'lapsed', 'withdrawn']),
  offeredAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** What the one who offers wrote to whom it is offered; null where nothing, or where the reader holds no key. */
  note: z.string().nullable(),
});

export const leadChange = z.object({
  lead: personName,
  deputy: personName,
  why: z.enum(['opened', 'accepted-offer', 'suspension', 'left', 'deputy-changed', 'reopened', 'recusal']),
  at: z.iso.datetime(),
});

export const openedCase = caseRow.extend({
  version: z.number().int(),
  title: z.string(),
  summary: z.string(),
  closingReason: z.enum(closingReasons).nullable(),
  team: z.array(teamMember),
  recusals: z.array(recusal),
  extracts: z.array(caseExtract),
  reports: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      receivedAt: z.iso.datetime(),
      urgency: z.string(),
      what: z.string().nullable(),
    }),
  ),
  statements: z.array(statement),
  people: z.array(personRef),
  actions: z.array(caseAction),
  offers: z.array(handOverOffer),
  stages: z.array(stageVisit),
  inquiries: z.array(inquiry),
  reviews: z.array(caseReview),
  validity: caseValidity,
  closings: z.array(caseClosing),
  reopeningQuestions: z.array(reopeningQuestion),
  concern: z.object({ rounds: z.array(concernRound), triggers: z.array(concernTrigger) }),
  leadChanges: z.array(leadChange),
});
export type OpenedCase = z.infer<typeof openedCase>;
