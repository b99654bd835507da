import { type RawBuilder, sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import type { ProgrammeTable } from '../contract.ts';
import type { Period } from './period.ts';

type Spread = { count: number; minutes: [number, number] | null };
type Measured = Record<'eyes' | 'answer' | 'decision' | 'lead' | 'meeting', Spread>;

/** How long things took in the period, in minutes: to human eyes, to an answer, to a decision, to a lead, and from a lead to the first meeting. Old lists that were brought in are left out. */
export async function times(tx: Tx, period: Period): Promise<ProgrammeTable> {
  const { eyes, decision, lead } = await ofReports(tx, period);
  const spreads = { eyes, answer: await toAnswer(tx, period), decision, lead, meeting: await toMeeting(tx, period) };
  return {
    table: 'times',
    columns: ['count', 'median', 'nine-of-ten'],
    rows: Object.entries(spreads).map(([row, { count, minutes }]) => ({
      row,
      values: [Number(count), ...(minutes ?? [null, null]).map((each) => (each === null ? null : Math.round(each)))],
    })),
  };
}

/** Half of them, and nine of ten, took no longer than this; what has not happened yet is not in it. */
const spreadOf = (from: RawBuilder<unknown>, to: RawBuilder<unknown>, which = raw`true`): RawBuilder<Spread> => {
  const minutes = raw`date_part('epoch', ${to} - ${from}) / 60`;
  return raw<Spread>`json_build_object('count', count(${to}) filter (where ${which}),
    'minutes', percentile_cont(array[0.5, 0.9]) within group (order by ${minutes}) filter (where ${which}))`;
};

/** A case is opened by the decision on its report, and from that instant on somebody leads it. */
async function ofReports(tx: Tx, { from, until }: Period): Promise<Omit<Measured, 'answer' | 'meeting'>> {
  const { rows } = await raw<Omit<Measured, 'answer' | 'meeting'>>`
    select ${spreadOf(raw`received_at`, raw`first_read_at`)} as eyes, ${spreadOf(raw`received_at`, raw`decided_at`)} as decision,
      ${spreadOf(raw`received_at`, raw`decided_at`, raw`outcome = 'opened-case'`)} as lead
    from reports where received_at >= ${from} and received_at < ${until} and channel <> 'import'`.execute(tx.sql);
  return rows[0]!;
}

/** From its arrival to the first words of somebody to whoever reported. */
async function toAnswer(tx: Tx, { from, until }: Period): Promise<Spread> {
  const { rows } = await raw<{ spread: Spread }>`
    select ${spreadOf(raw`received_at`, raw`at`)} as spread from (
      select r.received_at, min(m.at) as at from reports r
      join report_messages m on m.community_id = r.community_id and m.report_id = r.id
      where m.author = 'staff' and r.received_at >= ${from} and r.received_at < ${until} and r.channel <> 'import' group by r.id, r.received_at
    ) answered`.execute(tx.sql);
  return rows[0]!.spread;
}

/** From the opening of a case to the beginning of the first meeting in which something was said of it; a case that was brought in has no report here. */
async function toMeeting(tx: Tx, { from, until }: Period): Promise<Spread> {
  const { rows } = await raw<{ spread: Spread }>`
    select ${spreadOf(raw`opened_at`, raw`met_at`)} as spread from (
      select c.opened_at, (
        select min(m.began_at) from meeting_entries e join meetings m on m.community_id = e.community_id and m.id = e.meeting_id
        where e.community_id = c.community_id and e.case_id = c.id
      ) as met_at
      from cases c where c.opened_at >= ${from} and c.opened_at < ${until}
        and exists (select from case_reports r where r.community_id = c.community_id and r.case_id = c.id)
    ) opened`.execute(tx.sql);
  return rows[0]!.spread;
}
