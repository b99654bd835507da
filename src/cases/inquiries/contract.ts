import { z } from 'zod';
import { guides } from '../words/vocabulary.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);

export const inquiry = z.object({
  id: z.uuid(),
  kind: z.enum(['interview', 'record-request']),
  guide: z.enum(guides).nullable(),
  who: z.string(),
  purpose: z.string(),
  interpreter: z.string(),
  liaison: z.string(),
  asker: named,
  dueAt: z.iso.datetime(),
  state: z.enum(['planned', 'done', 'not-done']),
  isMinor: z.boolean(),
  guardianNotice: z.enum(['given', 'delayed']).nullable(),
  guardianReason: z.string().nullable(),
  companion: z.string().nullable(),
  outcome: z.string().nullable(),
  version: z.number().int(),
});

export const planInquiryInput = z.strictObject({
  kind: z.enum(['interview', 'record-request']),
  guide: z.enum(guides).nullable().default(null),
  /** Whom one asks: a person, by a name that the team knows them by, or an office. */
  who: words(300).min(1),
  purpose: words(2_000).min(3),
  askerId: z.uuid(),
  dueAt: z.iso.datetime({ offset: true }),
  isMinor: z.boolean().default(false),
  guardianNotice: z.enum(['given', 'delayed']).nullable().default(null),
  guardianReason: words(1_000).default(''),
  companion: words(300).default(''),
  interpreter: words(300).default(''),
  liaison: words(300).default(''),
});
export const endInquiryInput = z.strictObject({
  version: z.number().int(),
  to: z.enum(['done', 'not-done']),
  outcome: words(10_000).min(3),
});
