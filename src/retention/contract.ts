import { z } from 'zod';

export const recordKinds = ['report', 'case'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What a record's time runs by after it came to its end; the days come from the legal profile unless a community sets its own. */
export const retentionRules = ['report-no-concern', 'report-passed-on', 'case-closed'] as const;
export type RetentionRule = (typeof retentionRules)[number];
/** Why a record ends: its rule ran out, or its ceiling passed with nobody's name on it. */
const endings = [...retentionRules, 'beyond-ceiling'] as const;
export type Ending = (typeof endings)[number];
export const ruleKinds: Record<RetentionRule, RecordKind> = {
  'report-no-concern': 'report',
  'report-passed-on': 'report',
  'case-closed': 'case',
};

/** What takes two people. */
export const pairedActs = ['hold', 'release-hold', 'shred'] as const;
export type PairedAct = (typeof pairedActs)[number];

const reason = z.string().trim().min(3).max(2_000);
export const askInput = z.strictObject({
  act: z.enum(pairedActs),
  recordKind: z.enum(recordKinds),
  recordId: z.uuid(),
  reason,
});
export const renewInput = z.strictObject({
  recordKind: z.enum(recordKinds),
  recordId: z.uuid(),
  until: z.iso.datetime(),
  reason,
});
export const periodInput = z.strictObject({
  rule: z.enum(retentionRules),
  days: z.number().int().min(1).max(3_653),
  /** The version that was on the screen; 0 where the community has none of its own. */
  version: z.number().int().min(0),
});

const person = z.object({ id: z.uuid(), name: z.string() });
const aboutRecord = { recordKind: z.enum(recordKinds), recordId: z.uuid(), number: z.string() };

export const openAsk = z.object({
  id: z.uuid(),
  act: z.enum(pairedActs),
  ...aboutRecord,
  askedBy: person,
  askedAt: z.iso.datetime(),
  /** Until when somebody else can answer. */
  lapsesAt: z.iso.datetime(),
  /** Null where the reader holds no key to it. */
  reason: z.string().nullable(),
});
export type OpenAsk = z.infer<typeof openAsk>;

export const standingHold = z.object({
  id: z.uuid(),
  ...aboutRecord,
  heldAt: z.iso.datetime(),
  askedBy: person,
  confirmedBy: person,
});

/** How long one record is kept, and what stands in the way. */
export const recordKeeping = z.object({
  ...aboutRecord,
  /** The rule that runs, since when and until when; null while the record is in use. */
  runsOut: z.object({ rule: z.enum(endings), at: z.iso.datetime() }).nullable(),
  renewedUntil: z.iso.datetime().nullable(),
  hold: standingHold.nullable(),
  asks: z.array(openAsk),
});
export type RecordKeeping = z.infer<typeof recordKeeping>;

export const certificate = z.object({
  id: z.uuid(),
  recordKind: z.enum(recordKinds),
  number: z.string(),
  rule: z.string(),
  days: z.number().int().nullable(),
  shreddedAt: z.iso.datetime(),
  /** When the last generation of keys that it was ever wrapped under was destroyed; null until the next close. */
  destroyedAt: z.iso.datetime().nullable(),
  agreedBy: z.array(person),
});

export const keepingPage = z.object({
  asks: z.array(openAsk),
  holds: z.array(standingHold),
  expiring: z.array(z.object({ ...aboutRecord, rule: z.enum(endings), at: z.iso.datetime() })),
  certificates: z.array(certificate),
  periods: z.array(
    z.object({
      rule: z.enum(retentionRules),
      days: z.number().int(),
      /** False where the community set days of its own. */
      isByProfile: z.boolean(),
      byProfile: z.number().int(),
      /** How often the community set its own; 0 where it never did. */
      version: z.number().int(),
      ceiling: z.number().int(),
      source: z.object({ document: z.string(), section: z.string() }).nullable(),
      verified: z.boolean(),
    }),
  ),
});
export type KeepingPage = z.infer<typeof keepingPage>;
