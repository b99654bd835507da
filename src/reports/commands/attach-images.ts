import type { Tx } from '../../platform/db/database.ts';
import type { StoredImage } from '../../platform/files/store-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { mailboxKeyOf, openAt, type Spot, sealAt } from '../sealing.ts';

const spotOf = (tx: Tx, report: string, id: string): Spot => ({
  community: tx.actor.communityId,
  report,
  table: 'report_attachments',
  column: 'file_key',
  row: id,
});

/** Writes the rows of stored images; those of a later message are sealed to the mailbox, the first ones to the report. */
export async function keepImages(
  tx: Tx,
  ground: Ground,
  report: string,
  messageId: string | null,
  key: Buffer,
  images: readonly StoredImage[],
) {
  if (images.length === 0) return;
  const rows = images.map((image) => ({
    communityId: tx.actor.communityId,
    id: image.id,
    reportId: report,
    messageId,
    fileName: image.id,
    bytes: image.bytes,
    fileKey: sealAt(key, spotOf(tx, report, image.id), image.key.toString('base64')),
    receivedAt: ground.clock.now(),
  }));
  await tx.sql.insertInto('reportAttachments').values(rows).execute();
}

/** The bytes of one image for somebody who holds the report's key. */
export async function readImage(
  tx: Tx,
  ground: Ground,
  report: string,
  id: string,
  recordKey: Buffer,
): Promise<Buffer | null> {
  const row = await tx.sql
    .selectFrom('reportAttachments')
    .selectAll()
    .where('reportId', '=', report)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const key = row.messageId ? mailboxKeyOf(recordKey) : recordKey;
  const fileKey = openAt<string>(key, spotOf(tx, report, id), row.fileKey);
  return await ground.files.get(row.fileName, Buffer.from(fileKey, 'base64'));
}
