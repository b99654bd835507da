import { z } from 'zod';
import { identifierFields, openedReport } from '../../reports/contract.ts';
import { caseImport } from '../bring-in/contract.ts';
import { shareInput } from '../sharing/contract.ts';
import { archivedCase, archivedRows } from './rows.ts';

export const archiveFormat = 'forestall-case';
/** Raised whenever an older Forestall could no longer read an archive; a column more is no such change. */
export const archiveVersion = 1;
/** An archive, unpacked: more is neither written nor read, so that a few bytes cannot fill the memory. */
export const archiveBytesAtMost = 128 * 1024 * 1024;
/** Each picture is made anew from its pixels when it comes in, one after another. */
export const archiveFilesAtMost = 1_000;

const rows = Object.fromEntries(
  Object.entries(archivedRows).map(([table, row]) => [table, z.array(row)]),
) as unknown as { [Table in keyof typeof archivedRows]: z.ZodArray<(typeof archivedRows)[Table]> };

const archivedReport = openedReport.pick({
  id: true,
  number: true,
  channel: true,
  language: true,
  receivedAt: true,
  urgency: true,
  originalUrgency: true,
  state: true,
  outcome: true,
  rule: true,
  concern: true,
  attachments: true,
  conversation: true,
  transitions: true,
  handovers: true,
});

const archivedFile = z.object({
  id: z.uuid(),
  of: z.enum(['report', 'statement']),
  recordId: z.uuid().describe('The report or the statement that it belongs to.'),
  mediaType: z.literal('image/webp'),
  sha256: z.hex(),
  base64: z.base64(),
});

/** One case with everything that belongs to it, as it is sealed into an archive. Documented in `docs/case-archive.md`. */
export const caseArchive = z.object({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  madeAt: z.iso.datetime(),
  from: z.object({ id: z.uuid(), community: z.string(), country: z.string(), timeZone: z.string() }),
  case: archivedCase,
  rows: z.object(rows),
  identifiers: z.array(z.object({ id: z.uuid(), field: z.enum(identifierFields), value: z.string() })),
  /** Reports of the case. What the reporter told of who they are is sealed apart and in no archive. */
  reports: z.array(archivedReport),
  /** Reports that whoever made the archive could not open. */
  closedReports: z.array(z.object({ id: z.uuid(), number: z.string() })),
  staff: z.array(z.object({ id: z.uuid(), name: z.string(), discipline: z.string(), agency: z.string() })),
  files: z.array(archivedFile),
  /** What the audit log says of the case, proven; null where that log was not signed yet. */
  proof: z
    .object({
      verifierKey: z.string(),
      lines: z.string(),
      entries: z.number().int(),
      notYetSigned: z.number().int(),
    })
    .nullable(),
});
export type CaseArchive = z.infer<typeof caseArchive>;

/** Whom a whole case is given to, why and on which ground, and the age keys that open it. */
export const exportCaseInput = shareInput
  .pick({
    recipient: true,
    basis: true,
    basisNote: true,
    necessity: true,
    isEmergency: true,
    endsAt: true,
    language: true,
  })
  .extend({ ageKeys: z.array(z.string().trim().min(1).max(200)).min(1).max(5) });
export type ExportCaseInput = z.output<typeof exportCaseInput>;

const counts = z.object({
  statements: z.number().int(),
  people: z.number().int(),
  openActions: z.number().int(),
  reports: z.number().int(),
  files: z.number().int(),
  events: z.number().int(),
});

/** What its proof shows: whether it is true, how many entries of the log it holds, and the key that signed them. */
const shown = z.object({
  isTrue: z.boolean(),
  entries: z.number().int(),
  notYetSigned: z.number().int(),
  verifierKey: z.string(),
});

export const archiveFaults = ['proof-false', 'proof-of-another-case', 'file-changed', 'file-not-taken'] as const;

/** What an archive holds, before anything of it is kept. */
export const archiveLookedAt = z.object({
  sha256: z.string(),
  from: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  stage: z.string(),
  levelOfConcern: z.string(),
  madeAt: z.iso.datetime(),
  holds: counts,
  closedReports: z.number().int(),
  proof: shown.nullable(),
  /** Each keeps the archive out; `file` says which picture it speaks of. */
  faults: z.array(z.object({ because: z.enum(archiveFaults), file: z.uuid().nullable() })),
  /** Cases here that came from the same case elsewhere; `isSame` where it was this very archive. */
  before: z.array(z.object({ number: z.string(), at: z.iso.datetime(), isSame: z.boolean() })),
});
export type ArchiveLookedAt = z.infer<typeof archiveLookedAt>;

export const bringArchiveOptions = z.strictObject({
  /** The secret age key that opens the archive: used once, kept nowhere. */
  opensWith: z.string().trim().min(1).max(200),
  leadId: z.uuid(),
  deputyId: z.uuid(),
});
export const lookAtArchiveOptions = bringArchiveOptions.pick({ opensWith: true });
export type BringArchiveOptions = z.infer<typeof bringArchiveOptions>;

export const archiveImports = z.object({ imports: z.array(caseImport) });
export type ArchiveImports = z.infer<typeof archiveImports>;

/** Whence a case came, and all that was recorded of it there, oldest first. */
export const broughtCase = z.object({
  from: z.string(),
  number: z.string(),
  madeAt: z.iso.datetime(),
  broughtAt: z.iso.datetime(),
  broughtBy: z.string(),
  sha256: z.string(),
  levelOfConcern: z.string(),
  proof: shown.nullable(),
  story: z.array(
    z.object({
      kind: z.enum([...Object.keys(archivedRows), 'reports'] as [keyof typeof archivedRows | 'reports']),
      at: z.iso.datetime().nullable(),
      by: z.string().nullable(),
      texts: z.array(z.string()),
    }),
  ),
  files: z.array(z.object({ id: z.uuid(), of: z.enum(['report', 'statement']) })),
});
export type BroughtCase = z.infer<typeof broughtCase>;
