import { sql as raw } from 'kysely';
import { quoted, type Table, tablesInOrder } from '../backup/tables.ts';
import type { Tx } from '../db/database.ts';
import { staysBehind } from './moved.ts';

const rowsAtOnce = 500;

/** The tables of which a community owns rows, each after those that it refers to. */
export async function movedTables(tx: Tx): Promise<Table[]> {
  const tables = await tablesInOrder({ query: (text) => raw.raw(text).execute(tx.sql) as never });
  const owns = ({ name, columns }: Table) =>
    name === 'communities' || name === 'people' || columns.includes('community_id');
  return tables.filter((table) => owns(table) && !staysBehind.includes(table.name));
}

/** Every row of the transaction's community in this table, as JSON, a few hundred at a time. */
export async function* rowsOf(tx: Tx, { name, columns }: Table): AsyncGenerator<string[]> {
  const from = `select ${columns.map(quoted).join(', ')} from public.${quoted(name)} where ${ownedBy(name)}`;
  const query = raw.raw(`select to_jsonb(owned)::text as line from (${from}) as owned`);
  await raw`declare moved no scroll cursor for ${query}`.execute(tx.sql);
  for (;;) {
    const fetched = await raw.raw<{ line: string }>(`fetch forward ${rowsAtOnce} from moved`).execute(tx.sql);
    if (fetched.rows.length === 0) break;
    yield fetched.rows.map(({ line }) => line);
  }
  await raw`close moved`.execute(tx.sql);
}

const ownedBy = (table: string): string => {
  if (table === 'communities') return 'id = current_community()';
  if (table === 'people') return 'id in (select person_id from memberships where community_id = current_community())';
  return 'community_id = current_community()';
};
