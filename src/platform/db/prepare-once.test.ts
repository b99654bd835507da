import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { prepareOnce } from './prepare-once.ts';

type Asked = { name?: string; text: string };

/** What a connection is asked, and how it is given back; a pool whose server refuses one kind of statement. */
function recordingPool(refused?: string) {
  const asked: Asked[] = [];
  const destroyed: unknown[] = [];
  const client = {
    query: async (question: Asked) => {
      asked.push(question);
      if (question.text === refused) throw new Error('refused');
      return { rows: [] };
    },
    release: (isLost: unknown) => void destroyed.push(isLost),
  };
  const pool = { connect: async () => client, end: async () => {}, options: {} } as unknown as pg.Pool;
  return { asked, destroyed, pool: prepareOnce(pool) };
}

describe('prepare-once', () => {
  it('gives the same statement the same name on every connection, and none to one without parameters', async () => {
    const { asked, pool } = recordingPool();

    for (const text of ['select $1', 'select $1', 'select $1, 2']) await (await pool.connect()).query(text, [1]);
    await (await pool.connect()).query('begin', []);

    expect(asked.map(({ name }) => name)).toEqual(['s0', 's0', 's1', undefined]);
  });

  it('keeps no more than a thousand', async () => {
    const { asked, pool } = recordingPool();
    const client = await pool.connect();

    for (let number = 0; number <= 1_000; number += 1) await client.query(`select $1, ${number}`, [1]);

    expect(asked.filter(({ name }) => name !== undefined)).toHaveLength(1_000);
  });

  it('throws a connection away that could not be rolled back', async () => {
    const { destroyed, pool } = recordingPool('rollback');
    const [broken, sound] = [await pool.connect(), await pool.connect()];

    await expect(broken.query('rollback', [])).rejects.toThrow('refused');
    await sound.query('select 1', []);
    broken.release();
    sound.release();

    expect(destroyed).toEqual([true, false]);
  });
});
