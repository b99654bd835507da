import { z } from 'zod';
import { caseClosing, reopeningQuestion } from './closing/contract.ts';
import { concernRound, concernTrigger } from './concern/contract.ts';
import { caseExtract } from './extracts/contract.ts';
import { inquiry } from './inquiries/contract.ts';
import { meetingAhead } from './meetings/contract.ts';
import { caseReview } from './reviews/contract.ts';
import { stageVisit } from './stages/contract.ts';
import { personRef, statement } from './statements/contract.ts';
import { recusal } from './team/contract.ts';
import { caseValidity } from './validity/contract.ts';
import { actionCategories, actionKinds, closingReasons, stages } from './words/vocabulary.ts';

export { closingReasons };

export const levelsOfConcern = ['unrated', 'low', 'moderate', 'high', 'imminent'] as const;
export const actionStates = ['assigned', 'accepted', 'done', 'not-done', 'result-reported', 'verified'] as const;

export type {
  ArchiveImports,
  ArchiveLookedAt,
  BringArchiveOptions,
  BroughtCase,
  exportCaseInput,
} from './archive/contract.ts';
export type { BringInOptions, CaseImports } from './bring-in/contract.ts';
export { closeCaseInput, reopenCaseInput, stayClosedInput } from './closing/contract.ts';
export { addTriggerInput, agreeConcernInput, askConcernInput, rateConcernInput } from './concern/contract.ts';
export { type CaseDocument, type DocumentSection, documentKinds } from './documents/contract.ts';
export type {
  answerExtractInput,
  CaseExtract,
  GivenExtract,
  giveExtractInput,
} from './extracts/contract.ts';
export { endInquiryInput, planInquiryInput } from './inquiries/contract.ts';
export {
  absenceInput,
  type CaseLoad,
  handedOverAll,
  handOverAllInput,
  type handOverForInput,
} from './load/contract.ts';
export type {
  attendMeetingInput,
  CaseMinutes,
  callMeetingInput,
  callOffInput,
  endMeetingInput,
  MeetingList,
  MeetingPage,
} from './meetings/contract.ts';
export {
  type CasePeople,
  type CasePerson,
  type personIdentifierInput,
  personParts,
  type samePersonInput,
  type writePersonInput,
} from './people/contract.ts';
export { calendarFeed, reviewCaseInput, type TeamWeek } from './reviews/contract.ts';
export {
  type CaseSharing,
  type Disclosure,
  given,
  type Parcel,
  type PartnerView,
  recipientKinds,
  type Shared,
  type shareInput,
  ways,
  type withdrawInput,
} from './sharing/contract.ts';
export { answerStageInput, caseStandards, leaveStageInput } from './stages/contract.ts';
export { addStatementInput, statementFilesAdded } from './statements/contract.ts';
export type {
  answerRequestInput,
  extendRequestInput,
  OpenSubjectRequests,
  recordRequestInput,
  SubjectRequest,
  SubjectRequests,
} from './subject-requests/contract.ts';
export { recuseInput, setStandingInput, standingTeam } from './team/contract.ts';
export { validateCaseInput } from './validity/contract.ts';
export { actionCategories, stages } from './words/vocabulary.ts';

const words = (most: number) => z.string().trim().max(most);
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

export const addActionInput = z.strictObject({
  category: z.enum(actionCategories),
  kind: z.enum(actionKinds).nullable().default(null),
  words: words(4_000).min(1),
  assigneeId: z.uuid(),
  dueAt: z.iso.datetime({ offset: true }),
  /** When its result is due; a week after the action where nothing is said. */
  resultDueAt: z.iso.datetime({ offset: true }).nullable().default(null),
  service: words(300).default(''),
  /** What happens if the appointment does not; a referral needs it. */
  fallback: words(2_000).default(''),
  needsVerification: z.boolean().default(false),
});
export const moveActionInput = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('accepted'), version: z.number().int() }),
  z.strictObject({
    to: z.enum(['done', 'not-done', 'result-reported']),
    version: z.number().int(),
    result: words(4_000).min(1),
  }),
  z.strictObject({ to: z.literal('verified'), version: z.number().int() }),
]);
export const reassignActionInput = z.strictObject({
  version: z.number().int(),
  assigneeId: z.uuid(),
  dueAt: z.iso.datetime({ offset: true }),
});
export const offerInput = z.strictObject({
  version: z.number().int(),
  /** One to eight people; exactly one of them can accept. */
  toIds: z.array(z.uuid()).min(1).max(8),
  deputyAfterId: z.uuid(),
  expiresAt: z.iso.datetime({ offset: true }),
  note: words(2_000).default(''),
});
export const changeDeputyInput = z.strictObject({ version: z.number().int(), deputyId: z.uuid() });
export const addMemberInput = z.strictObject({ personId: z.uuid(), part: z.enum(['member', 'consultant']) });
export const setReviewInput = z.strictObject({
  version: z.number().int(),
  nextReviewAt: z.iso.datetime({ offset: true }),
});
export const describeCaseInput = z.strictObject({
  version: z.number().int(),
  title: words(200).min(1),
  summary: words(10_000),
});

