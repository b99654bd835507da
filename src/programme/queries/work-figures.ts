import { sql as raw } from 'kysely';
import { actionCategories } from '../../cases/contract.ts';
import { caseLoadOf } from '../../cases/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { ProgrammeTable } from '../contract.ts';
import type { Period } from './period.ts';
import { type Cell, tableOf } from './table-of.ts';

/** What is to be done and what was done, and what each member carries. */
export async function workFigures(tx: Tx, ground: Ground, period: Period): Promise<ProgrammeTable[]> {
  return [
    await actions(tx, period, ground.clock.now()),
    await planned(tx, period),
    await months(tx, period),
    await load(tx, ground),
  ];
}

/** Open as of now, on time or overdue; finished, of those that were planned in the period. */
async function actions(tx: Tx, { from, until }: Period, now: Date): Promise<ProgrammeTable> {
  const { rows } = await raw<Cell>`
    select category as row, case when due_at <= ${now} then 'overdue' else 'on-time' end as "column", count(*) as count
    from actions where state in ('assigned', 'accepted') group by 1, 2
    union all
    select category, case state when 'not-done' then 'not-done' else 'done' end, count(*) from actions
    where made_at >= ${from} and made_at < ${until} and state not in ('assigned', 'accepted') group by 1, 2`.execute(
    tx.sql,
  );
  return tableOf('actions', actionCategories, ['on-time', 'overdue', 'done', 'not-done'], rows);
}

/** Whole months that the period touches, since what is planned is counted by the month. */
async function planned(tx: Tx, { first, last }: Period): Promise<ProgrammeTable> {
  const { rows } = await raw<Record<'outside' | 'justice' | 'own', number>>`
    select coalesce(sum(outside_justice), 0) as outside, coalesce(sum(justice), 0) as justice, coalesce(sum(own_words), 0) as own
    from action_tallies where month >= date_trunc('month', ${first}::date) and month <= ${last}::date`.execute(tx.sql);
  const { outside, justice, own } = rows[0]!;
  const cell = (row: string, count: number): Cell => ({ row, column: 'count', count });
  return tableOf(
    'planned',
    ['outside-justice', 'justice', 'own-words'],
    ['count'],
    [cell('outside-justice', outside), cell('justice', justice), cell('own-words', own)],
  );
}

/** Each month is counted between its own two instants: telling the month of every single row took ten times as long. */
async function months(tx: Tx, { first, last, from, until, timeZone }: Period): Promise<ProgrammeTable> {
  const { rows } = await raw<Cell>`
    select to_char(month, 'YYYY-MM') as row, each.column, each.count
    from generate_series(date_trunc('month', ${first}::timestamp), ${last}::timestamp, interval '1 month') month
    cross join lateral (
      select greatest(month at time zone ${timeZone}, ${from}) as begins,
        least((month + interval '1 month') at time zone ${timeZone}, ${until}) as ends
    ) m
    cross join lateral (
      select 'received' as "column", count(*) as count from reports where received_at >= begins and received_at < ends
      union all
      select 'opened', count(*) from cases where opened_at >= begins and opened_at < ends
      union all
      select 'closed', count(*) from cases where state = 'closed' and closed_at >= begins and closed_at < ends
    ) each`.execute(tx.sql);
  return tableOf('months', monthsBetween(first, last), ['received', 'opened', 'closed'], rows);
}

/** `2026-01` and every month after it, up to that of the last day. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  const [year, month] = first.split('-').map(Number) as [number, number];
  for (let at = year * 12 + month - 1; ; at += 1) {
    const name = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    if (name > last.slice(0, 7)) return months;
    months.push(name);
  }
}

async function load(tx: Tx, ground: Ground): Promise<ProgrammeTable> {
  const { members } = await caseLoadOf(tx, ground);
  const carrying = members.filter((each) => each.leads + each.deputyOf + each.openActions > 0);
  return {
    table: 'load',
    columns: ['leads', 'deputy', 'open', 'overdue'],
    rows: carrying
      .map(({ name, leads, deputyOf, openActions, overdueActions }) => ({
        row: name,
        values: [leads, deputyOf, openActions, overdueActions],
      }))
      .sort((one, other) => (other.values[0] ?? 0) - (one.values[0] ?? 0)),
  };
}
