import type { PublicActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import {
  formatReceipt,
  newReceipt,
  newReceiptSalt,
  newRecordKey,
  openJson,
  openReceipt,
  openWithReceipt,
  parseReceipt,
  receiptGate,
  receiptKey,
  receiptLocatorHash,
  receiptVerifier,
  sealJson,
  sealWithReceipt,
} from '../../platform/vault/index.ts';
import { type Parcel, viewDaysAtMost } from './contract.ts';
import { viewPlace } from './sealing.ts';

const dayMilliseconds = 86_400_000;
const codeDigits = 8;

/** What opens a view: the number in its link, and the code that is told by telephone. Neither is kept. */
type NewView = { number: string; code: string; expiresAt: Date };

const codeOf = (ground: Ground): string =>
  String(ground.chance.bytes(6).readUIntBE(0, 6) % 10 ** codeDigits).padStart(codeDigits, '0');

/** The end of a view: when the sharing ends, and two weeks at most. */
export const viewEnd = (now: Date, endsAt: Date): Date =>
  new Date(Math.min(endsAt.getTime(), now.getTime() + viewDaysAtMost * dayMilliseconds));

/** Seals what is given under a key of its own, which only link and code together open, once. */
export async function makeView(tx: Tx, ground: Ground, id: string, given: Parcel): Promise<NewView> {
  const now = ground.clock.now();
  const expiresAt = viewEnd(now, new Date(given.endsAt));
  const number = newReceipt(ground.chance);
  const code = codeOf(ground);
  const [salt, codeSalt] = [newReceiptSalt(), newReceiptSalt()];
  const { communityId } = tx.actor;
  const viewKey = newRecordKey();
  const opens = await receiptKey(`${number} ${code}`, codeSalt, ground.keyStore);
  await tx.sql
    .insertInto('sharedViews')
    .values({
      communityId,
      disclosureId: id,
      locatorHash: receiptLocatorHash(number, ground.keyStore),
      salt,
      verifier: receiptVerifier(await receiptKey(number, salt, ground.keyStore)),
      codeSalt,
      codeVerifier: receiptVerifier(opens),
      madeAt: now,
      expiresAt,
      sealedKey: sealWithReceipt(opens, { community: communityId, record: id }, viewKey),
      content: sealJson(viewKey, viewPlace(communityId, 'shared_views', id), given),
    })
    .execute();
  return { number, code: formatReceipt(code), expiresAt };
}

const gate = receiptGate({ atOnce: 2, queue: 20 });

/** What somebody showed at the door of a view, weighed outside the transaction; `key` opens it where both were right. */
export type Shown = { id: string | null; isLink: boolean; key: Buffer | null };

const digitsOf = (text: string): string =>
  Array.from(text.normalize('NFKC').matchAll(/[0-9]/g), ([digit]) => digit).join('');

/** Weighs a number and a code; an unknown number takes the same time as a wrong one. */
export async function weigh(ground: Ground, actor: PublicActor, number: string, code: string): Promise<Shown> {
  const parsed = parseReceipt(number);
  if (!parsed.ok) return { id: null, isLink: false, key: null };
  const row = await ground.database.withActor(actor, (tx) =>
    tx.sql
      .selectFrom('sharedViews')
      .select(['disclosureId', 'salt', 'verifier', 'codeSalt', 'codeVerifier'])
      .where('locatorHash', '=', receiptLocatorHash(parsed.digits, ground.keyStore))
      .executeTakeFirst(),
  );
  const typed = `${parsed.digits} ${digitsOf(code.slice(0, 100))}`;
  const byCode = row && { salt: row.codeSalt, verifier: row.codeVerifier };
  const weighed = await gate.run(async () => [
    await openReceipt(parsed.digits, row, ground.keyStore),
    await openReceipt(typed, byCode, ground.keyStore),
  ]);
  if (weighed === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 10 });
  const [link, key] = weighed as [Buffer | null, Buffer | null];
  return { id: row?.disclosureId ?? null, isLink: link !== null, key: link && key };
}

type Opened = { parcel: Parcel } | { parcel: null; triesLeft: number | null };
const nothing: Opened = { parcel: null, triesLeft: null };

/**
 * Opens a view for the first and last time, or takes one of its tries where the link was right and the code was not. Who does not
 * hold the link takes none, and learns nothing: neither whether it was opened nor whether it ever was.
 */
export async function openView(tx: Tx, ground: Ground, shown: Shown): Promise<Opened> {
  if (shown.id === null || !shown.isLink) return nothing;
  const now = ground.clock.now();
  const row = await tx.sql
    .selectFrom('sharedViews')
    .selectAll()
    .where('disclosureId', '=', shown.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.content || !row.sealedKey || row.closedAt || row.expiresAt <= now) return nothing;
  const about = { recordKind: 'case', recordId: await caseOf(tx, shown.id), facts: { disclosure: shown.id } };
  if (!shown.key) {
    const triesLeft = row.triesLeft - 1;
    await recordAct(tx, ground, { act: 'shared-view-refused', ...about });
    await update(tx, shown.id, triesLeft > 0 ? { triesLeft } : { triesLeft, ...emptied(now) });
    return { parcel: null, triesLeft };
  }
  const { communityId } = row;
  const viewKey = openWithReceipt(shown.key, { community: communityId, record: shown.id }, row.sealedKey);
  await recordAct(tx, ground, { act: 'shared-view-opened', ...about });
  await update(tx, shown.id, { openedAt: now, ...emptied(now) });
  return { parcel: openJson(viewKey, viewPlace(communityId, 'shared_views', shown.id), row.content) as Parcel };
}

const emptied = (now: Date) => ({ closedAt: now, content: null, sealedKey: null });

const update = (tx: Tx, id: string, set: object) =>
  tx.sql.updateTable('sharedViews').set(set).where('disclosureId', '=', id).execute();

/** Closes the view of a disclosure, opened or not: from now on nobody reads it. */
export async function closeView(tx: Tx, ground: Ground, id: string): Promise<void> {
  const now = ground.clock.now();
  await tx.sql
    .updateTable('sharedViews')
    .set(emptied(now))
    .where('disclosureId', '=', id)
    .where('closedAt', 'is', null)
    .execute();
}

async function caseOf(tx: Tx, id: string): Promise<string> {
  const row = await tx.sql.selectFrom('disclosures').select('caseId').where('id', '=', id).executeTakeFirstOrThrow();
  return row.caseId;
}
