import type { Selectable } from 'kysely';
import type { ReportReceipts } from '../../../db/types.ts';
import { nextReadAt } from '../../community/index.ts';
import { openingsTold } from '../../identities/index.ts';
import type { PublicActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound, Refused } from '../../platform/errors.ts';
import type { StoredImage } from '../../platform/files/store-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import {
  openReceipt,
  openWithReceipt,
  parseReceipt,
  type ReceiptKeys,
  receiptGate,
  receiptLocatorHash,
} from '../../platform/vault/index.ts';
import type { Mailbox, ReporterStatus, Urgency } from '../contract.ts';
import { openAt, type Spot, sealAt } from '../sealing.ts';
import { keepImages } from './attach-images.ts';
import { standAlone } from './desk-rows.ts';
import { backToTheDesk, dueAfter, lockReport, recordTransition } from './transitions.ts';

/** At most four receipt hashes at once, fifty in line: an attack on receipts cannot starve the reports. */
const gate = receiptGate({ atOnce: 4, queue: 50 });

/** What a right receipt opens: the report's id and the key of its conversation. */
export type OpenedReceipt = { reportId: string; mailboxKey: Buffer };

type Found = { row: Selectable<ReportReceipts>; keys: ReceiptKeys };

/** The row that a receipt names, where it was made with these keys: the installation's, or those that its community brought along. */
async function rowsUnder(ground: Ground, actor: PublicActor, digits: string, keys: ReceiptKeys): Promise<Found[]> {
  const row = await ground.database.withActor(actor, (tx) =>
    tx.sql
      .selectFrom('reportReceipts')
      .selectAll()
      .where('locatorHash', '=', receiptLocatorHash(digits, keys))
      .executeTakeFirst(),
  );
  return row ? [{ row, keys }] : [];
}

/** The row whose receipt it is, with its key; none costs the same time as a wrong one. */
async function findAndOpen(ground: Ground, actor: PublicActor, digits: string) {
  const own = ground.keyStore;
  const found: Found[] = [];
  for (const keys of [own, ...own.adoptedReceiptKeys(actor.communityId)])
    found.push(...(await rowsUnder(ground, actor, digits, keys)));
  if (found.length === 0) await openReceipt(digits, undefined, own);
  for (const { row, keys } of found) {
    const key = await openReceipt(digits, row, keys);
    if (key) return { row, key };
  }
  return null;
}

/**
 * Opens a receipt; a wrong one costs the same time and says the same as one that never was. Whoever finds the line full is told
 * so before the database is asked.
 */
export async function openReporterReceipt(ground: Ground, actor: PublicActor, text: string): Promise<OpenedReceipt> {
  const parsed = parseReceipt(text);
  if (!('digits' in parsed)) throw notFound();
  const opened = await gate.run(() => findAndOpen(ground, actor, parsed.digits));
  if (opened === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 10 });
  if (!opened) throw notFound();
  const { row, key } = opened;
  return {
    reportId: row.reportId,
    mailboxKey: openWithReceipt(key, { community: row.communityId, record: row.reportId }, row.sealedMailboxKey),
  };
}

export const messageSpot = (community: string, report: string, id: string): Spot => ({
  community,
  report,
  table: 'report_messages',
  column: 'words',
  row: id,
});

/** What the reporter may know: the conversation and one of four words, never a person, a level or a case. */
export async function readMailbox(tx: Tx, ground: Ground, opened: OpenedReceipt): Promise<Mailbox> {
  const { reportId, mailboxKey } = opened;
  const report = await tx.sql.selectFrom('reports').selectAll().where('id', '=', reportId).executeTakeFirst();
  if (!report) throw notFound();
  const messages = await tx.sql
    .selectFrom('reportMessages')
    .selectAll()
    .where('reportId', '=', reportId)
    .orderBy('position')
    .execute();
  const attachments = await tx.sql
    .selectFrom('reportAttachments')
    .select('messageId')
    .where('reportId', '=', reportId)
    .execute();
  const isWaiting = report.state === 'waiting' && !report.firstReadAt;
  return {
    number: report.number,
    status: statusOf(report),
    nextRead: isWaiting
      ? ((await nextReadAt(tx, ground.clock.now(), report.urgency as Urgency))?.toISOString() ?? null)
      : null,
    identityOpenedAt: (await openingsTold(tx, ground, reportId)).map((date) => date.toISOString()),
    conversation: messages.map((message) => ({
      id: message.id,
      from: message.author as 'reporter' | 'staff',
      at: message.at.toISOString(),
      words: openAt<string>(mailboxKey, messageSpot(report.communityId, reportId, message.id), message.words),
      images: attachments.filter((attachment) => attachment.messageId === message.id).length,
    })),
  };
}

function statusOf(report: { state: string; answeredAt: Date | null; firstReadAt: Date | null }): ReporterStatus {
  if (report.state === 'decided') return 'finished';
  if (report.answeredAt) return 'answered';
  return report.firstReadAt ? 'read' : 'received';
}

/** Adds the reporter's words and images to the conversation and wakes the person who is responsible. */
export async function addFromReporter(
  tx: Tx,
  ground: Ground,
  opened: OpenedReceipt,
  words: string,
  images: readonly StoredImage[],
): Promise<void> {
  const { reportId, mailboxKey } = opened;
  const report = await lockReport(tx, reportId);
  const id = await addMessage(tx, ground, reportId, mailboxKey, words, null);
  await keepImages(tx, ground, reportId, id, mailboxKey, images);
  await recordAct(tx, ground, { act: 'reporter-wrote', recordKind: 'report', recordId: reportId });
  const responsible =
    report.state === 'decided' ? await waitAgain(tx, ground, report) : await hurry(tx, ground, report);
  await postMail(tx, ground, responsible, 'reporter-wrote', { number: report.number, urgency: report.urgency });
}

type LockedReport = Awaited<ReturnType<typeof lockReport>>;

/** New words on a waiting report are read within the clock of its urgency, whatever was read before, and in no other's row. */
async function hurry(tx: Tx, ground: Ground, report: LockedReport): Promise<string> {
  const due = await dueAfter(tx, ground, report.urgency as Urgency);
  const nextDueAt = report.nextDueAt && report.nextDueAt < due ? report.nextDueAt : due;
  await tx.sql.updateTable('reports').set({ nextDueAt }).where('id', '=', report.id).execute();
  if (report.folded) await standAlone(tx, report);
  return report.responsibleId;
}

/** New words on a decided report put it back on the desk: nothing that is told waits for nobody. */
async function waitAgain(tx: Tx, ground: Ground, report: LockedReport): Promise<string> {
  await recordTransition(tx, ground, report.id, { act: 'reporter-wrote' });
  return await backToTheDesk(tx, ground, report);
}

/** Appends one message under the report's row lock, so that its position is its order. */
export async function addMessage(
  tx: Tx,
  ground: Ground,
  reportId: string,
  mailboxKey: Buffer,
  words: string,
  personId: string | null,
): Promise<string> {
  const id = newId(ground.clock, ground.chance);
  const { communityId } = tx.actor;
  const last = await tx.sql
    .selectFrom('reportMessages')
    .select('position')
    .where('reportId', '=', reportId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  await tx.sql
    .insertInto('reportMessages')
    .values({
      communityId,
      id,
      reportId,
      position: (last?.position ?? 0) + 1,
      author: personId ? 'staff' : 'reporter',
      personId,
      at: ground.clock.now(),
      words: sealAt(mailboxKey, messageSpot(communityId, reportId, id), words),
    })
    .execute();
  return id;
}
