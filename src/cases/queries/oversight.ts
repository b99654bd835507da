import { membersOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { reportsOverseen } from '../../reports/index.ts';
import type { Oversight } from '../contract.ts';
import { ceilingDays, validUntil } from '../validity/ceiling.ts';
import { actionCounts } from './case-list.ts';

/** That everything is owned and on time: ids, states, names and clocks; no key is touched. */
export async function oversightOf(tx: Tx, ground: Ground): Promise<Oversight> {
  const now = ground.clock.now();
  const names = new Map((await membersOf(tx)).map((member) => [member.id, member.name]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const days = await ceilingDays(tx);
  const reports = await reportsOverseen(tx, now);
  const cases = await tx.sql
    .selectFrom('cases')
    .select([
      'id',
      'number',
      'stage',
      'levelOfConcern',
      'leadId',
      'deputyId',
      'nextReviewAt',
      'openedAt',
      'validatedAt',
    ])
    .where('state', '=', 'open')
    .orderBy('nextReviewAt')
    .limit(500)
    .execute();
  const counts = await actionCounts(
    tx.sql,
    cases.map((row) => row.id),
    now,
  );
  const rows = cases.map((row) => ({
    number: row.number,
    stage: row.stage as Oversight['cases'][number]['stage'],
    levelOfConcern: row.levelOfConcern as Oversight['cases'][number]['levelOfConcern'],
    lead: nameOf(row.leadId),
    deputy: nameOf(row.deputyId),
    nextReviewAt: row.nextReviewAt?.toISOString() ?? null,
    reviewOverdue: row.nextReviewAt !== null && row.nextReviewAt <= now,
    validityOverdue: validUntil(row, days) <= now,
    ...(counts.get(row.id) ?? { openActions: 0, overdueActions: 0 }),
  }));
  const waiting = reports.waiting.map((row) => ({
    number: row.number,
    urgency: row.urgency,
    state: row.state,
    receivedAt: row.receivedAt.toISOString(),
    responsible: nameOf(row.responsibleId),
    climbedTo: row.climbedTo,
    overdue: row.nextDueAt !== null && row.nextDueAt <= now,
  }));
  return {
    at: now.toISOString(),
    reports: waiting,
    cases: rows,
    totals: {
      reportsWaiting: waiting.length,
      reportsOverdue: waiting.filter((row) => row.overdue).length,
      casesOpen: rows.length,
      reviewsOverdue: rows.filter((row) => row.reviewOverdue).length,
      validityOverdue: rows.filter((row) => row.validityOverdue).length,
      actionsOverdue: rows.reduce((sum, row) => sum + row.overdueActions, 0),
      decidedLast30Days: reports.outcomes,
    },
  };
}
