import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/platform/db/migrate.ts';
import { programFolder } from '../../src/platform/program-folder.ts';
import { type Program, startProgram } from '../program/program.ts';
import { shapeOf } from '../program/shape.ts';
import { type WorkerDatabase, workerDatabase } from '../setup/worker-database.ts';

/**
 * An installation of an older version with the stage of the promise tests in it: every row of every table, its key store, and
 * what is needed to open a report and a case. The file is named by the last migration that version had.
 */
type OldInstallation = {
  at: string;
  community: string;
  receipt: string;
  report: string;
  case: string;
  keys: Record<string, string>;
  tables: Record<string, object[]>;
};

const folder = join(programFolder, 'tests/promises/d-04-databases');
const migrations = join(programFolder, 'db/migrations');
const versions = readdirSync(folder).map((name) => name.replace('.json.gz', ''));

const read = (version: string): OldInstallation =>
  JSON.parse(gunzipSync(readFileSync(join(folder, `${version}.json.gz`))).toString());

/** Loads the rows as they were: a table whose rows point at others waits until those are there. */
async function load(owner: Pool, tables: OldInstallation['tables']): Promise<void> {
  const insert = ([table, rows]: [string, object[]]) =>
    owner.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  let waiting = Object.entries(tables);
  while (waiting.length > 0) {
    const still: typeof waiting = [];
    for (const each of waiting) await insert(each).catch(() => still.push(each));
    if (still.length === waiting.length) throw new Error(`cannot load ${still.map(([table]) => table).join(', ')}`);
    waiting = still;
  }
  // Each entry loaded has queued itself once more.
  await owner.query('truncate audit_queue');
  await insert(['audit_queue', tables.audit_queue ?? []]);
}

/** The database of that version with its rows, and its key store in a folder, brought to the shape of today. */
async function upgraded(version: string, old: OldInstallation): Promise<{ databases: WorkerDatabase; folder: string }> {
  const databases = await workerDatabase('empty');
  const names = readdirSync(migrations).filter((name) => name <= `${version}.sql`);
  await migrate(databases.ownerUrl, migrations, { only: names });
  await load(databases.owner, old.tables);
  await migrate(databases.ownerUrl, migrations);
  const home = mkdtempSync(join(tmpdir(), 'forestall-program-'));
  mkdirSync(join(home, 'keys'), { mode: 0o700 });
  for (const [name, content] of Object.entries(old.keys))
    writeFileSync(join(home, 'keys', name), Buffer.from(content, 'base64'), { mode: 0o600 });
  return { databases, folder: home };
}

const countsOf = async (owner: Pool, tables: readonly string[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await owner.query(`select count(*)::int as count from ${table}`);
    counts[table] = rows[0].count;
  }
  return counts;
};

describe.each(versions)('D-04 upgrades keep every old database: %s', (version) => {
  const old = read(version);
  const counts = Object.fromEntries(Object.entries(old.tables).map(([table, rows]) => [table, rows.length]));
  let program: Program;
  let found: Record<string, number>;
  beforeAll(async () => {
    const made = await upgraded(version, old);
    found = await countsOf(made.databases.owner, Object.keys(old.tables));
    program = await startProgram({ start: new Date(old.at), from: { ...made, communityId: old.community } });
  });
  afterAll(() => program.close());

  it('keeps every row', () => {
    expect(counts.reports).toBeGreaterThan(3);
    expect(found).toEqual(counts);
  });

  it('comes to the very shape that a new database has', async () => {
    const fresh = await workerDatabase();
    const shape = await shapeOf(fresh.owner);
    await fresh.close();

    expect(await shapeOf(program.databases.owner)).toEqual(shape);
    expect(shape.length).toBeGreaterThan(300);
  });

  it('opens its reports, its cases and its mailboxes with the passwords and receipts of then', async () => {
    const officer = await program.signIn('duty');

    const report = await officer.call('GET', `/api/v1/reports/${old.report}`);
    const openedCase = await officer.call('GET', `/api/v1/cases/${old.case}`);
    const mailbox = await program.request('POST', '/api/v1/receipts/open', { body: { receipt: old.receipt } });

    expect([report.status, openedCase.status, mailbox.status]).toEqual([200, 200, 200]);
    expect(report.text).toContain('He wrote down rooms and times.');
    expect(openedCase.text).toContain('A list on a desk.');
    expect(mailbox.text).toContain('Thank you.');
  });

  it('takes the next report, and its log goes on from the old one', async () => {
    const body = { dangerNow: false, what: 'After the upgrade.', language: 'en' };
    const { status } = await program.request('POST', '/api/v1/reports', { body });

    expect(status).toBe(201);
    expect(await program.sequence()).toBeGreaterThan(0);
  });

  it('would notice a table that lost a row', async () => {
    await program.databases.owner.query(
      'delete from report_messages where ctid = (select min(ctid) from report_messages)',
    );

    expect(await countsOf(program.databases.owner, ['report_messages'])).not.toEqual({
      report_messages: counts.report_messages,
    });
  });
});
