import { type RawBuilder, sql as raw } from 'kysely';
import type { PersonActor } from '../actor.ts';
import { anyOf } from '../db/any-of.ts';
import type { Tx } from '../db/database.ts';
import { type NewRow, newRow } from '../db/insert-together.ts';
import type { Ground } from '../ground.ts';
import { type KeyPair, keysForNow, unwrapRecordKey, wrapForOneself, wrapRecordKey } from '../vault/index.ts';
import { openGroups } from './groups.ts';
import { notKeptOut } from './kept-out.ts';
import { contextOf, copyColumns, keepFaster, type Replacement, type StoredCopy, wrappedIn } from './stored-copies.ts';

export type Recipient = { id: string; kind: 'person' | 'group'; publicKey: Buffer };

/** Wraps the record key to each recipient that has no copy yet, or can no longer open theirs; needs public keys only. */
export async function shareRecordKey(
  tx: Tx,
  ground: Ground,
  record: string,
  key: Buffer,
  recipients: readonly Recipient[],
) {
  if (recipients.length === 0) return;
  await manyCopiesInsert(tx, ground, [{ record, key, recipients }]).execute();
}

type Sharing = { record: string; key: Buffer; recipients: readonly Recipient[] };

/** The copies of a record that is made only now, as rows to be written with it. */
export const copyRows = (tx: Tx, ground: Ground, sharing: Sharing): NewRow[] =>
  copiesOf(tx, ground, [sharing]).map((copy) => newRow('wrappedCopies', copy));

function copiesOf(tx: Tx, ground: Ground, records: readonly Sharing[]) {
  const community = tx.actor.communityId;
  const keyStore = keysForNow(ground.keyStore);
  return records.flatMap(({ record, key, recipients }) =>
    recipients.map((recipient) => {
      const context = { community, record, recipient: recipient.id };
      const copy = wrapRecordKey(key, recipient.publicKey, keyStore, context);
      return {
        communityId: community,
        recordId: record,
        recipientId: recipient.id,
        recipientKind: recipient.kind,
        generation: copy.generation,
        form: copy.form,
        wrapped: copy.outer,
        createdAt: ground.clock.now(),
      };
    }),
  );
}

/** Wraps several records at once, each to its own recipients; at least one. */
export function manyCopiesInsert(tx: Tx, ground: Ground, records: readonly Sharing[]) {
  return tx.sql
    .insertInto('wrappedCopies')
    .values(copiesOf(tx, ground, records))
    .onConflict((conflict) =>
      conflict
        .columns(['communityId', 'recordId', 'recipientId'])
        .doUpdateSet((is) => ({
          generation: is.ref('excluded.generation'),
          form: is.ref('excluded.form'),
          wrapped: is.ref('excluded.wrapped'),
          lostAt: null,
        }))
        .where('wrappedCopies.lostAt', 'is not', null),
    );
}

/** Takes the records away from these recipients at once; with `since`, only copies made from then on. */
export async function withdrawRecordKey(
  tx: Tx,
  records: readonly string[],
  recipients: readonly string[],
  since?: Date,
) {
  if (records.length === 0 || recipients.length === 0) return;
  const copies = tx.sql
    .deleteFrom('wrappedCopies')
    .where('recordId', 'in', records)
    .where('recipientId', 'in', recipients);
  await (since ? copies.where('createdAt', '>=', since) : copies).execute();
}

/** Takes every record from somebody at once, whatever it is. */
export async function withdrawEveryKey(tx: Tx, recipient: string): Promise<void> {
  await tx.sql.deleteFrom('wrappedCopies').where('recipientId', '=', recipient).execute();
}

/**
 * Deletes every copy of the keys of these records, whoever held them. Gives the generation with whose end they are destroyed:
 * no copy of theirs was ever wrapped under a later one.
 */
export async function destroyRecordKeys(tx: Tx, ground: Ground, records: readonly string[]): Promise<number> {
  if (records.length > 0) await tx.sql.deleteFrom('wrappedCopies').where('recordId', 'in', records).execute();
  return ground.keyStore.currentGeneration;
}

