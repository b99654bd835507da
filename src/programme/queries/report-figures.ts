import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import { outcomes, urgencies } from '../../reports/contract.ts';
import type { ProgrammeTable } from '../contract.ts';
import type { Period } from './period.ts';
import { type Cell, tableOf } from './table-of.ts';

const channels = ['web', 'api', 'phone', 'letter', 'walk-in', 'partner', 'import'] as const;
const waits = ['hour', 'day', 'week', 'longer'] as const;

/** What was received in the period, what came of it, and what waits now and how long; each report counts once. */
export async function reportFigures(tx: Tx, period: Period, now: Date): Promise<ProgrammeTable[]> {
  const received = await receivedIn(tx, period);
  const cells = (row: (each: Received) => string | null) =>
    received.flatMap((each): Cell[] => {
      const name = row(each);
      return name === null ? [] : [{ row: name, column: 'count', count: each.count }];
    });
  const steps = (['received', 'read', 'answered', 'decided'] as const).flatMap((row) =>
    received.map((each): Cell => ({ row, column: 'count', count: row === 'received' ? each.count : each[row] })),
  );
  return [
    tableOf('reports', ['received', 'read', 'answered', 'decided'], ['count'], steps),
    await waiting(tx, now),
    tableOf(
      'outcomes',
      outcomes,
      ['count'],
      cells((each) => each.outcome),
    ),
    tableOf(
      'channels',
      channels,
      ['count'],
      cells((each) => each.channel),
    ),
  ];
}

type Received = {
  channel: string;
  outcome: string | null;
  count: number;
  read: number;
  answered: number;
  decided: number;
};

async function receivedIn(tx: Tx, { from, until }: Period): Promise<Received[]> {
  const { rows } = await raw<Received>`
    select channel, outcome, count(*) as count, count(first_read_at) as read, count(answered_at) as answered, count(decided_at) as decided
    from reports where received_at >= ${from} and received_at < ${until} group by channel, outcome`.execute(tx.sql);
  return rows;
}

async function waiting(tx: Tx, now: Date): Promise<ProgrammeTable> {
  const { rows } = await raw<Cell>`
    select urgency as row, count(*) as count, case
      when received_at > ${now}::timestamptz - interval '1 hour' then 'hour'
      when received_at > ${now}::timestamptz - interval '1 day' then 'day'
      when received_at > ${now}::timestamptz - interval '7 days' then 'week'
      else 'longer' end as "column"
    from reports where state = 'waiting' group by 1, 3`.execute(tx.sql);
  return tableOf('waiting', urgencies, waits, rows);
}
