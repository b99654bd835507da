import type { Tx } from '../../platform/db/database.ts';
import { type Clocks, communityOf } from './communities.ts';

export type Duty = { officerId: string; secondId: string; startsAt: Date; endsAt: Date };

/** Who is on duty at that time by the rota, or null in a gap. */
export async function dutyAt(tx: Tx, at: Date): Promise<Duty | null> {
  const shift = await tx.sql
    .selectFrom('dutyShifts')
    .select(['officerId', 'secondId', 'startsAt', 'endsAt'])
    .where('startsAt', '<=', at)
    .where('endsAt', '>', at)
    .orderBy('startsAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return shift ?? null;
}

/** The first shift that begins after that time, or null. */
export async function nextDuty(tx: Tx, after: Date): Promise<Duty | null> {
  const shift = await tx.sql
    .selectFrom('dutyShifts')
    .select(['officerId', 'secondId', 'startsAt', 'endsAt'])
    .where('startsAt', '>', after)
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst();
  return shift ?? null;
}

export type Answerable = { duty: string; second: string; coordinator: string };

/** Named people for each step of the ladder, whatever the hour: the rota, else the next shift, else the coordinator. */
export async function answerableAt(tx: Tx, at: Date): Promise<Answerable> {
  const shift = (await dutyAt(tx, at)) ?? (await nextDuty(tx, at));
  const coordinator = await firstCoordinator(tx);
  const isActive = await activeAmong(tx, shift ? [shift.officerId, shift.secondId] : []);
  const duty = shift && isActive.has(shift.officerId) ? shift.officerId : coordinator;
  const second = shift && isActive.has(shift.secondId) ? shift.secondId : coordinator;
  return { duty, second, coordinator };
}

async function activeAmong(tx: Tx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.sql.selectFrom('memberships').select('personId').where('personId', 'in', ids).where('state', '=', 'active').execute();
  return new Set(rows.map((row) => row.personId));
}

/** The longest-standing active coordinator; a community always has one. */
export async function firstCoordinator(tx: Tx): Promise<string> {
  const row = await tx.sql
    .selectFrom('memberships')
    .select('personId')
    .where('state', '=', 'active')
    .where((is) => is('roles', '@>', is.val(['coordinator'])))
    .orderBy('joinedAt')
    .orderBy('personId')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.personId;
}

/** No shorter time is promised to the public until every officer has acknowledged a test page. */
const publicPromiseMinutes = 60;

/** When somebody next reads, as the public may be told: the clock of the urgency on duty, from the next shift on otherwise. */
export async function nextReadAt(tx: Tx, at: Date, urgency: keyof Clocks): Promise<Date | null> {
  const { clocks } = await communityOf(tx);
  const wait = Math.max(clocks[urgency], publicPromiseMinutes) * 60_000;
  if (await dutyAt(tx, at)) return new Date(at.getTime() + wait);
  const next = await nextDuty(tx, at);
  return next ? new Date(next.startsAt.getTime() + wait) : null;
}
