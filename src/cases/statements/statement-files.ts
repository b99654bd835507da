import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { CleanImage } from '../../platform/files/clean-images.ts';
import { attachmentLimit } from '../../platform/files/read-images.ts';
import { storeImages } from '../../platform/files/store-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { caseKey, lockOpenCase } from '../commands/case-row.ts';
import { openAt, sealAt, statementFileSpot } from '../sealing.ts';

/** Puts pictures on a statement of an open case, each sealed under a key of its own; ten at most, or none of these. */
export async function addStatementFiles(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  statementId: string,
  images: readonly CleanImage[],
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const before = await filesBefore(tx, caseId, statementId);
  const facts = { statement: statementId, files: images.length };
  await recordAct(tx, ground, { act: 'statement-files-added', recordKind: 'case', recordId: caseId, facts });
  await keepStatementFiles(tx, ground, { caseId, statementId, key, before }, images);
}

type On = { caseId: string; statementId: string; key: Buffer; before: number };

/** Seals pictures and writes their rows, after those that the statement has already; ten at most in all, or none of these. */
export async function keepStatementFiles(
  tx: Tx<PersonActor>,
  ground: Ground,
  { caseId, statementId, key, before }: On,
  images: readonly CleanImage[],
): Promise<void> {
  if (before + images.length > attachmentLimit.files) throw invalid({ images: 'ten-pictures-at-most' });
  if (images.length === 0) return;
  const { communityId, personId } = tx.actor;
  const rows = (await storeImages(ground, images)).map((image, index) => ({
    communityId,
    id: image.id,
    caseId,
    statementId,
    position: before + index + 1,
    bytes: image.bytes,
    fileName: image.id,
    fileKey: sealAt(key, statementFileSpot(communityId, caseId, image.id), image.key.toString('base64')),
    addedBy: personId,
    addedAt: ground.clock.now(),
  }));
  await tx.sql.insertInto('statementFiles').values(rows).execute();
}

/** How many pictures the statement has; it is of this case, or not found. */
async function filesBefore(tx: Tx, caseId: string, statementId: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('statements as s')
    .leftJoin('statementFiles as f', 'f.statementId', 's.id')
    .select((count) => count.fn.count<string>('f.id').as('files'))
    .where('s.caseId', '=', caseId)
    .where('s.id', '=', statementId)
    .groupBy('s.id')
    .executeTakeFirst();
  if (!row) throw notFound();
  return Number(row.files);
}

/** The bytes of one picture on a statement, for somebody who holds the case's key; else not found. */
export async function readStatementFile(
  tx: Tx<PersonActor>,
  ground: Ground,
  path: { id: string; statementId: string; fileId: string },
): Promise<Buffer> {
  const key = await caseKey(tx, ground, path.id);
  const row = await tx.sql
    .selectFrom('statementFiles')
    .selectAll()
    .where('caseId', '=', path.id)
    .where('statementId', '=', path.statementId)
    .where('id', '=', path.fileId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const fileKey = openAt<string>(key, statementFileSpot(row.communityId, path.id, row.id), row.fileKey);
  return await ground.files.get(row.fileName, Buffer.from(fileKey, 'base64'));
}
