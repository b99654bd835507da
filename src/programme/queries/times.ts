import { type RawBuilder, sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import type { ProgrammeTable } from '../contract.ts';
import type { Period } from './period.ts';

type Spread = { count: number; median: number | null; nineOfTen: number | null };

/** How long things took in the period, in minutes: to human eyes, to an answer, to a decision, to a lead. Old lists that were brought in are left out. */
export async function times(tx: Tx, period: Period): Promise<ProgrammeTable> {
  const spreads = { ...(await ofReports(tx, period)), lead: await toLead(tx, period) };
  return {
    table: 'times',
    columns: ['count', 'median', 'nine-of-ten'],
    rows: Object.entries(spreads).map(([row, { count, median, nineOfTen }]) => ({
      row,
      values: [Number(count), rounded(median), rounded(nineOfTen)],
    })),
  };
}

const rounded = (minutes: number | null) => (minutes === null ? null : Math.round(minutes));

/** Half of them, and nine of ten, took no longer than this; what has not happened yet is not in it. */
const spreadOf = (span: RawBuilder<unknown>): RawBuilder<Spread> => {
  const minutes = raw`extract(epoch from ${span}) / 60`;
  return raw<Spread>`json_build_object('count', count(${span}),
    'median', percentile_cont(0.5) within group (order by ${minutes}),
    'nineOfTen', percentile_cont(0.9) within group (order by ${minutes}))`;
};

async function ofReports(tx: Tx, { from, until }: Period): Promise<Record<'eyes' | 'answer' | 'decision', Spread>> {
  const { rows } = await raw<Record<'eyes' | 'answer' | 'decision', Spread>>`
    select ${spreadOf(raw`first_read_at - received_at`)} as eyes, ${spreadOf(raw`decided_at - received_at`)} as decision,
      ${spreadOf(raw`answer.at - received_at`)} as answer
    from reports
    left join (
      select report_id, min(at) as at from report_messages where author = 'staff' group by report_id
    ) answer on answer.report_id = reports.id
    where received_at >= ${from} and received_at < ${until} and channel <> 'import'`.execute(tx.sql);
  const { eyes, answer, decision } = rows[0]!;
  return { eyes, answer, decision };
}

/** From the first report of a case until somebody led it. */
async function toLead(tx: Tx, { from, until }: Period): Promise<Spread> {
  const { rows } = await raw<{ spread: Spread }>`
    select ${spreadOf(raw`opened_at - first_at`)} as spread from (
      select c.opened_at, min(r.received_at) as first_at from cases c
      join case_reports l on l.community_id = c.community_id and l.case_id = c.id
      join reports r on r.community_id = l.community_id and r.id = l.report_id
      where c.opened_at >= ${from} and c.opened_at < ${until} and r.channel <> 'import' group by c.id, c.opened_at
    ) led where first_at <= opened_at`.execute(tx.sql);
  return rows[0]!.spread;
}
