import { z } from 'zod';
import { languages } from '../platform/i18n/language.ts';

/** The four phases of the defense chain and the links of each, in the order in which they hold. */
export const chain = {
  prevent: ['deter', 'detect', 'assess', 'follow-up'],
  prepare: ['distance', 'movement', 'barriers', 'people'],
  respond: ['bystanders', 'command', 'medical', 'communications'],
  recover: ['immediate', 'short-term', 'long-term'],
} as const;

export const phases = ['prevent', 'prepare', 'respond', 'recover'] as const;
export type Phase = (typeof phases)[number];
export type Step = (typeof chain)[Phase][number];
export const steps: readonly Step[] = phases.flatMap((phase) => [...chain[phase]]);

/** Who reads: each role has its own way into the library. */
export const readers = [
  'public',
  'teacher',
  'team-member',
  'site-manager',
  'police-ems',
  'hospital',
  'victim-services',
  'community-leader',
  'survivor-family',
] as const;
export type Reader = (typeof readers)[number];

/** How far a text has come; a translation counts as reviewed only when a native speaker has read it. */
export const statuses = ['written', 'not-reviewed', 'reviewed'] as const;
export type Status = (typeof statuses)[number];

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const line = z.string().trim().min(1).max(400);
const date = z.iso.date('must be a date such as 2026-11-23');
const role = z.enum(readers);
const phase = z.enum(phases);
const webAddress = z.url({ protocol: /^https?$/, error: 'must start with https:// or http://' });
const checked = z.union([z.literal('unchecked'), date]);

/** The same text in each of the four languages. */
const spoken = z.strictObject(
  Object.fromEntries(languages.map((language) => [language, z.string().trim().min(1)])) as Record<
    (typeof languages)[number],
    z.ZodString
  >,
);
export type Spoken = z.infer<typeof spoken>;

/** The phase and the slug of a text: the same in every language. */
export const textId = z
  .string()
  .max(100)
  .regex(/^(prevent|prepare|respond|recover)\.[a-z0-9]+(-[a-z0-9]+)*$/, 'must look like prevent.warning-signs');

/** What stands at the head of an article's file. */
export const frontMatter = z
  .strictObject({
    id: textId,
    title: line,
    summary: line,
    phase,
    step: z.enum(steps as [Step, ...Step[]]),
    roles: z.array(role).min(1),
    sources: z.array(id),
    readingAge: z.int().min(9).max(18),
    updated: date,
    status: z.enum(statuses),
    /** The native speaker who read it; nobody else makes a text reviewed. */
    reviewedBy: line.optional(),
  })
  .refine(({ status, reviewedBy }) => (status === 'reviewed') === (reviewedBy !== undefined), {
    path: ['reviewedBy'],
    error: 'must name who reviewed it where the status is reviewed, and nobody elsewhere',
  });

/** `read`: the publisher's own page was read; `second-hand`: a copy or a report about it; `unverified`: not yet at the source. */
export const marks = ['read', 'second-hand', 'unverified'] as const;
const mark = z.enum(marks);

export const source = z.strictObject({
  id,
  title: line,
  publisher: line,
  year: z.int().nullable(),
  url: webAddress.nullable(),
  licence: line,
  mark,
  note: z.string(),
});
export type Source = z.infer<typeof source>;

export const resource = z.strictObject({
  id,
  title: line,
  publisher: line,
  country: z.string().regex(/^[A-Z]{2,3}$/, 'must be a code such as FR'),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
  roles: z.array(role).min(1),
  phases: z.array(phase).min(1),
  licence: line,
  url: webAddress,
  checked,
});
export type Resource = z.infer<typeof resource>;

const step = z.strictObject({ id, title: spoken, text: spoken });

export const country = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,3}$/, 'must be a code such as FR'),
  name: spoken,
  languages: z.array(z.string()).min(1),
  emergencyNumbers: z
    .array(z.strictObject({ id, number: z.string().min(2), channel: z.enum(['voice', 'text', 'app']), use: spoken }))
    .min(1),
  wording: z.strictObject({ language: z.string(), text: line }),
  steps: z.array(step).min(1),
  /** What the country teaches for when neither leaving nor hiding is possible; nothing where it teaches no such step. */
  lastStep: z.strictObject({
    taught: z.boolean(),
    title: spoken.nullable(),
    text: spoken.nullable(),
    sources: z.array(id),
  }),
  sources: z.array(id).min(1),
  checked,
  note: z.string(),
});
export type Country = z.infer<typeof country>;

export const finding = z.strictObject({ id, text: spoken, sources: z.array(id).min(1) });
export type Finding = z.infer<typeof finding>;

export const evidence = z.strictObject({
  id,
  title: spoken,
  unit: z.string(),
  chart: z.enum(['bar', 'stacked-bar', 'grouped-bar']),
  period: z.string().nullable(),
  order: z.enum(['as-given', 'alphabetical']),
  columns: z.array(z.strictObject({ id, label: spoken })).min(1),
  rows: z
    .array(
      z.strictObject({
        id,
        label: spoken,
        values: z.array(z.number().nullable()),
        qualifier: z.enum(['more-than', 'less-than', 'about']).optional(),
      }),
    )
    .min(1),
  note: spoken,
  doesNotShow: spoken,
  sources: z.array(id).min(1),
  mark,
  reportedBy: z.string().nullable(),
});
export type Evidence = z.infer<typeof evidence>;

const choice = z.strictObject({ id, text: spoken, feedback: spoken });

