import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type WorkerDatabase, workerDatabase } from '../../../tests/setup/worker-database.ts';
import { virtualClock } from '../clock.ts';
import { inOneSnapshot, type OpenWith, replaceByArchive, restoreArchive, type SealTo, writeArchive } from './index.ts';

const migrationsFolder = join(import.meta.dirname, '../../../db/migrations');
const clock = virtualClock(new Date('2026-11-23T09:00:00Z'));
const community = '01939000-0000-7000-8000-000000000001';
const person = '01939000-0000-7000-8000-000000000002';
const record = '01939000-0000-7000-8000-000000000003';
const words = "Tab\there, line\nhere, back\\slash, ç, \\N and 'quotes'";

const identity = await generateIdentity();

describe('backup', () => {
  let source: WorkerDatabase;
  let target: Awaited<ReturnType<typeof emptyDatabase>>;
  let folder: string;

  beforeEach(async () => {
    [source, target] = await Promise.all([workerDatabase(), emptyDatabase()]);
    folder = mkdtempSync(join(tmpdir(), 'forestall-backup-'));
    mkdirSync(join(folder, 'files', '01'), { recursive: true });
    writeFileSync(join(folder, 'files', '01', 'sealed'), Buffer.from([0, 1, 2, 255]));
    await fill();
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await Promise.all([source.close(), target.drop()]);
  });

  it('gives every row and file back, to the byte', async () => {
    const archive = await archiveOf((table) => table !== 'wrapped_copies');

    const rows = await restore(archive);

    expect(rows).toMatchObject({ communities: 1, people: 1, memberships: 1, audit_entries: 5_000 });
    expect(await contentOf(target.ownerUrl)).toEqual(await contentOf(source.ownerUrl));
    expect(readFileSync(join(folder, 'restored', '01', 'sealed'))).toEqual(Buffer.from([0, 1, 2, 255]));
  });

  it('opens by the passphrase that it was sealed with', async () => {
    const archive = await archiveOf(() => true, { passphrase: 'four plain words here' });

    const rows = await restore(archive, { passphrase: 'four plain words here' });

    expect(rows.people).toBe(1);
  });

  it('shows nothing of its content to whoever holds only the archive', async () => {
    const archive = await archiveOf(() => true);

    const opening = restore(archive, { identity: await generateIdentity() });

    expect(archive.includes('communities')).toBe(false);
    await expect(opening).rejects.toThrow('The archive does not open');
  });

  it.each([
    ['cut short', (archive: Buffer) => archive.subarray(0, -200)],
    ['changed in one bit', (archive: Buffer) => flipped(archive, archive.length - 5_000)],
  ])('restores nothing of an archive that was %s', async (_how, damage) => {
    const archive = damage(await archiveOf(() => true));

    const restoring = restore(archive);

    await expect(restoring).rejects.toThrow();
    expect(await countOf(target.ownerUrl, 'audit_entries')).toBe(0);
  });

  it('refuses a database that already holds data', async () => {
    const archive = await archiveOf(() => true);

    const restoring = restore(archive, undefined, source.ownerUrl);

    await expect(restoring).rejects.toThrow('already holds data');
  });

  it('keeps a shredded record shut: its key is not in the data, and the latest keys have lost it', async () => {
    const data = await archiveOf((table) => table !== 'wrapped_copies');
    await source.owner.query('delete from wrapped_copies where record_id = $1', [record]);
    const keys = await archiveOf((table) => table === 'wrapped_copies');

    await restore(data);
    await replaceByArchive({ ...restoreOf(keys), ownerUrl: target.ownerUrl });

    const left = await rowsOf(target.ownerUrl, 'select record_id from wrapped_copies');
    expect(left).toEqual([{ record_id: person }]);
  });

  it('leaves out keys of a community that came after the data', async () => {
    const data = await archiveOf((table) => table !== 'wrapped_copies');
    await addCommunity('01939000-0000-7000-8000-00000000000f', 'later');
    await addCopy('01939000-0000-7000-8000-00000000000f', record);
    const keys = await archiveOf((table) => table === 'wrapped_copies');

    await restore(data);
    await replaceByArchive({ ...restoreOf(keys), ownerUrl: target.ownerUrl });

    expect(await countOf(target.ownerUrl, 'wrapped_copies')).toBe(2);
  });

  it('refuses to make an archive as a role that sees only a part', async () => {
    const making = inOneSnapshot(source.appUrl, (client) => client.query('select * from memberships'));

    await expect(making).rejects.toThrow('row-level security');
  });

  async function archiveOf(includes: (table: string) => boolean, sealTo?: SealTo): Promise<Buffer> {
    const to = new PassThrough();
    const recipients = [await identityToRecipient(identity)];
    const folders = [{ name: 'files', path: join(folder, 'files'), includes: () => true }];
    const writing = inOneSnapshot(source.ownerUrl, (client) =>
      writeArchive(client, { includes, folders }, { sealTo: sealTo ?? { recipients }, clock, to }),
    );
    const [archive] = await Promise.all([buffer(to), writing]);
    return archive;
  }

  async function restore(archive: Buffer, openWith?: OpenWith, ownerUrl = target.ownerUrl) {
    return restoreArchive({ ...restoreOf(archive), openWith: openWith ?? { identity }, ownerUrl });
  }

  function restoreOf(archive: Buffer) {
    const folders = { files: join(folder, 'restored') };
    return { migrationsFolder, from: Readable.from([archive]), folders, openWith: { identity } };
  }

  async function fill(): Promise<void> {
    await addCommunity(community, 'somewhere');
    await source.owner.query(
      `insert into people (id, email, name, language, public_key, created_at) values ($1, 'a@b.example', $2, 'ca', $3, now())`,
      [person, words, Buffer.alloc(32, 7)],
    );
    await source.owner.query(
      `insert into memberships (community_id, person_id, roles, discipline, joined_at) values ($1, $2, '{duty-officer}', 'x', now())`,
      [community, person],
    );
    await source.owner.query(
      `insert into audit_entries (community_id, id, at, actor_kind, act, record_kind, body)
       select $1, gen_random_uuid(), now(), 'system', 'test', 'none', $2 || random() from generate_series(1, 5000) as n`,
      [community, words],
    );
    for (const one of [record, person]) await addCopy(community, one);
  }

  async function addCommunity(id: string, slug: string): Promise<void> {
    await source.owner.query(
      `insert into communities (id, slug, name, time_zone, default_language, country, emergency_numbers, crisis_lines, clocks, created_at)
       values ($1, $2, 'Somewhere', 'Europe/Madrid', 'ca', 'ES', '[]', '[]', '{}', now())`,
      [id, slug],
    );
  }

  async function addCopy(inCommunity: string, of: string): Promise<void> {
    await source.owner.query(
      `insert into wrapped_copies (community_id, record_id, recipient_id, recipient_kind, generation, form, wrapped, created_at)
       values ($1, $2, $3, 'person', 1, 'sealed-box', '\\x00', now())`,
      [inCommunity, of, person],
    );
  }

  async function contentOf(url: string): Promise<unknown> {
    const tables = ['communities', 'people', 'memberships'].map((table) => rowsOf(url, `select * from ${table}`));
    return Promise.all([...tables, rowsOf(url, 'select * from audit_entries order by id')]);
  }

  async function countOf(url: string, table: string): Promise<unknown> {
    const [{ made }] = (await rowsOf(url, `select to_regclass('${table}') is not null as made`)) as [{ made: boolean }];
    if (!made) return 0;
    return (await rowsOf(url, `select count(*)::int as n from ${table}`))[0]?.n;
  }

  async function rowsOf(url: string, query: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client
      .query(query)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
}
