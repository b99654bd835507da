import { activeWithRoles, answerableAt } from '../../community/index.ts';
import type { SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { postMail } from '../../platform/mail/index.ts';
import { postPage } from '../../platform/paging/index.ts';
import type { Urgency } from '../contract.ts';
import { answerableFor, passOnKeptOut } from './answerable-for.ts';
import { dueAfter, recordTransition } from './transitions.ts';

const batch = 100;
const ladder = { duty: 'second', second: 'coordinator', coordinator: 'coordinator' } as const;

/** Moves each waiting report whose time ran out one step up: duty officer, second, coordinator; overseers hear that, not what. */
export async function climbOverdueReports(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const overdue = await tx.sql
    .selectFrom('reports')
    .select(['id', 'number', 'urgency', 'climbedTo', 'responsibleId', 'sealedPast', 'clusterId'])
    .where('state', '=', 'waiting')
    .where('nextDueAt', '<=', now)
    .where('folded', '=', false)
    .orderBy('nextDueAt')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const report of overdue)
    await climb(tx, ground, { ...report, climbedTo: report.climbedTo as keyof typeof ladder });
  return overdue.length;
}

type Climbing = {
  id: string;
  number: string;
  urgency: string;
  climbedTo: keyof typeof ladder;
  responsibleId: string;
  sealedPast: boolean;
  clusterId: string | null;
};

async function climb(tx: Tx<SystemActor>, ground: Ground, report: Climbing): Promise<void> {
  const climbedTo = ladder[report.climbedTo];
  const answerable = await answerableFor(tx, report.id, ground.clock.now());
  // A report sealed past somebody stays with those who hold its key: the ladder could lead to the person it is about.
  const responsibleId = report.sealedPast ? report.responsibleId : answerable[climbedTo];
  const nextDueAt = await dueAfter(tx, ground, report.urgency as Urgency);
  await tx.sql
    .updateTable('reports')
    .set({ climbedTo, responsibleId, nextDueAt })
    .where('id', '=', report.id)
    .execute();
  await climbWithTheRow(tx, report, { climbedTo, responsibleId, nextDueAt });
  await recordTransition(tx, ground, report.id, { act: 'climbed' });
  await recordAct(tx, ground, {
    act: 'report-climbed',
    recordKind: 'report',
    recordId: report.id,
    facts: { to: climbedTo },
  });
  const parameters = { number: report.number, urgency: report.urgency };
  await postMail(tx, ground, responsibleId, 'report-climbed', parameters);
  await postPage(tx, ground, responsibleId, 'climbed', report.id);
  if (climbedTo !== 'coordinator') return;
  for (const overseer of await activeWithRoles(tx, ['overseer']))
    await postMail(tx, ground, overseer.id, 'oversight-climbed', parameters);
}

/** What waits in a row climbs with the row: one message for all of it. */
async function climbWithTheRow(
  tx: Tx,
  { clusterId }: Climbing,
  to: { climbedTo: string; responsibleId: string; nextDueAt: Date },
): Promise<void> {
  if (clusterId === null) return;
  await tx.sql
    .updateTable('reports')
    .set(to)
    .where('clusterId', '=', clusterId)
    .where('state', '=', 'waiting')
    .where('folded', '=', true)
    .execute();
}

/** Tells the accountable person and the coordinator of each handover that nobody accepted in time, once. */
export async function climbOverdueHandovers(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const overdue = await tx.sql
    .selectFrom('reportHandovers')
    .innerJoin('reports', 'reports.id', 'reportHandovers.reportId')
    .select([
      'reportHandovers.id',
      'reportHandovers.reportId',
      'reportHandovers.accountableId',
      'reports.number',
      'reports.urgency',
    ])
    .where('reportHandovers.acceptedAt', 'is', null)
    .where('reportHandovers.climbedAt', 'is', null)
    .where('reportHandovers.dueAt', '<=', now)
    .limit(batch)
    .execute();
  for (const handover of overdue) {
    await tx.sql.updateTable('reportHandovers').set({ climbedAt: now }).where('id', '=', handover.id).execute();
    await recordAct(tx, ground, { act: 'handover-climbed', recordKind: 'report', recordId: handover.reportId });
    const { coordinator } = await answerableFor(tx, handover.reportId, now);
    for (const person of new Set([handover.accountableId, coordinator])) {
      await postMail(tx, ground, person, 'handover-overdue', { number: handover.number, urgency: handover.urgency });
      await postPage(tx, ground, person, 'handover', handover.reportId);
    }
  }
  return overdue.length;
}

/** Gives the waiting reports and open handovers of somebody who stops to whoever is answerable now. */
export async function passOnReports(tx: Tx, ground: Ground, personId: string): Promise<void> {
  const answerable = await answerableAt(tx, ground.clock.now());
  const heir = answerable.duty === personId ? answerable.coordinator : answerable.duty;
  await tx.sql
    .updateTable('reports')
    .set({ responsibleId: heir })
    .where('responsibleId', '=', personId)
    .where('state', '=', 'waiting')
    .execute();
  await tx.sql
    .updateTable('reportHandovers')
    .set({ accountableId: heir })
    .where('accountableId', '=', personId)
    .where('acceptedAt', 'is', null)
    .execute();
  await passOnKeptOut(tx, ground, heir);
}
