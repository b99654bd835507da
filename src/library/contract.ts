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

/** What stands at the head of an article's file. */
export const frontMatter = z.strictObject({
  id: z.string().regex(/^(prevent|prepare|respond|recover)\.[a-z0-9-]+$/, 'must look like prevent.warning-signs'),
  title: line,
  summary: line,
  phase,
  step: z.enum(steps as [Step, ...Step[]]),
  roles: z.array(role).min(1),
  sources: z.array(id),
  readingAge: z.int().min(9).max(18),
  updated: date,
  status: z.enum(statuses),
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
