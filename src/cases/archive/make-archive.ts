import { createHash } from 'node:crypto';
import { communityOf, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { extractOf } from '../../platform/audit/extract.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { identifiersOf } from '../../platform/identifiers/index.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import { openReport, readImage } from '../../reports/index.ts';
import { caseOfReport } from '../queries/case-list.ts';
import { readStatementFile } from '../statements/statement-files.ts';
import { archiveFormat, archiveVersion, type CaseArchive, caseArchive } from './contract.ts';
import { readRows } from './read-rows.ts';

type Files = CaseArchive['files'];
type Of = { caseId: string; key: Buffer };

/** Everything of one case that this person can open, with the proof of what the log says of it. */
export async function makeArchive(tx: Tx<PersonActor>, ground: Ground, { caseId, key }: Of): Promise<CaseArchive> {
  const { id, name: community, country, timeZone } = await communityOf(tx);
  const { communityId } = tx.actor;
  const { case: theCase, rows } = await readRows(tx, { communityId, caseId, key });
  const told = await reportsOf(
    tx,
    ground,
    rows.caseReports.map(({ reportId }) => reportId),
  );
  const parts = {
    case: theCase,
    rows,
    identifiers: await identifiersOf(tx, { kind: 'case', id: caseId, key }),
    ...told,
    files: [...told.files, ...(await statementFilesOf(tx, ground, caseId, rows.statementFiles))],
  };
  return caseArchive.parse({
    format: archiveFormat,
    version: archiveVersion,
    madeAt: ground.clock.now().toISOString(),
    from: { id, community, country, timeZone },
    ...parts,
    staff: await staffIn(tx, parts),
    proof: await extractOf(tx, ground.keyStore, caseId),
  });
}

/** The reports of the case with their images; one whose key this person does not hold is only named. */
async function reportsOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  ids: readonly string[],
): Promise<{ reports: unknown[]; closedReports: CaseArchive['closedReports']; files: Files }> {
  const keys = await openRecordKeys(tx, ground, ids);
  const files: Files = [];
  const reports: unknown[] = [];
  for (const [id, key] of keys) {
    const report = await openReport(tx, ground, id, caseOfReport);
    reports.push(report);
    for (const image of report.attachments) {
      const bytes = await readImage(tx, ground, id, image.id, key);
      if (bytes) files.push(fileOf(image.id, 'report', id, bytes));
    }
  }
  return {
    reports,
    files,
    closedReports: await namesOf(
      tx,
      ids.filter((id) => !keys.has(id)),
    ),
  };
}

async function statementFilesOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  rows: CaseArchive['rows']['statementFiles'],
): Promise<Files> {
  const files: Files = [];
  for (const { id, statementId } of rows) {
    const bytes = await readStatementFile(tx, ground, { id: caseId, statementId, fileId: id });
    files.push(fileOf(id, 'statement', statementId, bytes));
  }
  return files;
}

const fileOf = (id: string, of: 'report' | 'statement', recordId: string, bytes: Buffer): Files[number] => ({
  id,
  of,
  recordId,
  mediaType: 'image/webp',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  base64: bytes.toString('base64'),
});

const namesOf = async (tx: Tx, ids: readonly string[]) =>
  ids.length === 0 ? [] : await tx.sql.selectFrom('reports').select(['id', 'number']).where('id', 'in', ids).execute();

const uuids = /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;

/** Who did what is spoken of: everybody of the community whose id stands anywhere in these parts. */
async function staffIn(tx: Tx, parts: object): Promise<CaseArchive['staff']> {
  const named = new Set(Array.from(JSON.stringify(parts).matchAll(uuids), ([, id]) => id!));
  const members = await membersById(tx, [...named]);
  return [...members.values()].map(({ id, name, discipline, agency }) => ({ id, name, discipline, agency }));
}
