import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Clock } from '../clock.ts';
import { FORMAT, writeEntry } from './entries.ts';
import { type SealTo, seal } from './seal.ts';
import { quoted, tablesInOrder } from './tables.ts';

/** What goes into an archive: some of the tables, and folders of files under the names that a restore asks for. */
export type Contents = {
  includes(table: string): boolean;
  folders: { name: string; path: string; includes(file: string): boolean }[];
};

/**
 * Runs `work` on one unmoving view of the database, as its owner: whatever is archived inside belongs together.
 * A role that row-level security would filter gets an error instead of a part.
 */
export async function inOneSnapshot<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local row_security = off');
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Writes an encrypted archive; nothing of it is held in memory or on disk in the clear. Answers how many rows each table gave. */
export async function writeArchive(
  client: Client,
  contents: Contents,
  { sealTo, clock, to }: { sealTo: SealTo; clock: Clock; to: Writable },
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const plain = Readable.from(entries(client, contents, clock, rows));
  const compressed = createGzip({ level: 1 });
  const compressing = pipeline(plain, compressed);
  await Promise.all([compressing, pipeline(await seal(compressed, sealTo), to)]);
  return rows;
}

async function* entries(
  client: Client,
  contents: Contents,
  clock: Clock,
  rows: Record<string, number>,
): AsyncGenerator<Buffer> {
  const history = await client.query<{ name: string }>('select name from public.schema_migration order by name');
  const migrations = history.rows.map(({ name }) => name);
  yield* writeEntry({ kind: 'archive', format: FORMAT, madeAt: clock.now().toISOString(), migrations });
  for (const { name, columns } of await tablesInOrder(client)) {
    if (!contents.includes(name)) continue;
    const copy = client.query(copyTo(`copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`));
    yield* writeEntry({ kind: 'table', name, columns }, copy);
    rows[name] = copy.rowCount;
  }
  for (const folder of contents.folders) yield* filesOf(folder);
  yield* writeEntry({ kind: 'end', rows });
}

async function* filesOf({ name, path, includes }: Contents['folders'][number]): AsyncGenerator<Buffer> {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const inside = relative(path, file);
    if (!entry.isFile() || !includes(inside)) continue;
    yield* writeEntry({ kind: 'file', folder: name, path: inside }, createReadStream(file));
  }
}
