import { z } from 'zod';
import { closingReasons } from '../words/vocabulary.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);
const told = z.strictObject({ who: words(300).min(1), how: words(300).min(1) });

/** One closing of a case, and what opened it again. */
export const caseClosing = z.object({
  id: z.uuid(),
  reason: z.enum(closingReasons),
  closedAt: z.iso.datetime(),
  closedBy: named,
  words: z.string(),
  /** What stays in place for those concerned. */
  inPlace: z.string(),
  /** Who is told that the case is closed, and how. */
  told: z.array(told),
  /** What would open the case again. */
  reopenTriggers: z.string(),
  /** The name of whoever accepted it elsewhere. */
  acceptedBy: z.string(),
  reopenedAt: z.iso.datetime().nullable(),
  reopenedBy: named.nullable(),
  reopenedBecause: z.string().nullable(),
});
/** A new report, or a link to the same person elsewhere, that asks whether a closed case opens again. */
export const reopeningQuestion = z.object({
  id: z.uuid(),
  why: z.enum(['report', 'same-person']),
  /** Of the report; null for a link, whose other side the reader need not be allowed to see. */
  reportNumber: z.string().nullable(),
  /** Null where the coordinators are asked. */
  askedOf: named.nullable(),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  answer: z.enum(['reopened', 'stays-closed']).nullable(),
  answeredBy: named.nullable(),
  reason: z.string().nullable(),
});

export const closeCaseInput = z.strictObject({
  version: z.number().int(),
  reason: z.enum(closingReasons),
  words: words(4_000).min(3),
  inPlace: words(4_000).default(''),
  told: z.array(told).max(20).default([]),
  reopenTriggers: words(4_000).default(''),
  acceptedBy: words(300).default(''),
});
export const reopenCaseInput = z.strictObject({
  version: z.number().int(),
  words: words(4_000).min(3),
  nextReviewAt: z.iso.datetime({ offset: true }),
});
export const stayClosedInput = z.strictObject({ reason: words(4_000).min(3) });
