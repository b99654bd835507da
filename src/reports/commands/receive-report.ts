import { deskAt, nextReadOf } from '../../community/index.ts';
import { actRow } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { insertTogether, newRow } from '../../platform/db/insert-together.ts';
import type { CleanImage } from '../../platform/files/clean-images.ts';
import { type StoredImage, storeImages } from '../../platform/files/store-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { copyRows } from '../../platform/keys/index.ts';
import { mailRow } from '../../platform/mail/index.ts';
import { postPage } from '../../platform/paging/index.ts';
import {
  newReceipt,
  newReceiptSalt,
  newRecordKey,
  receiptKey,
  receiptLocatorHash,
  receiptVerifier,
  sealWithReceipt,
} from '../../platform/vault/index.ts';
import type { Channel, Concern, Lane, ReceiptAnswer, Urgency } from '../contract.ts';
import { mailboxKeyOf, type SealedConcern, sealAt } from '../sealing.ts';
import { memoryOf } from '../surge/desk-memory.ts';
import { type Arrival, laneOf } from '../surge/lanes.ts';
import { spendProof } from '../surge/proof-of-work.ts';
import { urgencyOf } from '../urgency.ts';
import { keepImages } from './attach-images.ts';
import { joinRow, type Standing } from './desk-rows.ts';
import { whoMayRead } from './who-may-read.ts';

/** A report made ready before its transaction: keys, receipt and images, everything that takes time. */
export type PreparedReport = {
  id: string;
  recordKey: Buffer;
  images: StoredImage[];
  /** The receipt drawn beforehand; asked again, a new one, for a transaction that runs again since its locator was taken. */
  takeReceipt(): Promise<DrawnReceipt>;
};

type DrawnReceipt = { receipt: string; locatorHash: Buffer; salt: Buffer; receiptKey: Buffer };

/** Makes the keys and the receipt of a new report and puts its images, sealed, into the file store. */
export async function prepareReport(ground: Ground, images: readonly CleanImage[] = []): Promise<PreparedReport> {
  let ready: DrawnReceipt | undefined = await drawReceipt(ground);
  return {
    id: newId(ground.clock, ground.chance),
    recordKey: newRecordKey(),
    images: await storeImages(ground, images),
    async takeReceipt() {
      const drawn = ready ?? (await drawReceipt(ground));
      ready = undefined;
      return drawn;
    },
  };
}

async function drawReceipt({ chance, keyStore }: Ground): Promise<DrawnReceipt> {
  const receipt = newReceipt(chance);
  const salt = newReceiptSalt();
  return {
    receipt,
    salt,
    locatorHash: receiptLocatorHash(receipt, keyStore),
    receiptKey: await receiptKey(receipt, salt, keyStore),
  };
}

/**
 * Stores the concern, sealed to who may read it, with its receipt, its place in the queue and its named person. When it
 * resolves and the transaction commits, the report is kept; before that nothing was received. `arrival` orders the queue and
 * refuses nothing. Two questions to the database where nobody is to be rung, since on a bad day everything waits behind this.
 */
export async function receiveReport(
  tx: Tx,
  ground: Ground,
  concern: Concern,
  prepared: PreparedReport,
  channel: Channel,
  arrival: Arrival = {},
): Promise<ReceiptAnswer> {
  const now = ground.clock.now();
  const { urgency, rule } = urgencyOf(concern);
  const desk = await deskAt(tx, now);
  const readers = await whoMayRead(tx, concern, desk);
  const { lane, behind } = laneOf({ ...arrival, hasProof: await countsAsProof(tx, ground, arrival) });
  const isOwn = readers.sealedPast || prepared.images.length > 0 || tx.actor.kind === 'person';
  const cluster = isOwn
    ? null
    : memoryOf(ground, tx.actor.communityId).copies.clusterOf(concern, arrival.isSurge === true);
  const standing = cluster && !cluster.isNew ? await joinRow(tx, cluster.id, { lane, urgency }) : alone;
  const number = spokenNumber(ground.chance);
  const drawn = await prepared.takeReceipt();
  const responsibleId = readers.sealedPast ? readers.recipients[0]!.id : desk.answerable.duty;
  const nextDueAt = new Date(now.getTime() + desk.clocks[urgency] * 60_000);
  const act = { act: 'report-received', recordKind: 'report', recordId: prepared.id, facts: { channel, urgency } };
  const rows = [
    receiptRow(tx, prepared, drawn),
    ...copyRows(tx, ground, { record: prepared.id, key: prepared.recordKey, recipients: readers.recipients }),
    actRow(tx, ground, act),
  ];
  if (isWorthAMessage(tx, ground, { lane, urgency, standing }))
    rows.push(mailRow(tx, ground, responsibleId, 'report-waiting', { number, urgency }));
  await insertTogether(tx, [
    ...rows,
    newRow('reports', {
      communityId: tx.actor.communityId,
      id: prepared.id,
      number,
      channel,
      language: concern.language,
      receivedAt: now,
      receivedBy: tx.actor.kind === 'person' ? tx.actor.personId : null,
      urgency,
      originalUrgency: urgency,
      responsibleId,
      nextDueAt,
      sealedPast: readers.sealedPast,
      lane,
      clusterId: cluster?.id ?? null,
      folded: standing.folded,
      content: sealConcern(tx, prepared, { concern, rule, behind }),
    }),
  ]);
  if (urgency !== 'routine') await postPage(tx, ground, responsibleId, 'waiting', prepared.id);
  await keepImages(tx, ground, prepared.id, null, prepared.recordKey, prepared.images);
  return { number, receipt: drawn.receipt, nextRead: nextReadOf(desk, now, urgency)?.toISOString() ?? null };
}

const alone: Standing = { folded: false, isNews: true };

/** A proof counts once, whoever sends it again. */
const countsAsProof = async (tx: Tx, ground: Ground, { hasProof, token }: Arrival): Promise<boolean> =>
  hasProof === true && token !== undefined && (await spendProof(tx, ground, token));

/** One message for each row, and one in five minutes for all that stand behind: a flood must not drown the pager. */
function isWorthAMessage(
  tx: Tx,
  ground: Ground,
  { lane, urgency, standing }: { lane: Lane; urgency: Urgency; standing: Standing },
): boolean {
  if (!standing.isNews) return false;
  return lane !== 'behind' || memoryOf(ground, tx.actor.communityId).pagesBehind(urgency);
}

function sealConcern(tx: Tx, { id, recordKey }: PreparedReport, content: SealedConcern): Buffer {
  return sealAt(
    recordKey,
    { community: tx.actor.communityId, report: id, table: 'reports', column: 'content', row: id },
    content,
  );
}

function receiptRow(tx: Tx, prepared: PreparedReport, drawn: DrawnReceipt) {
  const place = { community: tx.actor.communityId, record: prepared.id };
  return newRow('reportReceipts', {
    communityId: tx.actor.communityId,
    reportId: prepared.id,
    locatorHash: drawn.locatorHash,
    salt: drawn.salt,
    verifier: receiptVerifier(drawn.receiptKey),
    sealedMailboxKey: sealWithReceipt(drawn.receiptKey, place, mailboxKeyOf(prepared.recordKey)),
  });
}
