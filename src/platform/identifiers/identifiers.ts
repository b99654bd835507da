import { sql as raw } from 'kysely';
import type { PersonActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import { invalid } from '../errors.ts';
import type { Ground } from '../ground.ts';
import { newId } from '../ids.ts';
import { openRecordKeys } from '../keys/index.ts';
import { openJson, type Place, sealJson } from '../vault/index.ts';
import { fullTag, type IdentifierField, normalisedIdentifier, tagLength } from './tags.ts';

/** A record that identifiers belong to, opened: its key is in hand. */
export type OpenRecord = { kind: 'report' | 'case'; id: string; key: Buffer };
export type Identifier = { id: string; field: IdentifierField; value: string };

const placeOf = (community: string, record: string, row: string): Place => ({
  community,
  table: 'identifiers',
  column: 'value',
  row,
  record,
  version: 1,
});

/** Takes an identifier out of a record that a person reads, by that person's decision; the same one twice is kept once. */
export async function enterIdentifier(
  tx: Tx<PersonActor>,
  ground: Ground,
  record: OpenRecord,
  field: IdentifierField,
  value: string,
): Promise<void> {
  const normal = normalisedIdentifier(field, value);
  if (normal === null) throw invalid({ value: 'too-short' });
  const before = await identifiersOf(tx, record);
  if (before.some((each) => each.field === field && normalisedIdentifier(field, each.value) === normal)) return;
  const { communityId, personId } = tx.actor;
  const id = newId(ground.clock, ground.chance);
  const { count } = await tx.sql
    .selectFrom('identifiers')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('field', '=', field)
    .executeTakeFirstOrThrow();
  await tx.sql
    .insertInto('identifiers')
    .values({
      communityId,
      id,
      recordKind: record.kind,
      recordId: record.id,
      field,
      tag: fullTag(ground.keyStore, communityId, field, normal).slice(0, tagLength(Number(count) + 1)),
      value: sealJson(record.key, placeOf(communityId, record.id, id), value.trim()),
      enteredBy: personId,
      enteredAt: ground.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The identifiers that were taken out of this record, in the order of entry. */
export async function identifiersOf(tx: Tx, record: OpenRecord): Promise<Identifier[]> {
  const rows = await tx.sql
    .selectFrom('identifiers')
    .select(['id', 'field', 'value'])
    .where('recordId', '=', record.id)
    .orderBy('id')
    .execute();
  const { communityId } = tx.actor;
  return rows.map(({ id, field, value }) => ({
    id,
    field: field as IdentifierField,
    value: openJson(record.key, placeOf(communityId, record.id, id), value) as string,
  }));
}

export async function removeIdentifier(tx: Tx, record: string, id: string): Promise<void> {
  await tx.sql.deleteFrom('identifiers').where('recordId', '=', record).where('id', '=', id).execute();
}

/** Until when others may come upon this record by its identifiers; null for as long as it is kept. */
export async function settleIdentifiers(tx: Tx, record: string, until: Date | null): Promise<void> {
  await tx.sql.updateTable('identifiers').set({ searchableUntil: until }).where('recordId', '=', record).execute();
}

/** Deletes the identifiers whose time is over. */
export async function forgetIdentifiers(tx: Tx, ground: Ground): Promise<number> {
  await tx.sql.deleteFrom('identifiers').where('searchableUntil', '<=', ground.clock.now()).execute();
  return 0;
}

/** A record that holds the very same identifier: of which kind, and which entry of each record it is. */
export type SameIdentifier = {
  kind: 'report' | 'case';
  id: string;
  field: IdentifierField;
  own: string;
  theirs: string;
};

/**
 * Other records with an identifier of this one. Of those that this person can open, only real matches; that some which they
 * cannot open may match is all that is said of the others, since their tags fit several values.
 */
export async function sameIdentifiers(
  tx: Tx<PersonActor>,
  ground: Ground,
  record: OpenRecord,
): Promise<{ matches: SameIdentifier[]; mayBeHidden: boolean }> {
  const matches: SameIdentifier[] = [];
  let mayBeHidden = false;
  for (const { id: own, field, value } of await identifiersOf(tx, record)) {
    const normal = normalisedIdentifier(field, value) ?? '';
    const candidates = await candidatesFor(tx, ground, record.id, field, normal);
    const keys = await openRecordKeys(tx, ground, [...new Set(candidates.map(({ recordId }) => recordId))]);
    for (const { id, recordId, recordKind, value: sealed } of candidates) {
      const key = keys.get(recordId);
      if (!key) mayBeHidden = true;
      else if (opens(tx, key, recordId, id, sealed, field) === normal)
        matches.push({ kind: recordKind as 'report' | 'case', id: recordId, field, own, theirs: id });
    }
  }
  return { matches, mayBeHidden };
}

const opens = (tx: Tx, key: Buffer, record: string, id: string, sealed: Buffer, field: IdentifierField) =>
  normalisedIdentifier(field, openJson(key, placeOf(tx.actor.communityId, record, id), sealed) as string);

function candidatesFor(tx: Tx, ground: Ground, record: string, field: IdentifierField, normal: string) {
  const full = fullTag(ground.keyStore, tx.actor.communityId, field, normal);
  return tx.sql
    .selectFrom('identifiers')
    .select(['id', 'recordId', 'recordKind', 'value'])
    .where('field', '=', field)
    .where('recordId', '<>', record)
    .where(raw<boolean>`${full} like tag || '%'`)
    .where((is) => is.or([is('searchableUntil', 'is', null), is('searchableUntil', '>', ground.clock.now())]))
    .execute();
}
