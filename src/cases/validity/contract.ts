import { z } from 'zod';

const named = z.object({ id: z.uuid(), name: z.string() });

/** Until when the case may be kept without anybody's name, and who said before that it is still needed, the latest first. */
export const caseValidity = z.object({
  until: z.iso.datetime(),
  /** True from the day on which somebody is asked. */
  isAsked: z.boolean(),
  past: z.array(z.object({ id: z.uuid(), at: z.iso.datetime(), by: named, words: z.string() })),
});
export const validateCaseInput = z.strictObject({
  version: z.number().int(),
  /** Why the case is still needed. */
  words: z.string().trim().min(3).max(4_000),
});
