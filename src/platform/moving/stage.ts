import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Heading } from '../backup/entries.ts';
import { quoted } from '../backup/tables.ts';
import { withOuter } from '../vault/index.ts';
import { asBytes, bytesOf, type Row } from './moved.ts';
import type { Arriving } from './read-community.ts';
import { contextOf } from './write-community.ts';

const rowsAtOnce = 500;
type TableHeading = Extract<Heading, { kind: 'table' }>;

/** Reads a table's rows beside the real one, already under this installation's keys; answers how many, and the sum of what was read. */
export async function stageTable(
  client: Client,
  arriving: Arriving,
  { name, columns }: TableHeading,
  content: AsyncIterable<Buffer>,
): Promise<{ count: number; sum: string }> {
  const list = columns.map(quoted).join(', ');
  await client.query(`create temp table ${quoted(name)} (like public.${quoted(name)}) on commit drop`);
  const sum = createHash('sha256');
  let count = 0;
  for await (const lines of batchesOf(content, sum)) {
    const rows = `[${lines.map((line) => arrivingLine(arriving, name, line)).join(',')}]`;
    await client.query(
      `insert into pg_temp.${quoted(name)} (${list}) select ${list} from jsonb_populate_recordset(null::public.${quoted(name)}, $1::jsonb)`,
      [rows],
    );
    count += lines.length;
    arriving.progress?.(name, count);
    arriving.signal?.throwIfAborted();
  }
  return { count, sum: sum.digest('hex') };
}

async function* batchesOf(content: AsyncIterable<Buffer>, sum: { update(bytes: Buffer): unknown }) {
  let rest = Buffer.alloc(0);
  const lines: string[] = [];
  for await (const chunk of content) {
    sum.update(chunk);
    rest = Buffer.concat([rest, chunk]);
    const end = rest.lastIndexOf(0x0a);
    if (end < 0) continue;
    lines.push(...rest.subarray(0, end).toString('utf8').split('\n'));
    rest = rest.subarray(end + 1);
    while (lines.length >= rowsAtOnce) yield lines.splice(0, rowsAtOnce);
  }
  if (lines.length > 0) yield lines.splice(0);
}

function arrivingLine({ keyStore, sealed }: Arriving, table: string, line: string): string {
  const columns = sealed.filter((each) => each.table === table);
  if (columns.length === 0 && table !== 'wrapped_copies') return line;
  const row = JSON.parse(line) as Row;
  if (table === 'wrapped_copies') {
    const copy = withOuter(row.form as 'symmetric', bytesOf(row.wrapped), keyStore, contextOf(row));
    Object.assign(row, { generation: copy.generation, wrapped: asBytes(copy.outer) });
  }
  for (const { column, seal } of columns)
    if (row[column] !== null) row[column] = asBytes(seal(keyStore, row, bytesOf(row[column])));
  return JSON.stringify(row);
}

/** Puts everything that was read in its place, each table in one statement, and queues what the log has not numbered yet. */
export async function insertStaged(client: Client, tables: readonly TableHeading[]): Promise<void> {
  for (const { name, columns } of tables) {
    const list = columns.map(quoted).join(', ');
    // What triggers do was done when the rows were first written, and is in the archive too.
    await client.query(`alter table public.${quoted(name)} disable trigger user`);
    const but = name === 'people' ? ' where id not in (select id from public.people)' : '';
    await client.query(
      `insert into public.${quoted(name)} (${list}) select ${list} from pg_temp.${quoted(name)}${but}`,
    );
    await client.query(`alter table public.${quoted(name)} enable trigger user`);
  }
  await client.query(
    `insert into public.audit_queue (community_id, entry_id) select community_id, id from pg_temp.audit_entries e
     where not exists (select from pg_temp.audit_leaves l where l.entry_id = e.id)`,
  );
}
