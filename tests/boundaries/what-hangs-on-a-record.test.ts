import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WorkerDatabase, workerDatabase } from '../setup/worker-database.ts';

let databases: WorkerDatabase;
beforeAll(async () => {
  databases = await workerDatabase();
});
afterAll(() => databases.close());

/** Rows that stay when their report or case is destroyed, each with its reason. */
const staying: string[] = [];

describe('what hangs on a report or a case', () => {
  it('goes with it: every reference says on delete cascade, or stands in the list of what stays', async () => {
    const { rows } = await databases.owner.query<{ name: string }>(
      `with recursive part as (
         select unnest(array['reports', 'cases']::regclass[]) as holder
         union
         select c.conrelid::regclass from pg_constraint c join part on c.confrelid = part.holder where c.contype = 'f'
       )
       select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c join part on c.confrelid = part.holder
       where c.contype = 'f' and c.confdeltype <> 'c' order by 1`,
    );

    expect(rows.map(({ name }) => name)).toEqual(staying);
  });
});
