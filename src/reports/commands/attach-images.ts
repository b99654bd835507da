import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { newRecordKey } from '../../platform/vault/index.ts';
import { mailboxKeyOf, openAt, type Spot, sealAt } from '../sealing.ts';

/** An image made anew from its pixels: no metadata, no name of the sender's. */
export type CleanImage = { bytes: Buffer };
export type StoredImage = { id: string; key: Buffer; bytes: number };

/** Puts images into the file store, each sealed under a key of its own; rows follow in the transaction. */
export async function storeImages(ground: Ground, images: readonly CleanImage[]): Promise<StoredImage[]> {
  const stored: StoredImage[] = [];
  for (const image of images) {
    const id = newId(ground.clock, ground.chance);
    const key = newRecordKey();
    await ground.files.put(id, key, image.bytes);
    stored.push({ id, key, bytes: image.bytes.length });
  }
  return stored;
}

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
