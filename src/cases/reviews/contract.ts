import { z } from 'zod';
import { meetingAhead } from '../meetings/contract.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);

export const caseReview = z.object({
  id: z.uuid(),
  dueAt: z.iso.datetime(),
  reviewedAt: z.iso.datetime(),
  reviewedBy: named,
  nextReviewAt: z.iso.datetime(),
  words: z.string(),
});
/** What the look found, and when one looks again; by the standard of the level where nothing is said. */
export const reviewCaseInput = z.strictObject({
  version: z.number().int(),
  words: words(4_000).min(3),
  nextReviewAt: z.iso.datetime({ offset: true }).nullable().default(null),
});

export const dueKinds = ['review', 'stage', 'action', 'result', 'inquiry', 'date'] as const;
/** What is due in the cases that one may see, overdue first, and the meetings: numbers, names and times, no content. */
export const teamWeek = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  due: z.array(
    z.object({
      what: z.enum(dueKinds),
      at: z.iso.datetime(),
      caseId: z.uuid(),
      caseNumber: z.string(),
      person: named,
    }),
  ),
  /** Those to which one is asked; for a coordinator all. */
  meetings: z.array(meetingAhead),
});
export type TeamWeek = z.infer<typeof teamWeek>;

/** Since when a calendar may read one's dates, or null; the address itself is shown once. */
export const calendarFeed = z.object({ madeAt: z.iso.datetime().nullable(), address: z.string().nullable() });
