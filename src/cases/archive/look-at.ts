import { verifyLog } from '../../platform/audit/tree/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { cleanImage } from '../../platform/files/clean-image.ts';
import type { ArchiveLookedAt, CaseArchive } from './contract.ts';
import { sha256, type Unpacked } from './pack.ts';
import { tables } from './read-rows.ts';

type Fault = ArchiveLookedAt['faults'][number];
type Shown = NonNullable<ArchiveLookedAt['proof']>;

/** What was found wrong with an archive before anything is kept, and its pictures, each made anew from its pixels. */
export type Checked = { faults: Fault[]; proof: Shown | null; pictures: Map<string, Buffer> };

/** Checks the proof and every picture of an archive; the pictures one after another, outside any transaction. */
export async function checked(archive: CaseArchive): Promise<Checked> {
  const proof = await proofOf(archive);
  const pictures = new Map<string, Buffer>();
  const faults: Fault[] = proof.faults.map((because) => ({ because, file: null }));
  for (const { id, base64, sha256: said } of archive.files) {
    const bytes = Buffer.from(base64, 'base64');
    const clean = sha256(bytes).toString('hex') === said ? await cleanImage(bytes) : undefined;
    if (clean === undefined) faults.push({ because: 'file-changed', file: id });
    else if (clean === null) faults.push({ because: 'file-not-taken', file: id });
    else pictures.set(id, clean);
  }
  return { faults, proof: proof.shown, pictures };
}

async function proofOf({
  proof,
  from,
  case: { id },
}: CaseArchive): Promise<{ shown: Shown | null; faults: Fault['because'][] }> {
  if (proof === null) return { shown: null, faults: [] };
  const { lines, verifierKey, notYetSigned } = proof;
  const verdict = await verifyLog(lines.split('\n'), verifierKey);
  const entries = lines.split('\n').flatMap(entryIn);
  const isOfCase = verifierKey.startsWith(`forestall/${from.id}+`) && entries.every((each) => each.recordId === id);
  const isTrue = verdict.ok && isOfCase;
  const faults: Fault['because'][] = verdict.ok ? (isOfCase ? [] : ['proof-of-another-case']) : ['proof-false'];
  return { shown: { isTrue, entries: entries.length, notYetSigned, verifierKey }, faults };
}

/** The entry of the log that a line proves; none in the line of the checkpoint. */
function entryIn(line: string): { recordId?: unknown }[] {
  try {
    const { entry } = JSON.parse(line) as { entry?: string };
    return entry === undefined ? [] : [JSON.parse(entry)];
  } catch {
    return [];
  }
}

/** What tells the case of an archive from every other case elsewhere. */
export const originOf = ({ from, case: { id } }: CaseArchive): Buffer => sha256(Buffer.from(`${from.id} ${id}`));

/** What an archive holds, what is wrong with it, and whether its case came here before. */
export async function lookedAt(tx: Tx, unpacked: Unpacked, { faults, proof }: Checked): Promise<ArchiveLookedAt> {
  const { archive } = unpacked;
  const { case: theCase, rows, from } = archive;
  return {
    sha256: unpacked.file.toString('hex'),
    from: from.community,
    number: theCase.number,
    title: theCase.content.title,
    state: theCase.state,
    stage: theCase.stage,
    levelOfConcern: theCase.levelOfConcern,
    madeAt: archive.madeAt,
    holds: {
      statements: rows.statements.length,
      people: rows.casePeople.length,
      openActions: openActions(archive).length,
      reports: archive.reports.length,
      files: archive.files.length,
      events: tables.reduce((sum, table) => sum + rows[table].length, 0),
    },
    closedReports: archive.closedReports.length,
    proof,
    faults,
    before: await broughtBefore(tx, unpacked),
  };
}

/** What was still to be done when the archive was made. */
export const openActions = ({ rows }: CaseArchive): CaseArchive['rows']['actions'] =>
  rows.actions.filter(({ state }) => state === 'assigned' || state === 'accepted');

async function broughtBefore(tx: Tx, { archive, content }: Unpacked): Promise<ArchiveLookedAt['before']> {
  const rows = await tx.sql
    .selectFrom('broughtCases')
    .innerJoin('cases', 'cases.id', 'broughtCases.caseId')
    .select(['cases.number', 'broughtCases.broughtAt', 'broughtCases.archiveHash'])
    .where('broughtCases.originHash', '=', originOf(archive))
    .execute();
  return rows.map(({ number, broughtAt, archiveHash }) => ({
    number,
    at: broughtAt.toISOString(),
    isSame: archiveHash.equals(content),
  }));
}