/** What waits for the person who asks: nothing here needs a key but the titles. */
export const myDay = z.object({
  onDuty: z.object({ as: z.enum(['officer', 'second']), until: z.iso.datetime() }).nullable(),
  reports: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      urgency: z.string(),
      nextDueAt: z.iso.datetime().nullable(),
      receivedAt: z.iso.datetime(),
    }),
  ),
  handovers: z.array(
    z.object({ id: z.uuid(), reportId: z.uuid(), number: z.string(), kind: z.string(), dueAt: z.iso.datetime() }),
  ),
  offers: z.array(handOverOffer.extend({ caseId: z.uuid(), caseNumber: z.string() })),
  actions: z.array(
    z.object({
      id: z.uuid(),
      caseId: z.uuid(),
      caseNumber: z.string(),
      words: z.string().nullable(),
      state: z.enum(actionStates),
      dueAt: z.iso.datetime(),
    }),
  ),
  /** Interviews and requests that are mine to make, ratings that are wanted of me, cases that need a name to be kept. */
  asked: z.array(
    z.object({
      what: z.enum(['inquiry', 'rating', 'reopening', 'validity']),
      caseId: z.uuid(),
      caseNumber: z.string(),
      dueAt: z.iso.datetime(),
    }),
  ),
  reviews: z.array(
    z.object({
      caseId: z.uuid(),
      caseNumber: z.string(),
      title: z.string().nullable(),
      nextReviewAt: z.iso.datetime(),
      part: z.enum(['lead', 'deputy']),
    }),
  ),
  /** Meetings of this week to which I am asked, and those that run now. */
  meetings: z.array(meetingAhead),
  /** What was shared and ends within a week. */
  sharingEnds: z.array(z.object({ id: z.uuid(), caseId: z.uuid(), caseNumber: z.string(), endsAt: z.iso.datetime() })),
  /** What I am asked as a consultant of a case, and was given to read for it. */
  advice: z.array(
    z.object({ id: z.uuid(), caseNumber: z.string(), givenAt: z.iso.datetime(), isAnswered: z.boolean() }),
  ),
  /** What another community of this installation gave me to read. */
  sharedWithMe: z.array(z.object({ id: z.uuid(), from: z.string(), expiresAt: z.iso.datetime() })),
});
export type MyDay = z.infer<typeof myDay>;

/** What governance sees: that everything is owned and on time, and no content. */
export const oversight = z.object({
  at: z.iso.datetime(),
  reports: z.array(
    z.object({
      number: z.string(),
      urgency: z.string(),
      state: z.string(),
      receivedAt: z.iso.datetime(),
      responsible: z.string(),
      climbedTo: z.string(),
      overdue: z.boolean(),
    }),
  ),
  cases: z.array(
    z.object({
      number: z.string(),
      stage: z.enum(stages),
      levelOfConcern: z.enum(levelsOfConcern),
      lead: z.string(),
      deputy: z.string(),
      nextReviewAt: z.iso.datetime().nullable(),
      reviewOverdue: z.boolean(),
      /** True while it is past its ceiling and nobody said that it is still needed. */
      validityOverdue: z.boolean(),
      openActions: z.number().int(),
      overdueActions: z.number().int(),
    }),
  ),
  totals: z.object({
    reportsWaiting: z.number().int(),
    reportsOverdue: z.number().int(),
    casesOpen: z.number().int(),
    reviewsOverdue: z.number().int(),
    validityOverdue: z.number().int(),
    actionsOverdue: z.number().int(),
    decidedLast30Days: z.record(z.string(), z.number().int()),
  }),
});
export type Oversight = z.infer<typeof oversight>;
