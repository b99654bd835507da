import type { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { rota } from '../contract.ts';
import { type Member, membersOf } from './members.ts';
import { pageTestOf } from './page-test.ts';

type Span = { startsAt: Date; endsAt: Date };
type Shift = Span & { officerId: string };
type Leave = Span & { personId: string };
type Gap = { startsAt: string; endsAt: string; away: string | null };

/** The rota of a stretch of time: shifts, who is away, what is offered, holidays, and the gaps in which nobody is on duty. */
export async function rotaBetween(tx: Tx, ground: Ground, from: Date, to: Date): Promise<z.infer<typeof rota>> {
  const people = new Map((await membersOf(tx)).map((member) => [member.id, member]));
  const shifts = await shiftsBetween(tx, from, to);
  const leaves = await leavesBetween(tx, from, to);
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
  const stands = (id: string) => people.get(id)?.state === 'active';
  return {
    shifts: shifts.map(({ id, officerId, secondId, ...span }) => ({
      id,
      ...asText(span),
      officer: named(officerId),
      second: named(secondId),
    })),
    gaps: gapsBetween(
      shifts.filter(({ officerId }) => stands(officerId)),
      leaves,
      { startsAt: from, endsAt: to },
    ).map((gap) => ({ ...gap, away: gap.away && named(gap.away).name })),
    leaves: leaves.map(({ id, personId, ...span }) => ({ id, person: named(personId), ...asText(span) })),
    swaps: await openSwaps(
      tx,
      people,
      shifts.map(({ id }) => id),
    ),
    holidays: await holidaysOf(tx),
    pageTest: await pageTestOf(tx, ground),
  };
}

const asText = ({ startsAt, endsAt }: Span) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });

const shiftsBetween = (tx: Tx, from: Date, to: Date) =>
  tx.sql
    .selectFrom('dutyShifts')
    .select(['id', 'startsAt', 'endsAt', 'officerId', 'secondId'])
    .where('startsAt', '<', to)
    .where('endsAt', '>', from)
    .orderBy('startsAt')
    .limit(500)
    .execute();

const leavesBetween = (tx: Tx, from: Date, to: Date) =>
  tx.sql
    .selectFrom('leaves')
    .select(['id', 'personId', 'startsAt', 'endsAt'])
    .where('startsAt', '<', to)
    .where('endsAt', '>', from)
    .orderBy('startsAt')
    .limit(500)
    .execute();

async function openSwaps(tx: Tx, people: Map<string, Member>, shifts: string[]) {
  if (shifts.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('shiftSwaps')
    .select(['id', 'shiftId', 'part', 'offeredBy', 'toId'])
    .where('state', '=', 'open')
    .where('shiftId', 'in', shifts)
    .orderBy('offeredAt')
    .execute();
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
  return rows.map(({ id, shiftId, part, offeredBy, toId }) => ({
    id,
    shiftId,
    part: part as 'officer' | 'second',
    by: named(offeredBy),
    to: toId === null ? null : named(toId),
  }));
}

/** The days off that the community listed, in order. */
export async function holidaysOf(tx: Tx): Promise<{ day: string; name: string }[]> {
  const row = await tx.sql
    .selectFrom('communitySettings')
    .select('value')
    .where('subject', '=', 'rota')
    .executeTakeFirst();
  return (row?.value as { holidays: { day: string; name: string }[] } | undefined)?.holidays ?? [];
}

/** The stretches in which nobody is on duty: no shift, or its officer is away (`away` says who); shifts in order of their start. */
export function gapsBetween(shifts: readonly Shift[], leaves: readonly Leave[], within: Span): Gap[] {
  const edges = [within, ...shifts, ...leaves].flatMap(({ startsAt, endsAt }) => [+startsAt, +endsAt]);
  const moments = [...new Set(edges)]
    .filter((at) => at >= +within.startsAt && at <= +within.endsAt)
    .sort((one, other) => one - other);
  const covers = (span: Span, at: number) => +span.startsAt <= at && at < +span.endsAt;
  const gaps: Gap[] = [];
  for (const [index, at] of moments.slice(0, -1).entries()) {
    const onShift = shifts.filter((shift) => covers(shift, at)).map(({ officerId }) => officerId);
    const isAway = (id: string) => leaves.some((leave) => leave.personId === id && covers(leave, at));
    if (onShift.some((id) => !isAway(id))) continue;
    const gap = {
      startsAt: new Date(at).toISOString(),
      endsAt: new Date(moments[index + 1]!).toISOString(),
      away: onShift[0] ?? null,
    };
    const last = gaps.at(-1);
    if (last && last.endsAt === gap.startsAt && last.away === gap.away) last.endsAt = gap.endsAt;
    else gaps.push(gap);
  }
  return gaps;
}
