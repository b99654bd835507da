import { z } from 'zod';

/** Where a report stands in the queue on a bad day; it is read wherever it stands. */
export const lanes = ['front', 'ordinary', 'behind'] as const;
export type Lane = (typeof lanes)[number];

/** Why a report stands behind others; shown to whoever opens it. */
export const behindReasons = [
  'hidden-field',
  'too-quick',
  'old-form',
  'unknown-form',
  'form-used-before',
  'many-at-once',
] as const;
export type BehindReason = (typeof behindReasons)[number];

/** Rows of the desk: one report out of its row, the whole row apart, or this report into the row of another. */
export const changeRowInput = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('take-out') }),
  z.strictObject({ act: z.literal('unfold') }),
  z.strictObject({ act: z.literal('fold'), into: z.uuid() }),
]);

export const rowDecided = z.object({
  /** How many were decided now, and how many that came before the decision still wait. */
  decided: z.number().int(),
  left: z.number().int(),
});
