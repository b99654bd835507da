import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBinaries, systemBinaries } from '../../src/platform/postgres/binaries.ts';
import { type Launch, launchPostgres, runningPostgres } from '../../src/platform/postgres/launch.ts';
import { completeLibraries } from '../../src/platform/postgres/native-folder.ts';
import { socketFolderOf } from '../../src/platform/postgres/socket-folder.ts';

const isRoot = process.getuid?.() === 0;
const kinds: [string, string | undefined][] = [
  ['the packaged PostgreSQL', undefined],
  ...systemBinaries().map(({ version, directory }): [string, string] => [
    `this system's PostgreSQL ${version}`,
    directory,
  ]),
];

let home: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'forestall launch-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

describe.each(kinds)('launch-postgres with %s', (_name, chosenBinaries) => {
  it('serves on a socket alone, flushes, checks pages, and keeps what it was given', async () => {
    const launch = launchOf({ chosenBinaries });

    const first = await launchPostgres(launch);
    const settings = await ask(first.ownerUrl, SETTINGS);
    await ask(first.ownerUrl, 'create table kept as select 1 as n');
    await first.stop();
    const second = await launchPostgres(launch);
    const kept = await ask(second.ownerUrl, 'select n from kept');
    await second.stop();

    expect(settings).toEqual([
      {
        listen: '',
        fsync: 'on',
        commit: 'on',
        checksums: 'on',
        ssl: 'off',
        accents: 'àç',
        special: false,
        bypass: true,
      },
    ]);
    expect(kept).toEqual([{ n: 1 }]);
    expect(statSync(launch.dataDirectory).mode & 0o777).toBe(0o700);
  });

  it('lets nobody in without the password', async () => {
    const { ownerUrl, stop } = await launchPostgres(launchOf({ chosenBinaries, durable: false }));
    const asSuperuser = Object.assign(new URL(ownerUrl), { username: 'forestall_superuser', password: '' }).href;
    const withoutPassword = Object.assign(new URL(ownerUrl), { password: 'wrong' }).href;

    const attempts = await Promise.allSettled([ask(asSuperuser, 'select 1'), ask(withoutPassword, 'select 1')]);
    await stop();

    expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it.each([
    ['Forestall', false],
    ['Forestall and its database at once', true],
  ])('loses no acknowledged row when kill -9 ends %s', async (_what, both) => {
    const launch = launchOf({ chosenBinaries });
    const child = await holder(launch, 50);
    if (both) process.kill(postmasterOf(launch.dataDirectory), 'SIGKILL');
    child.process.kill('SIGKILL');
    await once(child.process, 'close');

    const { ownerUrl, stop } = await launchPostgres(launch);
    const rows = await ask(ownerUrl, 'select max(n) as last from marks');
    await stop();

    expect(rows[0]?.last).toBeGreaterThanOrEqual(child.acknowledged());
  });

  it('refuses a folder that another Forestall holds, and tells a command beside it where to go', async () => {
    const launch = launchOf({ chosenBinaries, durable: false });
    const { stop } = await launchPostgres(launch);

    const second = launchPostgres(launch);

    await expect(second).rejects.toThrow(/^Another Forestall is using .*: stop it first, or set FORESTALL_HOME\.$/);
    const beside = await runningPostgres(launch.dataDirectory, launch.ownerPassword);
    expect(await ask(beside!, 'select true as works')).toEqual([{ works: true }]);
    await stop();
  });

  it.runIf(isRoot)('runs as another user where root has no user namespace', async () => {
    const open = mkdtempSync('/tmp/forestall-open-');
    const launch = launchOf({
      chosenBinaries,
      dataDirectory: join(open, 'main', 'postgres'),
      without: ['user namespace'],
      durable: false,
    });
    chmodSync(open, 0o755);

    const first = await launchPostgres(launch);
    await first.stop();
    const again = await launchPostgres({ ...launch, without: [] });
    const answer = await ask(again.ownerUrl, 'select true as works');
    await again.stop();

    expect(answer).toEqual([{ works: true }]);
    expect(statSync(launch.dataDirectory).uid).not.toBe(0);
    rmSync(open, { recursive: true });
  });
});

describe('launch-postgres', () => {
  it('says in one line that a folder holds something else', async () => {
    const launch = launchOf({ dataDirectory: join(home, 'main', 'postgres') });
    cpSync(import.meta.dirname, launch.dataDirectory, { recursive: true });

    const launching = launchPostgres(launch);

    await expect(launching).rejects.toThrow(/holds files that are not Forestall's database/);
  });

  it('makes the library links that an install script would have made', () => {
    const npm = findBinaries(join(home, 'none'), undefined);
    const copy = join(home, 'native');
    cpSync(dirname(npm.directory), copy, { recursive: true, verbatimSymlinks: true });
    const links = readdirSync(join(copy, 'lib'), { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
    for (const link of links) rmSync(join(copy, 'lib', link.name));

    completeLibraries({ ...npm, directory: join(copy, 'bin') }, join(home, 'copies'));

    const made = readdirSync(join(copy, 'lib'), { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
    expect(made.map(({ name }) => name)).toEqual(links.map(({ name }) => name));
    expect(links.length).toBeGreaterThan(5);
  });

  it('finds a short place for its socket when the folder lies deep', () => {
    const deep = join(home, 'x'.repeat(120), 'postgres');

    const folder = socketFolderOf(deep);

    expect(Buffer.byteLength(join(folder, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107);
    expect(socketFolderOf(`${deep}2`)).not.toBe(folder);
  });
});

const SETTINGS = `select current_setting('listen_addresses') as listen, current_setting('fsync') as fsync,
  current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums,
  current_setting('ssl') as ssl, lower('ÀÇ') as accents, rolsuper as special, rolbypassrls as bypass
  from pg_roles where rolname = current_user`;

function launchOf(more: Partial<Launch>): Launch {
  return { dataDirectory: join(home, 'main', 'postgres'), ownerPassword: 'for-tests-only', log: () => {}, ...more };
}

/** Another process that holds the database and has written so many rows already. */
async function holder({ dataDirectory, chosenBinaries }: Launch, rows: number) {
  const script = join(import.meta.dirname, 'hold-a-database.ts');
  const child = spawn(process.execPath, [script, dataDirectory, ...(chosenBinaries ? [chosenBinaries] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error('the holder ended')));
    createInterface(child.stdout).on('line', (line) => {
      last = Number(line);
      if (last === rows) resolve();
    });
  });
  return { process: child, acknowledged: () => last };
}

function postmasterOf(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query(query)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
