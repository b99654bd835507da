import type { Tx } from '../../platform/db/database.ts';
import { membersById } from './members.ts';

/** The shifts that touch the stretch of time, and the gaps in which nobody is on duty. */
export async function rotaBetween(tx: Tx, from: Date, to: Date) {
  const rows = await tx.sql
    .selectFrom('dutyShifts')
    .selectAll()
    .where('startsAt', '<', to)
    .where('endsAt', '>', from)
    .orderBy('startsAt')
    .limit(500)
    .execute();
  const people = await membersById(
    tx,
    rows.flatMap((row) => [row.officerId, row.secondId]),
  );
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
  return {
    shifts: rows.map((row) => ({
      id: row.id,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      officer: named(row.officerId),
      second: named(row.secondId),
    })),
    gaps: gapsBetween(rows, from, to),
  };
}

/** The stretches of [from, to) that no shift covers; shifts in order of their start. */
export function gapsBetween(shifts: readonly { startsAt: Date; endsAt: Date }[], from: Date, to: Date) {
  const gaps: { startsAt: string; endsAt: string }[] = [];
  let covered = from;
  for (const shift of shifts) {
    if (shift.startsAt > covered) gaps.push({ startsAt: covered.toISOString(), endsAt: shift.startsAt.toISOString() });
    if (shift.endsAt > covered) covered = shift.endsAt;
  }
  if (covered < to) gaps.push({ startsAt: covered.toISOString(), endsAt: to.toISOString() });
  return gaps;
}
