import { z } from 'zod';
import { languages } from '../../platform/i18n/language.ts';

/** What a team prints of one case; the minutes are of a meeting. */
export const documentKinds = [
  'assessment-summary',
  'safety-plan',
  'disclosure-record',
  'closing-memo',
  're-entry-plan',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentQuery = z.strictObject({ language: z.enum(languages).default('en') });

const table = z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) });
const section = z.object({
  heading: z.string(),
  paragraphs: z.array(z.string()),
  table: table.nullable(),
  /** Lines to be signed by hand. */
  signatures: z.array(z.string()),
});
/** A document as it is printed, whatever draws it: every word in the language that was asked for, or as it was written. */
export const caseDocument = z.object({
  kind: z.enum([...documentKinds, 'meeting-minutes']),
  language: z.enum(languages),
  title: z.string(),
  community: z.string(),
  madeAt: z.iso.datetime(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  sections: z.array(section),
  /** Who made it and when, and that it is not to be passed on. */
  footer: z.string(),
});
export type CaseDocument = z.infer<typeof caseDocument>;
export type DocumentSection = CaseDocument['sections'][number];
