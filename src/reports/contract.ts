import { z } from 'zod';
import { identifierFields, relayBases, similarReasons, verification } from './linking/contract.ts';
import { readingReason } from './reading/contract.ts';
import { behindReasons, lanes } from './surge/contract.ts';

export {
  checkRelayInput,
  identifierFields,
  identifierInput,
  linkInput,
  type RelayCheck,
  type Verification,
} from './linking/contract.ts';
export { giveReasonInput } from './reading/contract.ts';
export { type BehindReason, changeRowInput, type Lane, rowDecided } from './surge/contract.ts';

export const languages = ['en', 'ca', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];

export const urgencies = ['immediate', 'urgent', 'unsorted', 'routine'] as const;
export type Urgency = (typeof urgencies)[number];

export const channels = ['web', 'api', 'phone', 'letter', 'walk-in', 'partner', 'import', 'email'] as const;
export type Channel = (typeof channels)[number];

/** Asked first; any of them makes a report immediate. */
export const imminenceFlags = [
  'someone-hurt',
  'weapon-in-hand',
  'time-within-a-day',
  'on-the-way',
  'suicide-in-progress',
  'child-missing',
] as const;
export type ImminenceFlag = (typeof imminenceFlags)[number];

/** Sign codes as the field brief numbers them: motivation, preparation, exposure, proximal warning behaviours. */
export const motivationSigns = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7'] as const;
export const preparationSigns = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const;
export const exposureSigns = ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8', 'X9'] as const;
export const proximalSigns = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'] as const;
export const signs = [...motivationSigns, ...preparationSigns, ...exposureSigns, ...proximalSigns] as const;
export type Sign = (typeof signs)[number];

/** The signs that the public form offers, in everyday words (W codes are for trained people). */
export const publicSigns = [...motivationSigns, ...preparationSigns, ...exposureSigns] as const;

export const waysOfKnowing = ['saw', 'heard', 'told', 'read', 'found'] as const;
export const placeKinds = ['place', 'online', 'unknown'] as const;
export const concernsAbout = ['somebody-else', 'myself', 'somebody-who-works-here'] as const;

export const wordsLimit = 20_000;
export const contactLimit = 1_000;

const words = (most: number) => z.string().trim().max(most);

/** What a reporter tells; every field but `dangerNow` and `what` can be skipped. */
export const concern = z.strictObject({
  dangerNow: z.boolean(),
  what: words(wordsLimit).min(1),
  language: z.enum(languages),
  imminence: z.array(z.enum(imminenceFlags)).max(imminenceFlags.length).default([]),
  when: words(500).default(''),
  whereKind: z.enum(placeKinds).default('unknown'),
  where: words(500).default(''),
  aboutWhom: words(2_000).default(''),
  howKnown: z.array(z.enum(waysOfKnowing)).max(waysOfKnowing.length).default([]),
  whoElseKnows: words(1_000).default(''),
  signs: z.array(z.enum(signs)).max(signs.length).default([]),
  targetOrTimeNamed: z.boolean().default(false),
  about: z.enum(concernsAbout).default('somebody-else'),
  selfHarm: z.boolean().default(false),
  staffName: words(200).default(''),
  earlierReport: words(40).default(''),
});
export type Concern = z.infer<typeof concern>;
export type ConcernInput = z.input<typeof concern>;

/** What arrives from outside: the concern, and apart from it how the reporter can be reached, if they want to be. */
export const reportInput = concern.extend({ contact: words(contactLimit).default('') });

/** Which rule set the urgency; shown to the officer, never to the public. */
export const urgencyRules = [
  'danger-now',
  'imminence-flag',
  'motivation-and-preparation',
  'proximal-behaviour',
  'leakage-names-target-or-time',
  'nothing-ticked',
  'anything-else',
] as const;
export type UrgencyRule = (typeof urgencyRules)[number];

