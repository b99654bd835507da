import { z } from 'zod';
import { confidences, ratedLevels, triggerKinds } from '../words/vocabulary.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);

/** What one rater found; all null while it is kept from somebody who has still to rate. */
export const rating = z.object({
  rater: named,
  ratedAt: z.iso.datetime(),
  level: z.enum(ratedLevels).nullable(),
  confidence: z.enum(confidences).nullable(),
  reasonsFor: z.string().nullable(),
  reasonsAgainst: z.string().nullable(),
  unknowns: z.string().nullable(),
});

export const concernRound = z.object({
  id: z.uuid(),
  why: z.enum(['first', 'review', 'noted-date', 'new-report', 'change']),
  /** What has changed, where somebody asked; sealed. */
  reason: z.enum([...triggerKinds, 'review']).nullable(),
  askedAt: z.iso.datetime(),
  askedBy: named.nullable(),
  ratings: z.array(rating),
  raisedBy: named.nullable(),
  /** What the two agreed on, or null while the round is open. */
  agreed: z
    .object({
      level: z.enum(ratedLevels),
      confidence: z.enum(confidences),
      words: z.string(),
      by: named,
      at: z.iso.datetime(),
    })
    .nullable(),
});

export const concernTrigger = z.object({
  id: z.uuid(),
  kind: z.enum(triggerKinds),
  at: z.iso.datetime(),
  note: z.string(),
  askedAt: z.iso.datetime().nullable(),
});

export const askConcernInput = z.strictObject({ why: z.enum([...triggerKinds, 'review']) });
/** A level without reasons for, reasons against and what is not known is no level. */
export const rateConcernInput = z.strictObject({
  level: z.enum(ratedLevels),
  confidence: z.enum(confidences),
  reasonsFor: words(4_000).min(3),
  reasonsAgainst: words(4_000).min(3),
  unknowns: words(4_000).min(3),
});
export const agreeConcernInput = z.strictObject({
  version: z.number().int(),
  level: z.enum(ratedLevels),
  confidence: z.enum(confidences),
  words: words(4_000).min(3),
});
export const addTriggerInput = z.strictObject({
  kind: z.enum(triggerKinds),
  at: z.iso.datetime({ offset: true }),
  note: words(500).default(''),
});
