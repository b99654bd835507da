import { activeWithRoles } from '../../community/index.ts';
import type { SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { postMail } from '../../platform/mail/index.ts';

const dayMilliseconds = 86_400_000;

/** A missed review climbs: at once to lead, deputy and coordinators; a day later the overseers are told that it did. */
export async function climbReviews(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const team = await climb(tx, ground, 0, async (row) => {
    const coordinators = await activeWithRoles(tx, ['coordinator']);
    const people = new Set([row.leadId, row.deputyId, ...coordinators.map(({ id }) => id)]);
    for (const person of people) await postMail(tx, ground, person, 'review-overdue', { number: row.number });
  });
  const beyond = await climb(tx, ground, 1, async (row) => {
    for (const { id } of await activeWithRoles(tx, ['overseer']))
      await postMail(tx, ground, id, 'review-climbed', { number: row.number });
  });
  return team + beyond;
}

type Row = { id: string; number: string; leadId: string; deputyId: string };

async function climb(
  tx: Tx<SystemActor>,
  ground: Ground,
  step: 0 | 1,
  tell: (row: Row) => Promise<void>,
): Promise<number> {
  const now = ground.clock.now();
  const overdue = await tx.sql
    .selectFrom('cases')
    .select(['id', 'number', 'leadId', 'deputyId'])
    .where('state', '=', 'open')
    .where('reviewClimbs', '=', step)
    .where('nextReviewAt', '<=', new Date(now.getTime() - step * dayMilliseconds))
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of overdue) {
    await tx.sql
      .updateTable('cases')
      .set({ reviewClimbedAt: now, reviewClimbs: step + 1 })
      .where('id', '=', row.id)
      .execute();
    await recordAct(tx, ground, {
      act: 'review-climbed',
      recordKind: 'case',
      recordId: row.id,
      facts: { step: step + 1 },
    });
    await tell(row);
  }
  return overdue.length;
}
