import { sql as raw } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WorkerDatabase, workerDatabase } from '../../../tests/setup/worker-database.ts';
import { type Database, openDatabase } from './database.ts';

let worker: WorkerDatabase;
let database: Database;
beforeAll(async () => {
  worker = await workerDatabase('migrated');
  database = openDatabase(worker.appUrl);
});
afterAll(async () => {
  await database.close();
  await worker.close();
});

/** Ends the work as the server ends one of two that wait for each other. */
const endedBy = (code: string) => raw.raw(`do $$ begin raise exception 'in the way' using errcode = '${code}'; end $$`);

describe('transactions in each other’s way', () => {
  it.each(['40P01', '40001'])(
    'are tried four times and then refused for a moment, not called a bug (%s)',
    async (code) => {
      let tries = 0;

      const work = database.withoutCommunity(async (sql) => {
        tries += 1;
        await endedBy(code).execute(sql);
      });

      await expect(work).rejects.toMatchObject({ refusal: { kind: 'too-fast', retryAfterSeconds: 1 } });
      expect(tries).toBe(4);
    },
  );

  it('are done at the next try where that goes through', async () => {
    let tries = 0;

    const done = await database.withoutCommunity(async (sql) => {
      tries += 1;
      if (tries < 3) await endedBy('40P01').execute(sql);
      return tries;
    });

    expect(done).toBe(3);
  });

  it('are no matter where a number was sent that no column holds: that is the sender’s to mend', async () => {
    const work = database.withoutCommunity((sql) => endedBy('22003').execute(sql));

    await expect(work).rejects.toMatchObject({ refusal: { kind: 'invalid' } });
  });
});