export const receiptAnswer = z.object({
  number: z.string(),
  receipt: z.string().regex(/^\d{24}$/),
  /** When somebody next reads, by the rota and the clock of this urgency (ISO 8601), or null when the rota is empty. */
  nextRead: z.iso.datetime().nullable(),
});
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;

/** All that a reporter may know of the state: never a person, a level or a case. */
export const reporterStatuses = ['received', 'read', 'answered', 'finished'] as const;
export type ReporterStatus = (typeof reporterStatuses)[number];

export const receiptInput = z.strictObject({ receipt: z.string().max(80) });
export const reporterMessageInput = z.strictObject({
  receipt: z.string().max(80),
  words: words(wordsLimit).min(1),
});

export const conversationMessage = z.object({
  id: z.uuid(),
  from: z.enum(['reporter', 'staff']),
  at: z.iso.datetime(),
  words: z.string(),
  images: z.number().int(),
});
export type ConversationMessage = z.infer<typeof conversationMessage>;

export const mailbox = z.object({
  number: z.string(),
  status: z.enum(reporterStatuses),
  nextRead: z.iso.datetime().nullable(),
  conversation: z.array(conversationMessage),
  /** When two people together opened how the reporter can be reached. */
  identityOpenedAt: z.array(z.iso.datetime()),
});
export type Mailbox = z.infer<typeof mailbox>;

export const outcomes = [
  'opened-case',
  'linked-to-case',
  'routed-to-support',
  'referred-elsewhere',
  'emergency-relayed',
  'resolved-on-contact',
  'unsubstantiated',
  'insufficient-information',
  'misuse',
  'test',
] as const;
export type Outcome = (typeof outcomes)[number];

export const reportRow = z.object({
  id: z.uuid(),
  number: z.string(),
  channel: z.enum(channels),
  language: z.enum(languages),
  receivedAt: z.iso.datetime(),
  urgency: z.enum(urgencies),
  state: z.enum(['waiting', 'decided']),
  outcome: z.enum(outcomes).nullable(),
  responsible: z.object({ id: z.uuid(), name: z.string() }),
  climbedTo: z.enum(['duty', 'second', 'coordinator']),
  nextDueAt: z.iso.datetime().nullable(),
  firstReadAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  sealedPast: z.boolean(),
  lane: z.enum(lanes),
  /** How many near copies wait in the same row, this one not counted. */
  others: z.number().int(),
  /** True where another report stands for the row. */
  folded: z.boolean(),
});
export type ReportRow = z.infer<typeof reportRow>;

