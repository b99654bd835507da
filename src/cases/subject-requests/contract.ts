import { z } from 'zod';

export const subjectRequestKinds = ['access', 'correction', 'restriction', 'objection'] as const;
export const askers = ['subject', 'guardian'] as const;
export const requestOutcomes = ['granted', 'in-part', 'refused'] as const;

const words = (most: number) => z.string().trim().max(most);
const named = z.object({ id: z.uuid(), name: z.string() });

/** What is given of the case: each part's words and day, and never who told or recorded it. */
export const givenPart = z.object({
  part: z.enum(['summary', 'statement', 'action', 'level']),
  at: z.iso.datetime(),
  words: z.string(),
});

export const subjectRequest = z.object({
  id: z.uuid(),
  kind: z.enum(subjectRequestKinds),
  askedBy: z.enum(askers),
  receivedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** Until when it can be put off, once; null where it was, or the law does not let it. */
  mayWaitUntil: z.iso.datetime().nullable(),
  /** Under what the dates run; empty where it is the program's own proposal. */
  law: z.string(),
  recordedBy: named,
  state: z.enum(['open', 'answered']),
  version: z.number().int(),
  words: z.string(),
  /** How it was made sure that the asker is who they say. */
  identity: z.string(),
  /** Why a later date was set, and how the asker was told; null where none was. */
  extension: z.object({ reason: z.string(), told: z.string() }).nullable(),
  answer: z
    .object({
      outcome: z.enum(requestOutcomes),
      words: z.string(),
      given: z.array(givenPart),
      withheld: z.string(),
      /** What was said where the person was heard, or empty. */
      hearing: z.string(),
      at: z.iso.datetime(),
      by: named,
    })
    .nullable(),
});
export type SubjectRequest = z.infer<typeof subjectRequest>;
export const subjectRequests = z.object({
  /** By when the community's law asks for an answer to what is received now, and where it says so. */
  law: z.object({
    unit: z.enum(['days', 'months']),
    within: z.number().int(),
    /** How much further it can be put off, once; 0 where not at all. */
    further: z.number().int(),
    /** Where it stands; null where it is the program's own proposal. */
    source: z.object({ document: z.string(), section: z.string() }).nullable(),
    /** Whether the community's counsel confirmed it. */
    verified: z.boolean(),
  }),
  requests: z.array(subjectRequest),
});
export type SubjectRequests = z.infer<typeof subjectRequests>;

export const recordRequestInput = z.strictObject({
  kind: z.enum(subjectRequestKinds),
  askedBy: z.enum(askers),
  receivedAt: z.iso.datetime({ offset: true }),
  words: words(4_000).min(1),
  identity: words(1_000).min(1),
});
export const extendRequestInput = z.strictObject({
  version: z.number().int(),
  reason: words(2_000).min(3),
  /** How and when the asker was told of the later date and of the reason. */
  told: words(500).min(3),
});
export const answerRequestInput = z.strictObject({
  version: z.number().int(),
  outcome: z.enum(requestOutcomes),
  words: words(10_000).min(1),
  give: z
    .strictObject({
      summary: z.boolean().default(false),
      level: z.boolean().default(false),
      statements: z.array(z.uuid()).max(1_000).default([]),
      actions: z.array(z.uuid()).max(1_000).default([]),
    })
    .default({ summary: false, level: false, statements: [], actions: [] }),
  /** Words that are blacked out wherever they stand in what is given: names of others, and whatever shows who reported. */
  blackOut: z.array(words(200).min(2)).max(100).default([]),
  /** Whose rights or which law asks for what is left out; needed where not everything is granted. */
  withheld: words(4_000).default(''),
  hearing: words(10_000).default(''),
});

/** Open requests by case number and date, for whoever looks after them without reading them. */
export const openSubjectRequests = z.object({
  requests: z.array(
    z.object({
      id: z.uuid(),
      caseNumber: z.string(),
      kind: z.enum(subjectRequestKinds),
      askedBy: z.enum(askers),
      dueAt: z.iso.datetime(),
    }),
  ),
});
export type OpenSubjectRequests = z.infer<typeof openSubjectRequests>;
