import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../db/migrate.ts';
import { OperatorFault } from '../operator-fault.ts';
import { type Entry, FORMAT, type Heading, readEntries } from './entries.ts';
import { type OpenWith, unseal } from './seal.ts';
import { quoted, tablesInOrder } from './tables.ts';

export type Restore = {
  ownerUrl: string;
  migrationsFolder: string;
  openWith: OpenWith;
  from: Readable;
  /** Where each folder of the archive goes, by its name. */
  folders: Record<string, string>;
};

/**
 * Puts an archive of data into a database that holds nothing, all of it or nothing of it: first the shape that the archive
 * was made with, then its rows. What is newer than that is the next `migrate`'s work.
 */
export async function restoreArchive(restore: Restore): Promise<Record<string, number>> {
  return withArchive(restore, async (entries, migrations) => {
    await migrate(restore.ownerUrl, restore.migrationsFolder, { only: migrations });
    return inOneTransaction(restore.ownerUrl, async (client) => {
      await refuseFull(client);
      return load(client, entries, restore, (table) => `public.${quoted(table)}`);
    });
  });
}

/**
 * Replaces the rows of the archive's tables by the archive's. Rows of communities that are not here are left out: an archive of
 * keys is always the latest, and may be newer than the data that was restored.
 */
export async function replaceByArchive(restore: Restore): Promise<Record<string, number>> {
  return withArchive(restore, (entries) =>
    inOneTransaction(restore.ownerUrl, async (client) => {
      const loaded = await load(client, entries, restore, (table) => `pg_temp.${quoted(table)}`);
      for (const table of Object.keys(loaded)) await replaceByStaged(client, table);
      return loaded;
    }),
  );
}

type Entries = AsyncGenerator<Entry>;

async function withArchive<T>(
  restore: Restore,
  work: (entries: Entries, migrations: string[]) => Promise<T>,
): Promise<T> {
  const compressed = await unseal(restore.from, restore.openWith);
  const plain = createGunzip();
  const reading = pipeline(compressed, plain).catch((error) => void plain.destroy(error));
  try {
    const entries = readEntries(plain);
    const first = (await entries.next()).value?.heading as Heading | undefined;
    if (first?.kind !== 'archive' || first.format !== FORMAT)
      throw new OperatorFault('This is not an archive of Forestall.');
    return await work(entries, first.migrations);
  } finally {
    plain.destroy();
    await reading;
  }
}

async function inOneTransaction<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local row_security = off');
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } finally {
    await client.end();
  }
}

async function load(
  client: Client,
  entries: Entries,
  { folders }: Restore,
  target: (table: string) => string,
): Promise<Record<string, number>> {
  const loaded: Record<string, number> = {};
  for await (const { heading, content } of entries) {
    if (heading.kind === 'table')
      loaded[heading.name] = await loadTable(client, heading, content, target(heading.name));
    if (heading.kind === 'file') await writeFile(folders, heading, content);
    if (heading.kind === 'end') refuseMissing(heading.rows, loaded);
  }
  return loaded;
}

/** What the triggers do was done when the rows were first written, and is in the archive too. */
async function loadTable(
  client: Client,
  { name, columns }: Extract<Heading, { kind: 'table' }>,
  content: AsyncIterable<Buffer>,
  target: string,
): Promise<number> {
  const isStaged = target.startsWith('pg_temp');
  if (isStaged) await client.query(`create temp table ${quoted(name)} (like public.${quoted(name)}) on commit drop`);
  else await client.query(`alter table ${target} disable trigger user`);
  const copy = client.query(copyFrom(`copy ${target} (${columns.map(quoted).join(', ')}) from stdin`));
  await pipeline(Readable.from(content), copy);
  if (!isStaged) await client.query(`alter table ${target} enable trigger user`);
  return copy.rowCount;
}

/** Deletes the rows of records that the table of certificates says were destroyed: the restored data may be older than that. */
export async function removeCertified(
  ownerUrl: string,
  certificates: string,
  tables: readonly string[],
): Promise<void> {
  await inOneTransaction(ownerUrl, async (client) => {
    const present = (await tablesInOrder(client)).map(({ name }) => name);
    for (const table of tables.filter((name) => present.includes(name) && present.includes(certificates))) {
      await client.query(`alter table public.${quoted(table)} disable trigger user`);
      await client.query(
        `delete from public.${quoted(table)} as gone using public.${quoted(certificates)} as c
         where c.community_id = gone.community_id and c.record_id = gone.id`,
      );
      await client.query(`alter table public.${quoted(table)} enable trigger user`);
    }
  });
}

async function replaceByStaged(client: Client, table: string): Promise<void> {
  await client.query(`alter table public.${quoted(table)} disable trigger user`);
  await client.query(`delete from public.${quoted(table)}`);
  await client.query(
    `insert into public.${quoted(table)} select * from pg_temp.${quoted(table)}
     where community_id in (select id from public.communities)`,
  );
  await client.query(`alter table public.${quoted(table)} enable trigger user`);
}

async function writeFile(
  folders: Record<string, string>,
  { folder, path }: Extract<Heading, { kind: 'file' }>,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const target = folders[folder];
  if (target === undefined) return;
  const file = join(target, path);
  if (relative(target, file).startsWith('..')) throw new OperatorFault('The archive names a file outside its folder.');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(content), createWriteStream(file, { mode: 0o600, flush: true }));
}

async function refuseFull(client: Client): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    const { rowCount } = await client.query(`select from public.${quoted(name)} limit 1`);
    if (rowCount !== 0) throw new OperatorFault('This database already holds data: restore into an empty one.');
  }
}

function refuseMissing(wanted: Record<string, number>, loaded: Record<string, number>): void {
  const missing = Object.keys(wanted).find((table) => wanted[table] !== loaded[table]);
  if (missing) throw new Error(`The table ${missing} has ${loaded[missing]} rows of ${wanted[missing]}.`);
}
