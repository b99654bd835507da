import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { ReportRow } from '../contract.ts';
import { presentReportRow } from '../present.ts';
import { othersInRow } from './triage.ts';

/** One report as a row of the desk. */
export async function reportRowOf(tx: Tx, id: string): Promise<ReportRow> {
  const row = await tx.sql.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return presentReportRow(row, await membersById(tx, [row.responsibleId]), await othersInRow(tx, row));
}

/** Rows that wait for this person, most urgent first. */
export async function reportsAwaiting(tx: Tx, personId: string) {
  return await tx.sql
    .selectFrom('reports')
    .select(['id', 'number', 'urgency', 'nextDueAt', 'receivedAt'])
    .where('responsibleId', '=', personId)
    .where('state', '=', 'waiting')
    .where('folded', '=', false)
    .orderBy('nextDueAt')
    .limit(100)
    .execute();
}

/** What this person sent on and nobody has accepted yet. */
export async function handoversAwaiting(tx: Tx, personId: string) {
  return await tx.sql
    .selectFrom('reportHandovers as h')
    .innerJoin('reports as r', 'r.id', 'h.reportId')
    .select(['h.id', 'h.reportId', 'r.number', 'h.kind', 'h.dueAt'])
    .where('h.accountableId', '=', personId)
    .where('h.acceptedAt', 'is', null)
    .orderBy('h.dueAt')
    .limit(100)
    .execute();
}

/** What governance counts: every waiting row and the outcomes of the last thirty days, without content. */
export async function reportsOverseen(tx: Tx, now: Date) {
  const waiting = await tx.sql
    .selectFrom('reports')
    .select(['number', 'urgency', 'state', 'receivedAt', 'responsibleId', 'climbedTo', 'nextDueAt'])
    .where('state', '=', 'waiting')
    .where('folded', '=', false)
    .orderBy('nextDueAt')
    .limit(500)
    .execute();
  const outcomes = await tx.sql
    .selectFrom('reports')
    .select(['outcome', (count) => count.fn.countAll<number>().as('count')])
    .where('decidedAt', '>', new Date(now.getTime() - 30 * 86_400_000))
    .groupBy('outcome')
    .execute();
  return { waiting, outcomes: Object.fromEntries(outcomes.map((row) => [row.outcome ?? '', Number(row.count)])) };
}
