import { z } from 'zod';
import { concern, languages } from '../reports/contract.ts';
import { oldOutcomes } from './screens/tip-line/check-tips.ts';

const words = (most: number) => z.string().trim().max(most);

/** What a partner's program sends: a concern as on the public form, and the partner's own mark for it. */
export const partnerReportInput = concern.extend({ reference: words(100).default('') });

export const partnerRow = z.object({
  id: z.uuid(),
  name: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  endedAt: z.iso.datetime().nullable(),
  /** How many reports it has sent, and when the last came. */
  reports: z.number().int(),
  lastAt: z.iso.datetime().nullable(),
});
export type PartnerRow = z.infer<typeof partnerRow>;
export const partnersAnswer = z.object({ partners: z.array(partnerRow) });
export const makePartnerInput = z.strictObject({ name: words(100).min(1) });
/** The token is told once, here, and never again. */
export const madePartner = z.object({ id: z.uuid(), token: z.string() });

const column = z.number().int().min(0).max(1_000);
const mapping = z.strictObject({
  what: column,
  receivedAt: column.optional(),
  when: column.optional(),
  where: column.optional(),
  aboutWhom: column.optional(),
  whoElseKnows: column.optional(),
  earlierReport: column.optional(),
});
const language = z.enum(languages);
export const importOptions = z.discriminatedUnion('become', [
  z.strictObject({ become: z.literal('waiting'), mapping, language }),
  z.strictObject({
    become: z.literal('decided'),
    mapping,
    language,
    outcome: z.enum(oldOutcomes),
    reason: words(2_000).min(3),
  }),
]);
export type ImportOptions = z.infer<typeof importOptions>;
export const tipImport = z.object({
  id: z.uuid(),
  begunAt: z.iso.datetime(),
  begunBy: z.string(),
  become: z.enum(['waiting', 'decided']),
  rows: z.number().int(),
  done: z.number().int(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  endedAt: z.iso.datetime().nullable(),
});
export type TipImport = z.infer<typeof tipImport>;
export const tipImports = z.object({ imports: z.array(tipImport) });

/** What becomes of a mail once its report is kept: it stays, marked, or it is removed where nothing of it was left out. */
export const whatThen = ['keep', 'remove'] as const;
const mailbox = z.object({
  host: z.string(),
  port: z.number().int(),
  isTlsFromStart: z.boolean(),
  user: z.string(),
  folder: z.string(),
  afterwards: z.enum(whatThen),
  answers: z.boolean(),
  /** The certificate of the authority that the server’s own must come from; empty: those that every program trusts. */
  authority: z.string(),
});
export const mailboxAnswer = mailbox.extend({
  hasSecret: z.boolean(),
  version: z.number().int(),
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  trouble: z.enum(['unreachable', 'certificate', 'refused', 'no-such-folder']).nullable(),
  /** How many mails became reports. */
  taken: z.number().int(),
});
export type Mailbox = z.infer<typeof mailboxAnswer>;
export const saveMailboxInput = z.strictObject({
  version: z.number().int(),
  /** Empty: no mail is taken any more. */
  host: words(253).regex(/^$|^[\w.:-]+$/),
  port: z.number().int().min(1).max(65_535),
  isTlsFromStart: z.boolean(),
  user: words(320),
  /** Empty: the password that is kept stays, as long as server, user and folder do. */
  secret: z.string().max(500),
  folder: words(200).min(1),
  afterwards: z.enum(whatThen),
  answers: z.boolean(),
  authority: z.string().trim().max(20_000).default(''),
});
export type SaveMailboxInput = z.infer<typeof saveMailboxInput>;
