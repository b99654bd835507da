import type { SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type HandOnWork, takeBackEverything } from '../commands/change-people.ts';
import { openStates } from './who-answers.ts';

/**
 * Closes this community's row of a lending, once; where the officer was borrowed, their membership ends in the same
 * transaction: copies of keys go, groups get new ones, the work passes on.
 */
export async function closeLending(tx: Tx, ground: Ground, id: string, handOn: HandOnWork): Promise<void> {
  const endedAt = ground.clock.now();
  const row = await tx.sql.selectFrom('lendings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row || row.endedAt) return;
  const state = row.state === 'running' ? 'ended' : 'declined';
  await tx.sql.updateTable('lendings').set({ state, endedAt }).where('id', '=', id).execute();
  if (row.side === 'borrowed') await endMembership(tx, ground, row.personId, handOn);
  await recordAct(tx, ground, { act: `lending-${state}`, recordKind: 'lending', recordId: id });
}

async function endMembership(tx: Tx, ground: Ground, personId: string, handOn: HandOnWork): Promise<void> {
  const ended = await tx.sql
    .updateTable('memberships')
    .set({ state: 'left', endedAt: ground.clock.now() })
    .where('personId', '=', personId)
    .where('state', '=', 'active')
    .where('lentUntil', 'is not', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 1n) await takeBackEverything(tx, ground, personId, handOn, 'left');
}

/** Ends what has reached its agreed end; each community does so for its own row, by the same clock. */
export async function endLendings(tx: Tx<SystemActor>, ground: Ground, handOn: HandOnWork): Promise<number> {
  const now = ground.clock.now();
  const due = await tx.sql
    .selectFrom('lendings')
    .select('id')
    .where('state', 'in', openStates)
    .where('endsAt', '<=', now)
    .execute();
  for (const { id } of due) await closeLending(tx, ground, id, handOn);
  // Whoever came here from another installation while lent has no such row any more, only the end itself.
  const past = await tx.sql
    .selectFrom('memberships')
    .select('personId')
    .where('state', '=', 'active')
    .where('lentUntil', '<=', now)
    .execute();
  for (const { personId } of past) await endMembership(tx, ground, personId, handOn);
  return 0;
}
