import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../src/app/archives.ts';
import type { Config } from '../../src/app/config.ts';

import { keptRecords } from '../../src/app/routes.ts';
import type { SystemActor } from '../../src/platform/actor.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { closeGeneration, openRecordKey } from '../../src/platform/keys/index.ts';
import { type KeyPair, openKeyStore, openSealed, unwrapRecordKey } from '../../src/platform/vault/index.ts';
import { openConcern } from '../../src/reports/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { shred } from '../../src/retention/commands/shred.ts';
import { certifyShreddings } from '../../src/retention/index.ts';
import { foundInstallation } from '../program/keeping.ts';
import { type Program, startProgram } from '../program/program.ts';
import { emptyDatabase } from '../setup/worker-database.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const counts = isFull ? { all: 1_000, shredded: 100 } : { all: 40, shredded: 8 };

let program: Program;
let config: Config;
let reports: { id: string; number: string }[];
const doomed = () => reports.slice(0, counts.shredded);
const spared = () => reports.slice(counts.shredded);

/** Every version of every wrapped copy that the database ever wrote: what its write-ahead log holds. */
const everWritten = async () =>
  (await program.databases.owner.query('select * from thief.copies_in_the_log')).rows as Copy[];
type Copy = {
  community_id: string;
  record_id: string;
  recipient_id: string;
  generation: number;
  form: 'sealed-box' | 'symmetric';
  wrapped: Buffer;
};

beforeAll(async () => {
  program = await startProgram();
  config = { home: program.folder } as Config;
  await foundInstallation(program);
  await program.databases.owner.query(`
    create schema thief;
    create table thief.copies_in_the_log as select * from wrapped_copies with no data;
    create function thief.keep_in_the_log() returns trigger security definer language plpgsql as
      $$ begin insert into thief.copies_in_the_log values (new.*); return null; end $$;
    create trigger log_copies after insert or update on wrapped_copies for each row execute function thief.keep_in_the_log()`);
  reports = [];
  for (let n = 0; n < counts.all; n += 1)
    reports.push(
      await aReport(program.ground, program.communityId, { what: `Told as number ${n}, unlike any other.` }),
    );
}, 600_000);
afterAll(() => program.close());

const system = (): SystemActor => ({ kind: 'system', communityId: program.communityId, job: 'test' });

async function shredDoomed(): Promise<void> {
  for (const { id, number } of doomed()) {
    await program.ground.database.withActor(system(), async (tx) => {
      await tx.sql
        .updateTable('reports')
        .set({
          state: 'decided',
          outcome: 'test',
          decidedAt: program.clock.now(),
          decidedBy: program.actors.duty.personId,
        })
        .where('id', '=', id)
        .execute();
      const record = { kind: 'report' as const, id, number };
      await shred(tx, program.ground, keptRecords, record, { rule: 'report-no-concern', days: 90 });
    });
  }
}

/** Everybody's private keys, as if each password had been told. */
const everybody = (): KeyPair[] => Object.values(program.actors).map(({ keyPair }) => keyPair);

/** Opens whatever any of the copies gives away to somebody with all passwords, all group keys and today's key store. */
async function openedByThief(copies: Copy[]): Promise<Set<string>> {
  const keyStore = openKeyStore(join(program.folder, 'keys'));
  const { rows: sealed } = await program.databases.owner.query(
    'select m.sealed_private_key, g.public_key from key_group_members m join key_groups g on g.id = m.group_id',
  );
  const groups: KeyPair[] = sealed.flatMap(({ sealed_private_key, public_key }) =>
    everybody().flatMap((pair) => {
      const privateKey = tryOpen(() => openSealed(pair, sealed_private_key));
      return privateKey ? [{ publicKey: public_key, privateKey }] : [];
    }),
  );
  const opened = new Set<string>();
  for (const copy of copies) {
    const context = { community: copy.community_id, record: copy.record_id, recipient: copy.recipient_id };
    const stored = { generation: copy.generation, form: copy.form, outer: copy.wrapped };
    for (const generation of keyStore.generations)
      for (const pair of [...everybody(), ...groups])
        if (tryOpen(() => unwrapRecordKey({ ...stored, generation }, pair, keyStore, context)))
          opened.add(copy.record_id);
  }
  return opened;
}

function tryOpen<T>(open: () => T): T | null {
  try {
    return open();
  } catch {
    return null;
  }
}

async function opensFor(database: Program['ground']['database'], keyStore: Program['ground']['keyStore'], id: string) {
  const { duty } = program.actors;
  return await database.withActor(duty, async (tx) => {
    const key = await openRecordKey(tx, { ...program.ground, keyStore }, id);
    const row = await tx.sql.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
    return key && row ? openConcern(key, row).concern.what : null;
  });
}

describe('K-04 a shredded record is gone, others are not', () => {
  const identity = generateIdentity();
  const backups = mkdtempSync(join(tmpdir(), 'forestall-k04-'));
  const places = { dataFile: join(backups, 'yesterday.age'), keyFile: join(backups, 'keys.age') };
  afterAll(() => rmSync(backups, { recursive: true, force: true }));

  const backUpTo = async (dataFile: string) =>
    backUp(config, program.databases.ownerUrl, { ...places, dataFile }, await sealTo(), program.clock);
  const sealTo = async () => ({ recipients: [await identityToRecipient(await identity)] });

  it('opens for a thief with everything before the close, which shows that the theft is a real one', async () => {
    await backUpTo(places.dataFile);
    await shredDoomed();

    const opened = await openedByThief(await everWritten());

    expect(doomed().filter(({ id }) => opened.has(id))).toHaveLength(counts.shredded);
  });

  it('gives nothing of it after the close to who has the log, all passwords and the current keys; the others open', async () => {
    const closed = await closeGeneration(program.ground, certifyShreddings);

    const opened = await openedByThief(await everWritten());

    expect(closed?.rewrapped).toBeGreaterThanOrEqual(spared().length);
    expect(doomed().filter(({ id }) => opened.has(id))).toEqual([]);
    expect(spared().filter(({ id }) => !opened.has(id))).toEqual([]);
    for (const { id } of spared().slice(0, 20))
      expect(await opensFor(program.ground.database, program.ground.keyStore, id)).toContain('Told as number');
  });

  it('leaves a certificate without content, and no destroyed generation in the key store', async () => {
    const { rows } = await program.databases.owner.query('select * from shreddings');
    const folder = join(program.folder, 'keys');
    const kept = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join();

    expect(rows).toHaveLength(counts.shredded);
    expect(rows.every(({ destroyed_at, rule }) => destroyed_at !== null && rule === 'report-no-concern')).toBe(true);
    expect(Object.keys(JSON.parse(kept.slice(kept.indexOf('{'))).generations)).toEqual(['2']);
  });

  it('stays gone when yesterday’s data is restored with today’s keys, and the others open', async () => {
    await backUpTo(join(backups, 'today.age'));
    const target = await emptyDatabase();
    const home = mkdtempSync(join(tmpdir(), 'forestall-k04-restored-'));

    await restore({ home } as Config, target.ownerUrl, places, { identity: await identity });

    const restored = openDatabase(target.ownerUrl);
    const keyStore = openKeyStore(join(home, 'keys'));
    for (const { id } of doomed()) expect(await opensFor(restored, keyStore, id)).toBeNull();
    for (const { id } of spared()) expect(await opensFor(restored, keyStore, id)).toContain('Told as number');
    await restored.close();
    rmSync(home, { recursive: true });
    await target.drop();
  }, 300_000);
});
