import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ground } from '../../src/platform/ground.ts';
import { newId } from '../../src/platform/ids.ts';
import { closeGeneration, isCloseDue, openRecordKey, shareRecordKey } from '../../src/platform/keys/index.ts';
import { openKeyStore } from '../../src/platform/vault/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { certifyShreddings } from '../../src/retention/index.ts';
import { foundInstallation } from '../program/keeping.ts';
import { type Program, startProgram } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const copies = isFull ? 100_000 : 2_000;

let program: Program;
let records: string[];
beforeAll(async () => {
  program = await startProgram();
  await foundInstallation(program);
  records = [];
  for (let n = 0; n < 10; n += 1) records.push((await aReport(program.ground, program.communityId)).id);
}, 60_000);
afterAll(() => program.close());

const opens = (record: string) =>
  program.ground.database.withActor(program.actors.duty, (tx) => openRecordKey(tx, program.ground, record));
const generationsInUse = async () =>
  (await program.databases.owner.query('select distinct generation from wrapped_copies order by 1')).rows.map(
    ({ generation }) => generation as number,
  );

/** Key store and database as they are, until the nth act of both: there the process dies. */
function dyingAt({ keyStore, database, ...ground }: Ground, act: number): Ground {
  let acts = 0;
  const count = () => {
    acts += 1;
    if (acts === act) throw new Error('the process dies here');
  };
  return { ...ground, keyStore: counted(keyStore, count), database: counted(database, count) };
}

/** Counts each act before it is done. */
function counted<T extends object>(counted: T, count: () => void): T {
  return new Proxy(counted, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') {
        count();
        return value;
      }
      return (...given: unknown[]) => {
        count();
        return value.apply(target, given);
      };
    },
  });
}

describe('K-05 keys rotate under load', () => {
  it('loses nothing when it dies at any point, and the next close brings it to its end', async () => {
    const { ground } = program;
    let died = 0;
    for (let act = 1; ; act += 1) {
      const whole = await closeGeneration(dyingAt(ground, act), certifyShreddings).then(
        () => true,
        () => false,
      );
      for (const record of records) expect(await opens(record), `after dying at act ${act}`).not.toBeNull();
      if (whole) break;
      died += 1;
    }

    await closeGeneration(ground, certifyShreddings);

    expect(died).toBeGreaterThan(10);
    expect(await generationsInUse()).toEqual([ground.keyStore.currentGeneration]);
    expect(openKeyStore(join(program.folder, 'keys')).generations).toEqual([ground.keyStore.currentGeneration]);
  });

  it('serves every request meanwhile, also those that wrap new keys', async () => {
    await multiply();
    const duty = await sessionOf(program, program.actors.duty);
    const answers: number[] = [];
    let isClosing = true;
    const load = Array.from({ length: 4 }, async (_, n) => {
      while (isClosing) {
        const body = { dangerNow: false, what: `Told while keys rotate, ${n}.`, language: 'en' };
        answers.push((await program.request('POST', '/api/v1/reports', { body })).status);
        answers.push((await duty.call('GET', `/api/v1/reports/${records[n]}`)).status);
      }
    });
    const began = performance.now();

    const closed = await closeGeneration(program.ground, certifyShreddings);

    const seconds = (performance.now() - began) / 1_000;
    isClosing = false;
    await Promise.all(load);
    const failed = answers.filter((status) => ![200, 201].includes(status));
    console.log(`K-05: ${closed?.rewrapped} keys in ${seconds.toFixed(1)} s, ${answers.length} requests meanwhile`);
    expect(closed?.rewrapped).toBeGreaterThanOrEqual(copies);
    expect(seconds).toBeLessThan(isFull ? 60 : 30);
    expect(answers.length).toBeGreaterThan(4);
    expect(failed).toEqual([]);
    expect(await generationsInUse()).toEqual([closed!.generation]);
    for (const record of records) expect(await opens(record)).not.toBeNull();
  }, 300_000);

  it('takes along a key that was being written while the close began', async () => {
    const { ground, databases } = program;
    const key = (await opens(records[0]!))!;
    const late = { id: newId(ground.clock, ground.chance), kind: 'person' as const };
    const written = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const writing = ground.database.withActor(program.actors.duty, async (tx) => {
      await shareRecordKey(tx, ground, records[0]!, key, [
        { ...late, publicKey: program.actors.duty.keyPair.publicKey },
      ]);
      written.resolve();
      await mayCommit.promise;
    });
    await written.promise;

    const closing = closeGeneration(ground, certifyShreddings);
    const isWaiting = async () =>
      (await databases.owner.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rowCount === 1;
    while (!(await isWaiting())) await new Promise((resolve) => setImmediate(resolve));
    mayCommit.resolve();
    await writing;
    const closed = await closing;

    const { rows } = await databases.owner.query('select generation from wrapped_copies where recipient_id = $1', [
      late.id,
    ]);
    expect(rows).toEqual([{ generation: closed!.generation }]);
    expect(await generationsInUse()).toEqual([closed!.generation]);
  });

  it('refuses a copy of a closed generation, whoever writes it', async () => {
    const late = program.databases.owner.query('update wrapped_copies set generation = 1 where record_id = $1', [
      records[0],
    ]);

    await expect(late).rejects.toThrow('this generation of keys is closed');
  });

  it('is due once a night, and when it is done no more', async () => {
    const before = await isCloseDue(program.ground);
    program.clock.advance(86_400_000);
    const nextDay = await isCloseDue(program.ground);
    await closeGeneration(program.ground, certifyShreddings);

    expect([before, nextDay, await isCloseDue(program.ground)]).toEqual([false, true, false]);
  });

  /** Many real copies: the same key wrapped to as many people as it takes. */
  async function multiply(): Promise<void> {
    const { ground, communityId, actors } = program;
    const key = (await opens(records[0]!))!;
    for (let left = copies; left > 0; left -= 500) {
      const recipients = Array.from({ length: Math.min(500, left) }, () => ({
        id: newId(ground.clock, ground.chance),
        kind: 'person' as const,
        publicKey: actors.duty.keyPair.publicKey,
      }));
      await ground.database.withActor({ kind: 'system', communityId, job: 'test' }, (tx) =>
        shareRecordKey(tx, ground, records[0]!, key, recipients),
      );
    }
  }
});
