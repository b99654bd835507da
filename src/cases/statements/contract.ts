import { z } from 'zod';
import { imagesAdded } from '../../reports/contract.ts';
import { protectiveFactors, signs, waysOfKnowing } from '../words/vocabulary.ts';

export const statementKinds = ['seen', 'told', 'assessed'] as const;
const named = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().trim().max(most);

/** Somebody of the case, by the pseudonym that they have now. */
export const personRef = z.object({ id: z.uuid(), pseudonym: z.string() });

export const statement = z.object({
  id: z.uuid(),
  position: z.number().int(),
  kind: z.enum(statementKinds),
  words: z.string(),
  source: z.string(),
  happened: z.string(),
  where: z.string(),
  how: z.enum(waysOfKnowing).nullable(),
  signs: z.array(z.enum(signs)),
  protective: z.array(z.enum(protectiveFactors)),
  sameSourceAs: z.uuid().nullable(),
  contradicts: z.array(z.uuid()),
  /** Whom of the case it names, and who of them said it. */
  names: z.array(personRef),
  saidBy: personRef.nullable(),
  recordedBy: named,
  recordedAt: z.iso.datetime(),
  files: z.array(z.object({ id: z.uuid(), bytes: z.number().int(), addedBy: named, addedAt: z.iso.datetime() })),
});

export const addStatementInput = z.strictObject({
  kind: z.enum(statementKinds),
  words: words(10_000).min(1),
  source: words(500).min(1),
  happened: words(300).default(''),
  where: words(300).default(''),
  how: z.enum(waysOfKnowing).nullable().default(null),
  signs: z.array(z.enum(signs)).max(signs.length).default([]),
  protective: z.array(z.enum(protectiveFactors)).max(protectiveFactors.length).default([]),
  sameSourceAs: z.uuid().nullable().default(null),
  contradicts: z.array(z.uuid()).max(50).default([]),
  names: z.array(z.uuid()).max(20).default([]),
  saidBy: z.uuid().nullable().default(null),
});

/** A statement as it leaves the team: who said it, and who reported it, is never in it. */
export const givenStatement = z.object({
  kind: z.enum(statementKinds),
  words: z.string(),
  happened: z.string(),
  where: z.string(),
  how: z.string().nullable(),
});

/** How many pictures a statement took, each that it did not take with why, and all that it has now. */
export const statementFilesAdded = imagesAdded.extend({ files: statement.shape.files });
