import { type RawBuilder, sql as raw } from 'kysely';
import type { Tx } from '../db/database.ts';

/** In a query: true of records, by the column of their id, that this person is not kept out of. */
export const notKeptOut = (person: string, record: string): RawBuilder<boolean> =>
  raw<boolean>`not exists (select from kept_out where kept_out.record_id = ${raw.ref(record)} and kept_out.person_id = ${person})`;

/** Everybody who may open nothing of this record, whatever group of theirs holds its key. */
export async function keptOutOf(tx: Tx, record: string): Promise<Set<string>> {
  const rows = await tx.sql.selectFrom('keptOut').select('personId').where('recordId', '=', record).execute();
  return new Set(rows.map(({ personId }) => personId));
}
