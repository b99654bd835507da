import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type WorkerDatabase, workerDatabase } from '../setup/worker-database.ts';

const program = join(import.meta.dirname, '../../dist/server/cli.js');

describe('the command forestall', () => {
  let home: string;
  const children: ChildProcess[] = [];

  beforeAll(() => {
    if (!existsSync(program)) throw new Error('The program is not built: run npm run build first.');
  });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'forestall-command-'));
  });

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  });

  it('serves, stops on Ctrl-C with exit code 0, and refuses a port in use in one line', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const busyPort = String((other.address() as AddressInfo).port);

    const first = await run(['serve'], { PORT: '0' }, { stopAt: /Forestall is ready at http:\/\/127/ });
    const second = await run(['serve'], { PORT: busyPort });
    other.close();

    expect(first).toMatchObject({ code: 0, errors: [] });
    expect(second).toMatchObject({ code: 1, errors: [`Port ${busyPort} is in use: stop what uses it, or set PORT.`] });
  }, 120_000);

  it.each([
    [{ PORT: 'eighty' }, /^PORT must be a number\.$/],
    [{ FORESTALL_HOME: '/dev/null/x' }, /^Forestall cannot write to \/dev\/null\/x\/main: /],
    [{ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' }, /^The database cannot be used: .*\.$/],
  ])('says in one line what is wrong with %o', async (environment, line) => {
    const { code, errors } = await run(['serve'], environment);

    expect({ code, lines: errors.length }).toEqual({ code: 1, lines: 1 });
    expect(errors[0]).toMatch(line);
  });

  it('does not serve from a database that acknowledges before it flushes', async () => {
    const database = await workerDatabase();

    const { code, errors } = await run(['serve'], addressesOf(database));
    await database.close();

    expect({ code, lines: errors.length }).toEqual({ code: 1, lines: 1 });
    expect(errors[0]).toMatch(/Every commit reaches the disk before it is acknowledged: broken \(.*fsync is off/);
  });

  it('refuses a database that a newer program made', async () => {
    const database = await workerDatabase();
    await database.owner.query(`insert into schema_migration (name, checksum) values ('29991231T0000-later.sql', '')`);

    const { code, errors } = await run(['serve'], addressesOf(database));
    await database.close();

    expect({ code, lines: errors.length }).toEqual({ code: 1, lines: 1 });
    expect(errors[0]).toMatch(/^This database was made by a newer Forestall/);
  });

  it('backs up, and restores into an empty installation once', async () => {
    const [source, target] = [await workerDatabase(), await emptyDatabase()];
    await source.owner.query(PERSON);
    const identity = await generateIdentity();
    writeFileSync(join(home, 'identity.txt'), `${identity}\n`);
    const sealTo = ['--recipient', await identityToRecipient(identity)];
    const folders = ['--data', join(home, 'data'), '--keys', join(home, 'keys')];

    const backup = await run(['backup', ...folders, ...sealTo], addressesOf(source));
    const [dataFile = '', keyFile = ''] = backup.lines.slice(1).map((line) => line.trim());
    const restoring = ['restore', '--data', dataFile, '--keys', keyFile, '--identity', join(home, 'identity.txt')];
    const there = { ...addressesOf({ ...source, ...target }), FORESTALL_HOME: join(home, 'there') };
    const restored = await run(restoring, there);
    const again = await run(restoring, there);
    await Promise.all([source.close(), target.drop()]);

    expect(backup.lines[0]).toBe('1 rows are safe in');
    expect(restored).toMatchObject({ code: 0, lines: ['1 rows are back. Start Forestall to bring them up to date.'] });
    expect(again).toMatchObject({ code: 1, errors: [expect.stringMatching(/already holds data|already has keys/)] });
  });

  it('names what is broken and fails, when the doctor finds something', async () => {
    const database = await workerDatabase();
    await database.owner.query('alter table reports no force row level security');

    const { code, lines } = await run(['doctor'], addressesOf(database));
    await database.close();

    expect(code).toBe(1);
    expect(lines).toContain("broken  A community's rows are walled off in every table: reports");
  });

  /** Runs the built program to its end, or asks it to stop once it prints `stopAt`. */
  async function run(
    commandArguments: string[],
    environment: Record<string, string>,
    { stopAt }: { stopAt?: RegExp } = {},
  ) {
    const env = { PATH: process.env.PATH, FORESTALL_HOME: home, ...environment };
    const child = spawn(process.execPath, [program, ...commandArguments], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    const said = { out: '', error: '' };
    child.stdout.on('data', (chunk) => {
      said.out += chunk;
      if (stopAt?.test(said.out)) child.kill('SIGINT');
    });
    child.stderr.on('data', (chunk) => {
      said.error += chunk;
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, lines: linesOf(said.out), errors: linesOf(said.error) };
  }
});

const PERSON = `insert into people (id, email, name, language, public_key, created_at)
  values (gen_random_uuid(), 'a@b.example', 'A', 'ca', decode(repeat('07', 32), 'hex'), now())`;

function addressesOf(database: WorkerDatabase): Record<string, string> {
  const { ownerUrl, appUrl, sequencerUrl } = database;
  return { DATABASE_URL: ownerUrl, DATABASE_URL_APP: appUrl, DATABASE_URL_SEQUENCER: sequencerUrl };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
