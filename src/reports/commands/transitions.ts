import { communityOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { settleIdentifiers } from '../../platform/identifiers/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Outcome, Urgency } from '../contract.ts';
import { type Spot, sealAt } from '../sealing.ts';
import { answerableFor } from './answerable-for.ts';

/** The report's row, locked until the transaction ends; not found for another community. */
export async function lockReport(tx: Tx, id: string) {
  const report = await tx.sql.selectFrom('reports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!report) throw notFound();
  return report;
}

/** The same, refused where somebody changed the report since this version was read. */
export async function lockReportAt(tx: Tx, id: string, version: number) {
  const report = await lockReport(tx, id);
  if (report.version !== version) throw conflict('changed-since-you-opened-it');
  return report;
}

/** When human eyes are due, counted from now by the community's clock of that urgency. */
export async function dueAfter(tx: Tx, ground: Ground, urgency: Urgency): Promise<Date> {
  const { clocks } = await communityOf(tx);
  return new Date(ground.clock.now().getTime() + clocks[urgency] * 60_000);
}

/** Once read, an immediate report is decided within the urgent clock, any other within the routine one. */
export const decisionDue = (tx: Tx, ground: Ground, urgency: Urgency): Promise<Date> =>
  dueAfter(tx, ground, urgency === 'immediate' ? 'urgent' : 'routine');

/** Puts a decided report before whoever is on duty now, in a row of its own, with a new clock; gives back that person. */
export async function backToTheDesk(
  tx: Tx,
  ground: Ground,
  report: { id: string; urgency: string; version: number; sealedPast: boolean; responsibleId: string },
): Promise<string> {
  const now = ground.clock.now();
  const responsibleId = report.sealedPast ? report.responsibleId : (await answerableFor(tx, report.id, now)).duty;
  await tx.sql
    .updateTable('reports')
    .set({
      state: 'waiting',
      outcome: null,
      decidedAt: null,
      decidedBy: null,
      responsibleId,
      climbedTo: 'duty',
      lane: 'ordinary',
      clusterId: null,
      nextDueAt: await dueAfter(tx, ground, report.urgency as Urgency),
      version: report.version + 1,
    })
    .where('id', '=', report.id)
    .execute();
  await settleIdentifiers(tx, report.id, null);
  return responsibleId;
}

export const reasonSpot = (community: string, report: string, id: string): Spot => ({
  community,
  report,
  table: 'report_decisions',
  column: 'reason',
  row: id,
});

type Transition =
  | { act: 'climbed' | 'reporter-wrote' }
  | {
      act: 'decided' | 'reopened' | 'urgency-changed';
      personId: string;
      reason: string;
      recordKey: Buffer;
      outcome?: Outcome;
      urgency?: Urgency;
    };

/** Writes a transition of the report into its story; the caller holds the report's row lock. */
export async function recordTransition(tx: Tx, ground: Ground, report: string, transition: Transition): Promise<void> {
  const id = newId(ground.clock, ground.chance);
  const { communityId } = tx.actor;
  const last = await tx.sql
    .selectFrom('reportDecisions')
    .select('position')
    .where('reportId', '=', report)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const byPerson = 'personId' in transition ? transition : null;
  await tx.sql
    .insertInto('reportDecisions')
    .values({
      communityId,
      id,
      reportId: report,
      position: (last?.position ?? 0) + 1,
      act: transition.act,
      outcome: byPerson?.outcome ?? null,
      urgency: byPerson?.urgency ?? null,
      personId: byPerson?.personId ?? null,
      at: ground.clock.now(),
      reason: byPerson ? sealAt(byPerson.recordKey, reasonSpot(communityId, report, id), byPerson.reason) : null,
    })
    .execute();
}
