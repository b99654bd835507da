import { membersOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { countWork } from '../queries/case-list.ts';
import type { CaseLoad } from './contract.ts';

/** What each active member carries, how much of it is late, and who is away; counts of work, never of people. */
export async function caseLoadOf(tx: Tx, ground: Ground): Promise<CaseLoad> {
  const now = ground.clock.now();
  const work = await countWork(tx);
  const overdue = await tx.sql
    .selectFrom('actions')
    .select(['assigneeId', (count) => count.fn.countAll<number>().as('count')])
    .where('state', 'in', ['assigned', 'accepted'])
    .where('dueAt', '<=', now)
    .groupBy('assigneeId')
    .execute();
  const late = new Map(overdue.map((row) => [row.assigneeId, Number(row.count)]));
  const absences = await tx.sql
    .selectFrom('absences')
    .selectAll()
    .where('endsAt', '>', now)
    .orderBy('startsAt', 'desc')
    .execute();
  const away = new Map(absences.map((row) => [row.personId, row]));
  const members = (await membersOf(tx)).filter((member) => member.state === 'active');
  return {
    members: members.map(({ id, name, discipline }) => ({
      id,
      name,
      discipline,
      ...(work.get(id) ?? { leads: 0, deputyOf: 0, openActions: 0 }),
      overdueActions: late.get(id) ?? 0,
      awayFrom: away.get(id)?.startsAt.toISOString() ?? null,
      awayUntil: away.get(id)?.endsAt.toISOString() ?? null,
    })),
  };
}
