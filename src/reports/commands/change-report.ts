import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import type { Urgency } from '../contract.ts';
import { handoverSpot, reportKey } from '../queries/open-report.ts';
import { sealAt } from '../sealing.ts';
import { tendRow } from './desk-rows.ts';
import { backToTheDesk, decisionDue, dueAfter, lockReportAt, recordTransition } from './transitions.ts';

/** Gives a waiting report another urgency, with a reason; the first one stays on record. A person has looked: it no longer stands behind. */
export async function changeUrgency(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: { version: number; urgency: Urgency; reason: string },
): Promise<void> {
  const recordKey = await reportKey(tx, ground, id);
  const report = await lockReportAt(tx, id, input.version);
  if (report.state === 'decided') throw conflict('already-decided');
  const nextDueAt = report.firstReadAt
    ? await decisionDue(tx, ground, input.urgency)
    : await dueAfter(tx, ground, input.urgency);
  await tx.sql
    .updateTable('reports')
    .set({ urgency: input.urgency, lane: 'ordinary', nextDueAt, version: report.version + 1 })
    .where('id', '=', id)
    .execute();
  await tendRow(tx, report.clusterId);
  await recordTransition(tx, ground, id, {
    act: 'urgency-changed',
    personId: tx.actor.personId,
    reason: input.reason,
    recordKey,
    urgency: input.urgency,
  });
  await recordAct(tx, ground, {
    act: 'urgency-changed',
    recordKind: 'report',
    recordId: id,
    facts: { urgency: input.urgency },
  });
}

/** Puts a decided report back on the desk, with a reason. */
export async function reopenReport(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: { version: number; reason: string },
): Promise<void> {
  const recordKey = await reportKey(tx, ground, id);
  const report = await lockReportAt(tx, id, input.version);
  if (report.state === 'waiting') throw conflict('changed-since-you-opened-it');
  await backToTheDesk(tx, ground, report);
  await recordTransition(tx, ground, id, {
    act: 'reopened',
    personId: tx.actor.personId,
    reason: input.reason,
    recordKey,
  });
  await recordAct(tx, ground, { act: 'report-reopened', recordKind: 'report', recordId: id });
}

/** Records who accepted what was relayed, routed or referred; from then on it no longer climbs. */
export async function acceptHandover(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  acceptedName: string,
): Promise<string> {
  const handover = await tx.sql
    .selectFrom('reportHandovers')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!handover) throw notFound();
  if (handover.acceptedAt) throw conflict('already-answered');
  const key = await reportKey(tx, ground, handover.reportId);
  const sealed = sealAt(key, handoverSpot(handover.communityId, handover.reportId, id, 'accepted_name'), acceptedName);
  await tx.sql
    .updateTable('reportHandovers')
    .set({ acceptedAt: ground.clock.now(), acceptedName: sealed })
    .where('id', '=', id)
    .execute();
  await recordAct(tx, ground, { act: 'handover-accepted', recordKind: 'report', recordId: handover.reportId });
  return handover.reportId;
}
