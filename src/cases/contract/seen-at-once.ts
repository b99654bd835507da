import { z } from 'zod';
import { meetingAhead } from '../meetings/contract.ts';
import { stages } from '../words/vocabulary.ts';
import { actionStates, handOverOffer, levelsOfConcern } from './case.ts';

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
