import { answerableAt, communityOf, nextReadAt } from '../../community/index.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { shareRecordKey } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { newReceipt, newReceiptSalt, receiptKey, receiptLocatorHash, receiptVerifier, sealWithReceipt } from '../../platform/vault/index.ts';
import type { Channel, Concern, ReceiptAnswer } from '../contract.ts';
import { mailboxKeyOf, sealAt } from '../sealing.ts';
import { urgencyOf } from '../urgency.ts';
import { type CleanImage, keepImages, type StoredImage, storeImages } from './attach-images.ts';
import { whoMayRead } from './who-may-read.ts';

/** A report made ready before its transaction: keys, receipt and images, everything that takes time. */
export type PreparedReport = {
  id: string;
  receipt: string;
  locatorHash: Buffer;
  salt: Buffer;
  receiptKey: Buffer;
  recordKey: Buffer;
  images: StoredImage[];
};

/** Makes the keys and the receipt of a new report and puts its images, sealed, into the file store. */
export async function prepareReport(ground: Ground, images: readonly CleanImage[] = []): Promise<PreparedReport> {
  const receipt = newReceipt(ground.chance);
  const salt = newReceiptSalt();
  const recordKey = ground.chance.bytes(32);
  return {
    id: newId(ground.clock, ground.chance),
    receipt,
    salt,
    locatorHash: receiptLocatorHash(receipt, ground.keyStore),
    receiptKey: await receiptKey(receipt, salt, ground.keyStore),
    recordKey,
    images: await storeImages(ground, images),
  };
}

/**
 * Stores the concern, sealed to who may read it, with its receipt, its place in the queue and its named person. When it
 * resolves and the transaction commits, the report is kept; before that nothing was received.
 */
export async function receiveReport(tx: Tx, ground: Ground, concern: Concern, prepared: PreparedReport, channel: Channel): Promise<ReceiptAnswer> {
  const { communityId } = tx.actor;
  const { id } = prepared;
  const now = ground.clock.now();
  const { urgency, rule } = urgencyOf(concern);
  const community = await communityOf(tx);
  const answerable = await answerableAt(tx, now);
  const readers = await whoMayRead(tx, concern);
  const number = spokenNumber(ground.chance);
  const responsible = readers.sealedPast ? readers.recipients[0]!.id : answerable.duty;
  const spot = { community: communityId, report: id, table: 'reports' as const, column: 'content', row: id };
  await tx.sql
    .insertInto('reports')
    .values({
      communityId,
      id,
      number,
      channel,
      language: concern.language,
      receivedAt: now,
      receivedBy: tx.actor.kind === 'person' ? tx.actor.personId : null,
      urgency,
      originalUrgency: urgency,
      responsibleId: responsible,
      nextDueAt: new Date(now.getTime() + community.clocks[urgency] * 60_000),
      sealedPast: readers.sealedPast,
      content: sealAt(prepared.recordKey, spot, { concern, rule }),
    })
    .execute();
  await keepReceipt(tx, prepared);
  await shareRecordKey(tx, ground, id, prepared.recordKey, readers.recipients);
  await keepImages(tx, ground, id, null, prepared.recordKey, prepared.images);
  await recordAct(tx, ground, { act: 'report-received', recordKind: 'report', recordId: id, facts: { channel, urgency } });
  await postMail(tx, ground, responsible, 'report-waiting', { number, urgency });
  return { number, receipt: prepared.receipt, nextRead: (await nextReadAt(tx, now, urgency))?.toISOString() ?? null };
}

async function keepReceipt(tx: Tx, prepared: PreparedReport) {
  const place = { community: tx.actor.communityId, record: prepared.id };
  await tx.sql
    .insertInto('reportReceipts')
    .values({
      communityId: tx.actor.communityId,
      reportId: prepared.id,
      locatorHash: prepared.locatorHash,
      salt: prepared.salt,
      verifier: receiptVerifier(prepared.receiptKey),
      sealedMailboxKey: sealWithReceipt(prepared.receiptKey, place, mailboxKeyOf(prepared.recordKey)),
    })
    .execute();
}
