import { z } from 'zod';
import { stages } from '../words/vocabulary.ts';

const column = z.number().int().min(0).max(1_000);
/** Which column, counted from 0, holds what; a field that is not there stays empty or takes what is chosen for all. */
const mapping = z.strictObject({
  title: column,
  summary: column.optional(),
  openedAt: column.optional(),
  stage: column.optional(),
  lead: column.optional(),
  deputy: column.optional(),
  nextReviewAt: column.optional(),
  closedAt: column.optional(),
  closingReason: column.optional(),
  statement: column.optional(),
  source: column.optional(),
  earlierNumber: column.optional(),
  earlierLevel: column.optional(),
});
/** The list of cases of an earlier system, and what holds for each row that says nothing else. */
export const bringInOptions = z.strictObject({
  mapping,
  stage: z.enum(stages),
  leadId: z.uuid(),
  deputyId: z.uuid(),
});
export type BringInOptions = z.infer<typeof bringInOptions>;

export const caseImport = z.object({
  id: z.uuid(),
  begunAt: z.iso.datetime(),
  begunBy: z.string(),
  rows: z.number().int(),
  done: z.number().int(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  endedAt: z.iso.datetime().nullable(),
});
/** The imports so far, and what a list is checked against: who can lead, and how long a closed case is kept. */
export const caseImports = z.object({
  imports: z.array(caseImport),
  members: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() })),
  closedKeptDays: z.number().int(),
  /** How soon a case is looked at that nobody here has rated yet. */
  reviewWithinDays: z.number().int(),
});
export type CaseImports = z.infer<typeof caseImports>;