/**
 * The keys of those records that this person may open, by themselves or through a group; the others are missing from the map,
 * and so is every record that they are kept out of.
 */
export async function openRecordKeys(
  tx: Tx<PersonActor>,
  ground: Ground,
  records: readonly string[],
): Promise<Map<string, Buffer>> {
  const keys = new Map<string, Buffer>();
  if (records.length === 0) return keys;
  const groups = await openGroups(tx);
  const recipients = [tx.actor.personId, ...groups.keys()];
  const copies = await tx.sql
    .selectFrom('wrappedCopies')
    .select(copyColumns)
    .where('recordId', '=', anyOf(records))
    .where('recipientId', '=', anyOf(recipients))
    .where('lostAt', 'is', null)
    .where(notKeptOut(tx.actor.personId, 'wrappedCopies.recordId'))
    .orderBy('recipientKind', 'desc')
    .execute();
  const keyStore = keysForNow(ground.keyStore);
  const faster: Replacement[] = [];
  for (const stored of copies) {
    if (keys.has(stored.recordId)) continue;
    const owner = stored.recipientKind === 'person' ? tx.actor.keyPair : groups.get(stored.recipientId);
    if (!owner) continue;
    const key = unwrapRecordKey(wrappedIn(stored), owner, keyStore, contextOf(stored));
    keys.set(stored.recordId, key);
    // The first opening by its person or group replaces the sealed box.
    if (stored.form === 'sealed-box')
      faster.push({ stored, fresh: wrapForOneself(key, owner, keyStore, contextOf(stored)) });
  }
  await keepFaster(tx, faster);
  return keys;
}

/** What a search needs to open records elsewhere: the copies that are this person's, and the pairs that open them. */
export type Openable = { copies: StoredCopy[]; pairs: Map<string, KeyPair> };

/** The pairs that this person opens copies with, their own and those of their groups, by whose copies they open. */
export async function openingPairs(tx: Tx<PersonActor>): Promise<Map<string, KeyPair>> {
  return (await openGroups(tx)).set(tx.actor.personId, tx.actor.keyPair);
}

/** In a query: true of records, by the column of their id, that one of these people or groups holds a copy of the key to. */
export const isOpenableBy = (holders: readonly string[], record: string): RawBuilder<boolean> =>
  raw<boolean>`exists (select from wrapped_copies where wrapped_copies.record_id = ${raw.ref(record)}
    and wrapped_copies.recipient_id = any(${holders}::uuid[]) and wrapped_copies.lost_at is null)`;

/** One copy of each of those records that this person may open; nothing is opened here. */
export async function openableCopies(tx: Tx<PersonActor>, records: readonly string[]): Promise<Openable> {
  const pairs = await openingPairs(tx);
  if (records.length === 0) return { copies: [], pairs };
  const copies = await tx.sql
    .selectFrom('wrappedCopies')
    .select(copyColumns)
    .distinctOn('recordId')
    .where('recordId', '=', anyOf(records))
    .where('recipientId', '=', anyOf([...pairs.keys()]))
    .where('lostAt', 'is', null)
    .where(notKeptOut(tx.actor.personId, 'wrappedCopies.recordId'))
    .orderBy('recordId')
    .orderBy('form', 'desc')
    .execute();
  return { copies, pairs };
}

/** The key of one record, or null where this person has none. */
export async function openRecordKey(tx: Tx<PersonActor>, ground: Ground, record: string): Promise<Buffer | null> {
  return (await openRecordKeys(tx, ground, [record])).get(record) ?? null;
}

/** True if a copy of the record's key is sealed to this person or to a group that they hold, and they are not kept out of it. */
export async function holdsRecordKey(tx: Tx, person: string, record: string): Promise<boolean> {
  const copy = await tx.sql
    .selectFrom('wrappedCopies')
    .select('recordId')
    .where('recordId', '=', record)
    .where('lostAt', 'is', null)
    .where(notKeptOut(person, 'wrappedCopies.recordId'))
    .where((is) =>
      is.or([
        is('recipientId', '=', person),
        is('recipientId', 'in', is.selectFrom('keyGroupMembers').select('groupId').where('personId', '=', person)),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return copy !== undefined;
}
