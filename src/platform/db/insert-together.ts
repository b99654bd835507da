import { CompiledQuery, type Insertable } from 'kysely';
import type { DB } from '../../../db/types.ts';
import type { Tx } from './database.ts';

/** A row, and the table that it is for. */
export type NewRow = { into: string; row: object };

export const newRow = <T extends keyof DB>(into: T, row: Insertable<DB[T]>): NewRow => ({ into, row });

const shapesAtMost = 200;
const texts = new Map<string, string>();

/**
 * Writes rows of several tables in one question, all or none. Its text is put together once for each list of tables and columns,
 * so that a path behind which everything waits pays for the values alone.
 */
export async function insertTogether(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  const values = rows.flatMap(({ row }) => Object.values(row));
  await tx.sql.executeQuery(CompiledQuery.raw(textFor(rows), values));
}

function textFor(rows: readonly NewRow[]): string {
  const shape = rows.map(({ into, row }) => `${into} ${Object.keys(row)}`).join(';');
  const known = texts.get(shape);
  if (known) return known;
  const text = textOf(rows);
  if (texts.size < shapesAtMost) texts.set(shape, text);
  return text;
}

function textOf(rows: readonly NewRow[]): string {
  let parameters = 0;
  const inserts = rows.map(({ into, row }) => {
    const columns = Object.keys(row).map((name) => `"${asWritten(name)}"`);
    const places = columns.map(() => `$${++parameters}`);
    return `insert into "${asWritten(into)}" (${columns.join(', ')}) values (${places.join(', ')})`;
  });
  const last = inserts.pop();
  if (inserts.length === 0) return last ?? '';
  return `with ${inserts.map((insert, at) => `row_${at} as (${insert})`).join(', ')} ${last}`;
}

/** Names stand in the database in small letters, with a line between the words. */
const asWritten = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
