import { sql as raw } from 'kysely';
import { closingReasons, levelsOfConcern, stages } from '../../cases/contract.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { ProgrammeTable } from '../contract.ts';
import type { Period } from './period.ts';
import { type Cell, tableOf } from './table-of.ts';

const ages = ['week', 'month', 'quarter', 'year', 'longer'] as const;

/** The open cases of this moment by stage, level, age and review, and how those of the period ended. */
export async function caseFigures(tx: Tx, period: Period, now: Date): Promise<ProgrammeTable[]> {
  const open = await openCases(tx, now);
  const cells = (row: (each: Open) => string, column: (each: Open) => string) =>
    open.map((each): Cell => ({ row: row(each), column: column(each), count: each.count }));
  return [
    tableOf(
      'stages',
      stages,
      levelsOfConcern,
      cells(
        (each) => each.stage,
        (each) => each.level,
      ),
    ),
    tableOf(
      'ages',
      stages,
      ages,
      cells(
        (each) => each.stage,
        (each) => each.age,
      ),
    ),
    tableOf(
      'reviews',
      levelsOfConcern,
      ['on-time', 'overdue'],
      cells(
        (each) => each.level,
        (each) => (each.isOverdue ? 'overdue' : 'on-time'),
      ),
    ),
    tableOf('closings', closingReasons, ['count'], await closings(tx, period)),
    tableOf('repeats', ['closed', 'reported-again'], ['count'], await repeats(tx, period)),
  ];
}

type Open = { stage: string; level: string; age: string; isOverdue: boolean; count: number };

async function openCases(tx: Tx, now: Date): Promise<Open[]> {
  const { rows } = await raw<Open>`
    select stage, level_of_concern as level, next_review_at <= ${now} as is_overdue, count(*) as count, case
      when opened_at > ${now}::timestamptz - interval '7 days' then 'week'
      when opened_at > ${now}::timestamptz - interval '30 days' then 'month'
      when opened_at > ${now}::timestamptz - interval '90 days' then 'quarter'
      when opened_at > ${now}::timestamptz - interval '365 days' then 'year'
      else 'longer' end as age
    from cases where state = 'open' group by 1, 2, 3, 5`.execute(tx.sql);
  return rows;
}

async function closings(tx: Tx, { from, until }: Period): Promise<Cell[]> {
  const { rows } = await raw<Cell>`
    select closing_reason as row, 'count' as "column", count(*) as count from cases
    where state = 'closed' and closed_at >= ${from} and closed_at < ${until} group by 1`.execute(tx.sql);
  return rows;
}

/** Each case once, however often it was closed in the period, and whether a report came in after one of those closings. */
async function repeats(tx: Tx, { from, until }: Period): Promise<Cell[]> {
  const { rows } = await raw<{ closed: number; again: number }>`
    select count(*) as closed, count(*) filter (where exists (
      select from case_reports r where r.community_id = v.community_id and r.case_id = v.case_id and r.linked_at > v.at
    )) as again
    from (
      select community_id, case_id, min(exited_at) as at from stage_visits
      where exit = 'closed' and exited_at >= ${from} and exited_at < ${until} group by 1, 2
    ) v`.execute(tx.sql);
  const { closed, again } = rows[0]!;
  return [
    { row: 'closed', column: 'count', count: closed },
    { row: 'reported-again', column: 'count', count: again },
  ];
}
