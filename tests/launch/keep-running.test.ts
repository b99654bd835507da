import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql as raw } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/db/database.ts';
import { type LaunchedPostgres, launchPostgres } from '../../src/platform/postgres/launch.ts';

let home: string;
let launched: LaunchedPostgres;
const said: string[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'forestall-keep-'));
  said.length = 0;
  launched = await launchPostgres({
    dataDirectory: join(home, 'postgres'),
    ownerPassword: 'a-password',
    log: () => {},
    say: (line) => said.push(line),
  });
});
afterEach(async () => {
  await launched.stop();
  rmSync(home, { recursive: true, force: true });
});

const postmaster = () => Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Asks until it is answered; gives how many milliseconds that took. */
async function answeredAfter(ask: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (!(await ask())) await new Promise(setImmediate);
  return performance.now() - start;
}

describe('keep-running', () => {
  it('starts the database again each time that it dies alone, and says so', { timeout: 60_000 }, async () => {
    const database = openDatabase(launched.ownerUrl);

    for (let death = 0; death < 2; death += 1) {
      expect(await database.isReachable()).toBe(true);
      process.kill(postmaster(), 'SIGKILL');
      await answeredAfter(async () => !(await database.isReachable()));
      await answeredAfter(() => database.isReachable());
    }
    await database.close();

    expect(said.filter((line) => line.includes('ended by itself'))).toHaveLength(2);
    expect(said.at(-1)).toBe('The database runs again.');
  });

  it('tells within two seconds that a database hangs, and serves again as soon as it goes on', {
    timeout: 60_000,
  }, async () => {
    const database = openDatabase(launched.ownerUrl);
    await database.isReachable();
    const { rows } = await database.withoutCommunity((sql) =>
      raw<{ pid: number }>`select pid from pg_stat_activity`.execute(sql),
    );
    const processes = [postmaster(), ...rows.map(({ pid }) => pid)];
    for (const pid of processes) process.kill(pid, 'SIGSTOP');

    const start = performance.now();
    const refusal = await database
      .withoutCommunity((sql) => raw`select 1`.execute(sql))
      .catch((error: { refusal?: unknown }) => error.refusal);
    const took = performance.now() - start;
    for (const pid of processes) process.kill(pid, 'SIGCONT');
    await answeredAfter(() => database.isReachable());
    await database.close();

    expect(refusal).toEqual({ kind: 'unavailable', what: 'database' });
    expect(took).toBeLessThan(2_000);
  });
});
