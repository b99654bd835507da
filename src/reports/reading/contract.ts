import { z } from 'zod';

/** Why somebody read a report that is none of their assignments, as they typed it before it was shown. */
export const readingReason = z.object({
  person: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
  words: z.string(),
});
export type ReadingReason = z.infer<typeof readingReason>;
export const giveReasonInput = z.strictObject({ words: z.string().trim().min(3).max(500) });
