import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';

/** A case that was opened or closed in a year of the community's own time. */
export type CaseOfYear = { id: string; isOpened: boolean; closingReason: string | null };

/** The cases that were opened in this year, or closed in it and not opened again since. */
export async function casesOfYear(tx: Tx, year: number): Promise<CaseOfYear[]> {
  const { rows } = await raw<CaseOfYear>`
    with span as (
      select make_date(${year}::int, 1, 1)::timestamp at time zone time_zone as begins,
        make_date(${year}::int + 1, 1, 1)::timestamp at time zone time_zone as ends
      from communities where id = current_community()
    )
    select id, opened_at >= begins and opened_at < ends as is_opened,
      case when state = 'closed' and closed_at >= begins and closed_at < ends then closing_reason end as closing_reason
    from cases, span
    where (opened_at >= begins and opened_at < ends) or (state = 'closed' and closed_at >= begins and closed_at < ends)`.execute(
    tx.sql,
  );
  return rows;
}

/** The year that runs now where the community is. */
export async function thisYear(tx: Tx, now: Date): Promise<number> {
  const { rows } = await raw<{ year: number }>`
    select date_part('year', ${now}::timestamptz at time zone time_zone)::int as year from communities
    where id = current_community()`.execute(tx.sql);
  return rows[0]!.year;
}

/** The years that have ended in which cases were opened or closed: how many, and how many of them carry a record; the latest first. */
export async function endedYears(tx: Tx, now: Date): Promise<{ year: number; cases: number; recorded: number }[]> {
  const { rows } = await raw<{ year: number; cases: number; recorded: number }>`
    with each as (
      select c.id, date_part('year', moment at time zone m.time_zone)::int as year, g.id is not null as recorded
      from cases c
      cross join (select time_zone from communities where id = current_community()) m
      cross join lateral (values (c.opened_at), (case when c.state = 'closed' then c.closed_at end)) as moments(moment)
      left join case_groups g on g.community_id = c.community_id and g.case_id = c.id
      where moment is not null
    )
    select year, count(distinct id)::int as cases, (count(distinct id) filter (where recorded))::int as recorded
    from each where year < ${await thisYear(tx, now)} group by year order by year desc`.execute(tx.sql);
  return rows;
}
