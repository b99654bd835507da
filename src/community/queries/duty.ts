import { sql as raw } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { newestGroup, type Recipient } from '../../platform/keys/index.ts';
import type { Clocks } from './communities.ts';

export type Duty = { officerId: string; secondId: string; startsAt: Date; endsAt: Date };
export type Answerable = { duty: string; second: string; coordinator: string };

/**
 * The desk at one moment: its clocks, whose shift it is or begins next, a named person for each step of the ladder, and
 * whether everybody on the rota has lately shown that pages arrive.
 */
export type Desk = {
  clocks: Clocks;
  shift: Duty | null;
  isOnDuty: boolean;
  isTested: boolean;
  answerable: Answerable;
  /** Whose key opens what arrives at the desk. */
  group: Recipient;
};

type Row = {
  clocks: Clocks;
  officerId: string | null;
  secondId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  officerActive: boolean | null;
  secondActive: boolean | null;
  isTested: boolean;
  coordinator: string;
  groupId: string;
  groupKey: Buffer;
};

/**
 * One question to the database, since every report asks it. In a gap the next shift answers; for somebody who is away or no
 * longer active, and where no shift is planned, the longest-standing coordinator, whom a community always has. The moment stands apart so that PostgreSQL, which cannot guess from its
 * value, keeps one plan for all of them: planning took longer than the answer.
 */
export async function deskAt(tx: Tx, at: Date): Promise<Desk> {
  const result = await raw<Row>`
    with moment as materialized (select ${at}::timestamptz as at)
    select c.clocks, s.officer_id, s.second_id, s.starts_at, s.ends_at, coordinator.person_id as coordinator,
      duty_group.id as group_id, duty_group.public_key as group_key,
      exists (select from memberships m where m.person_id = s.officer_id and m.state = 'active')
        and not exists (select from leaves l where l.person_id = s.officer_id and l.starts_at <= moment.at and l.ends_at > moment.at) as officer_active,
      exists (select from memberships m where m.person_id = s.second_id and m.state = 'active')
        and not exists (select from leaves l where l.person_id = s.second_id and l.starts_at <= moment.at and l.ends_at > moment.at) as second_active,
      not exists (
        select from duty_shifts d cross join lateral unnest(array[d.officer_id, d.second_id]) as on_rota(person_id)
        where d.ends_at > moment.at and d.starts_at < moment.at + interval '14 days' and not exists (
          select from test_pages t where t.person_id = on_rota.person_id
            and t.acknowledged_at > moment.at - make_interval(days => c.test_page_days)
        )
      ) as is_tested
    from moment cross join communities c
    cross join lateral (
      select m.person_id from memberships m where m.community_id = c.id and m.state = 'active' and m.roles @> array['coordinator']
      order by m.joined_at, m.person_id limit 1
    ) coordinator
    cross join lateral (${newestGroup('duty')}) duty_group
    left join lateral (
      select d.officer_id, d.second_id, d.starts_at, d.ends_at from duty_shifts d
      where d.community_id = c.id and d.ends_at > moment.at and d.starts_at > moment.at - interval '14 days'
      order by d.starts_at <= moment.at desc, case when d.starts_at <= moment.at then d.starts_at end desc, d.starts_at limit 1
    ) s on true
    where c.id = ${tx.actor.communityId}`.execute(tx.sql);
  const row = result.rows[0];
  if (!row) throw notFound();
  return deskOf(row, at);
}

function deskOf(row: Row, at: Date): Desk {
  const { officerId, secondId, startsAt, endsAt, coordinator, clocks, isTested } = row;
  const group: Recipient = { id: row.groupId, kind: 'group', publicKey: row.groupKey };
  const shift = officerId && secondId && startsAt && endsAt ? { officerId, secondId, startsAt, endsAt } : null;
  const answerable = {
    duty: shift && row.officerActive ? shift.officerId : coordinator,
    second: shift && row.secondActive ? shift.secondId : coordinator,
    coordinator,
  };
  const isOnDuty = shift !== null && shift.startsAt <= at && (row.officerActive === true || row.secondActive === true);
  return { clocks, shift, isOnDuty, isTested, answerable, group };
}

/** Who is on duty at that time by the rota, or null in a gap. */
export async function dutyAt(tx: Tx, at: Date): Promise<Duty | null> {
  const desk = await deskAt(tx, at);
  return desk.isOnDuty ? desk.shift : null;
}

/** Named people for each step of the ladder, whatever the hour. */
export const answerableAt = async (tx: Tx, at: Date): Promise<Answerable> => (await deskAt(tx, at)).answerable;

/** No shorter time is promised to the public until everybody on the rota has acknowledged a test page. */
const untestedMinutes = 60;

/** The minutes to human eyes that the public may be promised where life is in danger; null in a gap and before the test. */
export const promisedMinutesOf = (desk: Desk): number | null =>
  desk.isOnDuty && desk.isTested ? desk.clocks.immediate : null;

/** When somebody next reads, as the public may be told: the clock of the urgency on duty, from the next shift on otherwise; null where no shift is planned. */
export function nextReadOf(desk: Desk, at: Date, urgency: keyof Clocks): Date | null {
  if (!desk.shift || (!desk.isOnDuty && desk.shift.startsAt <= at)) return null;
  const wait = Math.max(desk.clocks[urgency], desk.isTested ? 0 : untestedMinutes) * 60_000;
  return new Date((desk.isOnDuty ? at : desk.shift.startsAt).getTime() + wait);
}

export const nextReadAt = async (tx: Tx, at: Date, urgency: keyof Clocks): Promise<Date | null> =>
  nextReadOf(await deskAt(tx, at), at, urgency);
