import { z } from 'zod';
import { actionCategories, actionKinds } from '../words/vocabulary.ts';

const words = (most: number) => z.string().trim().max(most);

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
