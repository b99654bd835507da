import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';

/** Days in the community's own time: the first and the last of the period, and the moments between which it lies. */
export type Period = { first: string; last: string; from: Date; until: Date; timeZone: string };

const daysAtMost = 5 * 366;

/** The days that were asked for, or the twelve months that end today; refused where they end before they begin. */
export async function periodOf(
  tx: Tx,
  ground: Ground,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<Period> {
  const now = ground.clock.now();
  const { rows } = await raw<Omit<Period, 'from'> & { from: Date; days: number }>`
    with zone as (select time_zone from communities where id = current_community()),
    days as (
      select coalesce(${asked.to ?? null}::date, (${now}::timestamptz at time zone time_zone)::date) as last, time_zone from zone
    ),
    both_days as (
      select coalesce(${asked.from ?? null}::date, (last - interval '1 year' + interval '1 day')::date) as first, last, time_zone from days
    )
    select first::text, last::text, last - first as days, time_zone, first::timestamp at time zone time_zone as from,
      (last + 1)::timestamp at time zone time_zone as until
    from both_days`.execute(tx.sql);
  const { days, ...period } = rows[0]!;
  if (days < 0) throw invalid({ to: 'before-its-beginning' });
  if (days > daysAtMost) throw invalid({ from: 'too-long' });
  return period;
}