export const triageInput = z.strictObject({
  state: z.enum(['waiting', 'decided']).default('waiting'),
  /** The others that wait in the row of this report, instead of the rows. */
  inRowOf: z.uuid().optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const triagePage = z.object({
  rows: z.array(reportRow),
  /** Pass as `after` for the next page; null on the last. */
  next: z.string().nullable(),
  waiting: z.object({ immediate: z.number(), urgent: z.number(), unsorted: z.number(), routine: z.number() }),
  /** Of those that wait: how many lie in another's row, and how many rows stand behind. */
  folded: z.number().int(),
  behind: z.number().int(),
});
export type TriagePage = z.infer<typeof triagePage>;

export const personName = z.object({ id: z.uuid(), name: z.string() });

export const reportTransition = z.object({
  act: z.enum(['decided', 'reopened', 'urgency-changed', 'climbed', 'reporter-wrote']),
  at: z.iso.datetime(),
  by: personName.nullable(),
  outcome: z.enum(outcomes).nullable(),
  urgency: z.enum(urgencies).nullable(),
  reason: z.string().nullable(),
});

export const handoverOpen = z.object({
  id: z.uuid(),
  kind: z.enum(['relay', 'route', 'referral']),
  recipient: z.string(),
  accountable: personName,
  dueAt: z.iso.datetime(),
  acceptedAt: z.iso.datetime().nullable(),
  acceptedName: z.string().nullable(),
});

/** Who was told of a report, by which way, who has opened it, and who is next if nobody decides. */
const ladder = z.object({
  told: z.array(
    z.object({
      person: personName,
      at: z.iso.datetime(),
      by: z.enum(['mail', 'telephone']),
      state: z.enum(['waiting', 'delivered', 'given-up']),
    }),
  ),
  opened: z.array(z.object({ person: personName, at: z.iso.datetime() })),
  next: z.object({ person: personName, to: z.enum(['second', 'coordinator']), at: z.iso.datetime() }).nullable(),
});
export type Ladder = z.infer<typeof ladder>;

export const openedReport = reportRow.extend({
  version: z.number().int(),
  originalUrgency: z.enum(urgencies),
  rule: z.enum(urgencyRules),
  behind: z.array(z.enum(behindReasons)),
  receivedBy: personName.nullable(),
  concern,
  attachments: z.array(
    z.object({ id: z.uuid(), bytes: z.number().int(), messageId: z.uuid().nullable(), receivedAt: z.iso.datetime() }),
  ),
  conversation: z.array(conversationMessage.extend({ by: personName.nullable() })),
  transitions: z.array(reportTransition),
  handovers: z.array(handoverOpen),
  verification: verification.nullable(),
  ladder,
  readingReasons: z.array(readingReason),
  caseId: z.uuid().nullable(),
  canAnswerReporter: z.boolean(),
});
export type OpenedReport = z.infer<typeof openedReport>;

export const imagesAdded = z.object({
  added: z.number().int(),
  refused: z.array(z.object({ name: z.string(), because: z.enum(['too-large', 'too-many', 'not-taken', 'no-room']) })),
});
export const staffReportInput = concern.extend({ channel: z.enum(['phone', 'letter', 'walk-in']) });
export const answerReporterInput = z.strictObject({ words: words(wordsLimit).min(1) });
export const changeUrgencyInput = z.strictObject({
  version: z.number().int(),
  urgency: z.enum(urgencies),
  reason: words(2_000).min(3),
});
export const reopenInput = z.strictObject({ version: z.number().int(), reason: words(2_000).min(3) });

/** What may belong to an open report, each with why; nothing is merged, and a person links or unlinks. */
export const similarReports = z.object({
  identifiers: z.array(z.object({ id: z.uuid(), field: z.enum(identifierFields), value: z.string() })),
  reports: z.array(
    z.object({
      report: reportRow,
      reasons: z.array(z.enum(similarReasons)),
      isLinked: z.boolean(),
      caseId: z.uuid().nullable(),
    }),
  ),
  cases: z.array(z.object({ id: z.uuid(), field: z.enum(identifierFields) })),
  /** True where something that this person cannot open may hold the same identifier: the coordinator knows more. */
  askCoordinator: z.boolean(),
});
export type SimilarReports = z.infer<typeof similarReports>;
const reason = words(4_000).min(3);
const version = z.number().int();
/** A decision always has a reason; what leaves this desk names who receives it; a case names its lead and deputy. */
export const decisionInput = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('opened-case'),
    version,
    reason,
    leadId: z.uuid(),
    deputyId: z.uuid(),
    title: words(200).min(1),
  }),
  z.strictObject({ outcome: z.literal('linked-to-case'), version, reason, caseId: z.uuid() }),
  z.strictObject({
    outcome: z.literal('emergency-relayed'),
    version,
    reason,
    recipient: words(300).min(1),
    basis: z.enum(relayBases),
  }),
  z.strictObject({ outcome: z.literal('routed-to-support'), version, reason, recipient: words(300).min(1) }),
  z.strictObject({ outcome: z.literal('referred-elsewhere'), version, reason, recipient: words(300).min(1) }),
  z.strictObject({
    outcome: z.enum(['resolved-on-contact', 'unsubstantiated', 'insufficient-information', 'misuse', 'test']),
    version,
    reason,
  }),
]);
export type DecisionInput = z.infer<typeof decisionInput>;
export const decisionAnswer = z.object({ report: reportRow, caseId: z.uuid().nullable() });
export const handoverAcceptedInput = z.strictObject({ acceptedName: words(200).min(1) });
