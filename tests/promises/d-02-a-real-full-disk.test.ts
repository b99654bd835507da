import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/platform/db/migrate.ts';
import { type LaunchedPostgres, launchPostgres } from '../../src/platform/postgres/launch.ts';
import { type Answered, foundTestCommunity, type Program, startProgram } from '../program/program.ts';
import { MIGRATIONS, ROLE_PASSWORDS, urlOfDatabase } from '../setup/database-names.ts';

const megabytes = 512;
const refusalsWanted = 25;
const storedFirst = 10;
const reportsAtMost = 3_000;

const disk = mkdtempSync(join(tmpdir(), 'forestall-small-disk-'));
const mounting = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'none', disk];
const isMounted = spawnSync('/bin/mount', mounting, { stdio: 'ignore' }).status === 0;
if (!isMounted) {
  console.log('D-02: a small disk may not be mounted here; this test is left out');
  rmSync(disk, { recursive: true });
}

const filler = join(disk, 'filler');
const bytesLeft = (): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

/** Writes until no more than this is left; with nothing to leave, until the disk itself refuses. */
function fill(leave: number): void {
  for (const size of [2 ** 20, 2 ** 16, 2 ** 12]) {
    try {
      while (bytesLeft() - size >= leave) appendFileSync(filler, Buffer.alloc(size, 7));
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error;
    }
  }
}

let postgres: LaunchedPostgres;
let program: Program;

async function startOnTheDisk(): Promise<void> {
  const dataDirectory = join(disk, 'postgres');
  postgres = await launchPostgres({ dataDirectory, ownerPassword: 'for-tests-only', log: () => {} });
  await migrate(postgres.ownerUrl, MIGRATIONS, { passwords: ROLE_PASSWORDS });
  const url = (role?: keyof typeof ROLE_PASSWORDS) => urlOfDatabase(postgres.ownerUrl, 'forestall', role);
  const [owner, app] = [new Pool({ connectionString: url() }), new Pool({ connectionString: url('forestall_app') })];
  for (const pool of [owner, app]) pool.on('error', () => {});
  const databases = {
    ownerUrl: url(),
    appUrl: url('forestall_app'),
    sequencerUrl: url('forestall_sequencer'),
    owner,
    app,
    close: async () => void (await Promise.all([owner.end(), app.end()])),
  };
  const folder = join(disk, 'home');
  mkdirSync(folder);
  program = await startProgram({ from: { databases, folder, communityId: '' } });
  await foundTestCommunity(program.ground, 'test-town');
}

async function send(what: string, withPicture: boolean): Promise<Answered> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ dangerNow: 'no', what, wants: 'send' })) form.set(name, value);
  if (withPicture) {
    const create = { width: 9, height: 9, channels: 3 as const, background: '#246' };
    form.append(
      'images',
      new File([new Uint8Array(await sharp({ create }).png().toBuffer())], 'door.png', { type: 'image/png' }),
    );
  }
  return await program.request('POST', '/en/report', { body: form });
}

const receiptIn = ({ text }: Answered) =>
  (text.match(/class="digits"[^>]*>([\s\S]*?)<\/p>/)?.[1] ?? '').replaceAll(/\D/g, '');
const opens = async (receipt: string) =>
  (await program.request('POST', '/api/v1/receipts/open', { body: { receipt } })).status === 200;

/** Reads every row of every table: PostgreSQL compares the checksum of each page that it reads. */
async function readEverything(): Promise<number> {
  const { rows } = await program.databases.owner.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  );
  for (const { name } of rows)
    await program.databases.owner.query(`select sum(length(t::text)) as read from ${name} t`);
  return rows.length;
}

describe.runIf(isMounted)('D-02 a full disk is survived, on a real one', () => {
  beforeAll(startOnTheDisk, 120_000);
  afterAll(async () => {
    await program.close();
    await postgres.stop();
    spawnSync('/bin/umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('takes the words and not the picture once four fifths of it are used', async () => {
    const roomy = await send('Told while there was room.', true);
    fill(megabytes * 2 ** 20 * 0.19);

    const answer = await send('Told while the disk was nearly full.', true);

    expect([roomy.status, answer.status]).toEqual([201, 201]);
    expect([roomy.text.includes('door.png'), answer.text.includes('door.png')]).toEqual([false, true]);
    expect(await opens(receiptIn(answer))).toBe(true);
  });

  it('gives receipts for what is stored alone while the last bytes run out, and loses nothing of it', async () => {
    fill(2 ** 20);
    const receipts: string[] = [];
    const refused: number[] = [];

    for (let at = 0; refused.length < refusalsWanted && at < reportsAtMost; at += 1) {
      if (at === storedFirst) fill(0);
      const answer = await send(`Told at ${at}, when the disk was full. ${'It was said again. '.repeat(80)}`, false);
      const receipt = receiptIn(answer);
      if (answer.status === 201) receipts.push(receipt);
      else refused.push(answer.status);
      expect(receipt !== '', `report ${at} answered ${answer.status}`).toBe(answer.status === 201);
    }
    const left = bytesLeft();
    rmSync(filler);
    await expect
      .poll(async () => (await send('Told when there was room again.', false)).status, { timeout: 90_000 })
      .toBe(201);

    console.log(`D-02: ${receipts.length} reports stored and ${refused.length} refused with ${left} bytes left`);
    expect(receipts.length).toBeGreaterThanOrEqual(storedFirst);
    expect(left).toBeLessThan(2 ** 16);
    expect(new Set(refused)).toEqual(new Set([503]));
    for (const receipt of receipts) expect(await opens(receipt)).toBe(true);
    expect(await readEverything()).toBeGreaterThan(40);
  }, 300_000);
});
