import { z } from 'zod';
import { givenStatement } from '../statements/contract.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);
const at = z.iso.datetime();

/** What a consultant was given of the case, as its team sees it. */
export const caseExtract = z.object({
  id: z.uuid(),
  position: z.number().int(),
  reader: named,
  by: named,
  at,
  /** Null where it ended with the part of the consultant, or with the case. */
  ended: z.object({ at, by: named.nullable() }).nullable(),
  question: z.string(),
  statements: z.array(givenStatement),
  answers: z.array(
    z.object({
      id: z.uuid(),
      at,
      words: z.string(),
      /** The statement that it became. */
      statementId: z.uuid().nullable(),
    }),
  ),
});
export type CaseExtract = z.infer<typeof caseExtract>;

/** The same as the consultant reads it: this, and nothing else of the case. */
export const givenExtract = z.object({
  id: z.uuid(),
  number: z.string(),
  by: named,
  at,
  question: z.string(),
  statements: z.array(givenStatement),
  answers: z.array(z.object({ id: z.uuid(), at, words: z.string(), isRecorded: z.boolean() })),
});
export type GivenExtract = z.infer<typeof givenExtract>;

export const giveExtractInput = z.strictObject({
  readerId: z.uuid(),
  question: words(4_000).min(3),
  statementIds: z.array(z.uuid()).min(1).max(100),
});
export const answerExtractInput = z.strictObject({ words: words(10_000).min(1) });
