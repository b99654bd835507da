import { z } from 'zod';
import { addActionInput } from '../contract.ts';

/** What was said of a case, the actions that were decided, and, where the case was looked at, when one looks again. */
export const writeMinutesInput = z.strictObject({
  words: z.string().trim().min(3).max(10_000),
  actions: z.array(addActionInput).max(10).default([]),
  /** Counts as a look at the case; by the standard of its level where no moment is said. */
  review: z
    .strictObject({ nextReviewAt: z.iso.datetime({ offset: true }).nullable().default(null) })
    .nullable()
    .default(null),
});