export const course = z
  .strictObject({
    id,
    roles: z.array(role).min(1),
    minutes: z.int().positive(),
    renewMonths: z.int().positive(),
    sources: z.array(id),
    updated: date,
    status: z.strictObject({ en: z.enum(statuses), ca: z.enum(statuses), es: z.enum(statuses), fr: z.enum(statuses) }),
    title: spoken,
    intro: spoken,
    situations: z.array(z.strictObject({ id, text: spoken, choices: z.array(choice).min(2), best: id })).min(1),
    summary: spoken,
  })
  .refine((given) => given.situations.every(({ best, choices }) => choices.some((each) => each.id === best)), {
    path: ['situations'],
    error: 'each best answer must be one of its choices',
  });
export type Course = z.infer<typeof course>;

/** What the search answers. */
export const searchAnswer = z.object({
  results: z.array(z.object({ id: z.string(), title: z.string(), url: z.string(), excerpt: z.string() })),
});

/** A language that a community writes in beside the four, and which of the four stands in where a text is missing. */
export const addedLanguage = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]{2}$/, 'must be a code of two letters such as ar')
    .refine((code) => !languages.some((own) => own === code), 'is one of the four'),
  name: z.string().trim().min(1).max(60),
  direction: z.enum(['ltr', 'rtl']),
  fallsBackTo: z.enum(languages),
});
export type AddedLanguage = z.infer<typeof addedLanguage>;

/** A text as somebody writes it in the console; what is wrong with it is said by the same checks that read a file. */
export const writtenText = z.strictObject({
  title: z.string().max(1_000),
  summary: z.string().max(1_000),
  step: z.string().max(40),
  roles: z.array(z.string().max(40)).max(20),
  sources: z.array(z.string().max(100)).max(100),
  readingAge: z.string().max(10),
  status: z.string().max(20),
  reviewedBy: z.string().max(400),
  body: z.string().max(150_000),
});
export type WrittenText = z.infer<typeof writtenText>;

/** One fault of a text: the field it is about, and the line of the body where there is one. */
export const textFault = z.object({
  field: z.string(),
  line: z.number().nullable(),
  because: z.string(),
});
export type TextFault = z.infer<typeof textFault>;

export const textPreview = z.object({
  faults: z.array(textFault),
  /** The text as the page draws it; null where it cannot be drawn. */
  tree: z.unknown(),
  sources: z.array(z.object({ id: z.string(), title: z.string(), publisher: z.string() })),
});
export type TextPreview = z.infer<typeof textPreview>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const versionStates = ['draft', 'waiting', 'approved', 'returned', 'withdrawn'] as const;
export const textVersion = z.object({
  number: z.int(),
  state: z.enum(versionStates),
  author: named,
  writtenAt: z.iso.datetime(),
  decider: named.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  words: z.string(),
});
export type TextVersion = z.infer<typeof textVersion>;

export const publication = z.object({
  position: z.int(),
  /** Null where the text of the program or of the folder stood again, or none. */
  version: z.int().nullable(),
  by: named,
  at: z.iso.datetime(),
});

/** What stands in the library now: a version of the console, a file of the operator's folder, the program's own text, or none. */
export const standings = ['console', 'folder', 'program', 'none'] as const;
const standing = z.enum(standings);

export const openedText = z.object({
  language: z.string(),
  id: z.string(),
  address: z.string(),
  standing,
  /** What stands again when the console's text is taken back. */
  below: standing,
  /** How often what stands here was changed in the console; an approval says what it saw. */
  position: z.int(),
  version: z.int().nullable(),
  fields: writtenText.nullable(),
  draft: z.object({ number: z.int(), fields: writtenText }).nullable(),
  versions: z.array(textVersion),
  publications: z.array(publication),
  /** What a field may name. */
  sources: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type OpenedText = z.infer<typeof openedText>;

export const changedLine = z.object({ kind: z.enum(['same', 'added', 'removed', 'left-out']), text: z.string() });
export type ChangedLine = z.infer<typeof changedLine>;

export const openedVersion = z.object({
  version: textVersion,
  fields: writtenText,
  /** Against what stands now while it is open, else against what stood before it. */
  changes: z.array(changedLine),
});
export type OpenedVersion = z.infer<typeof openedVersion>;

export const textRow = z.object({
  language: z.string(),
  id: z.string(),
  title: z.string(),
  status: z.enum(statuses).nullable(),
  standing,
  below: standing,
  drafts: z.int(),
  waiting: z.int(),
});
export type TextRow = z.infer<typeof textRow>;

export const textList = z.object({
  languages: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      direction: z.enum(['ltr', 'rtl']),
      fallsBackTo: z.enum(languages).nullable(),
    }),
  ),
  rows: z.array(textRow),
});
export type TextList = z.infer<typeof textList>;

export const saveText = z.strictObject({ fields: writtenText, send: z.boolean() });
export const decideVersion = z.strictObject({
  decision: z.enum(['approve', 'return']),
  words: z.string().trim().max(2_000),
  position: z.int(),
});
export const goBack = z.strictObject({ version: z.int().positive().nullable(), position: z.int() });

export const toldMistakes = z.object({
  mistakes: z.array(z.object({ id: z.uuid(), page: z.string(), words: z.string(), toldAt: z.iso.datetime() })),
});
export type ToldMistakes = z.infer<typeof toldMistakes>;

export type { DueTraining, TrainingRecord } from './courses/training-contract.ts';
