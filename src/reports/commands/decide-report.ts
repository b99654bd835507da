import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { settleIdentifiers } from '../../platform/identifiers/index.ts';
import { newId } from '../../platform/ids.ts';
import type { DecisionInput } from '../contract.ts';
import { searchableUntil } from '../linking/searchable.ts';
import { handoverSpot, reportKey } from '../queries/open-report.ts';
import { sealAt } from '../sealing.ts';
import { tendRow } from './desk-rows.ts';
import { lockReportAt, recordTransition } from './transitions.ts';

/** What the cases slice does for a decision; it is handed in, since cases stand on reports and not the other way round. */
export type CaseDesk = {
  openCase(
    tx: Tx<PersonActor>,
    ground: Ground,
    from: { reportId: string; reportKey: Buffer; title: string; leadId: string; deputyId: string },
  ): Promise<string>;
  linkReport(tx: Tx<PersonActor>, ground: Ground, caseId: string, reportId: string, reportKey: Buffer): Promise<void>;
};

/** Minutes until a named person there must have accepted: a relay 15, anything else one working day. */
const acceptanceMinutes = { relay: 15, route: 24 * 60, referral: 24 * 60 } as const;
const handoverKinds = {
  'routed-to-support': 'route',
  'referred-elsewhere': 'referral',
} as const;

/** Decides what becomes of a report, with a reason, whole or not at all; gives the id of the case where there is one. */
export async function decideReport(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: DecisionInput,
  cases: CaseDesk,
): Promise<string | null> {
  const key = await reportKey(tx, ground, id);
  const report = await lockReportAt(tx, id, input.version);
  if (report.state === 'decided') throw conflict('already-decided');
  const { personId } = tx.actor;
  const now = ground.clock.now();
  await tx.sql
    .updateTable('reports')
    .set({
      state: 'decided',
      outcome: input.outcome,
      decidedBy: personId,
      decidedAt: now,
      nextDueAt: null,
      folded: false,
      version: report.version + 1,
    })
    .where('id', '=', id)
    .execute();
  await tendRow(tx, report.clusterId);
  await settleIdentifiers(tx, id, searchableUntil(input.outcome, now));
  await recordTransition(tx, ground, id, {
    act: 'decided',
    personId,
    reason: input.reason,
    recordKey: key,
    outcome: input.outcome,
  });
  await recordAct(tx, ground, {
    act: 'report-decided',
    recordKind: 'report',
    recordId: id,
    facts: { outcome: input.outcome },
  });
  return await carryOut(tx, ground, id, key, input, cases);
}

async function carryOut(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  key: Buffer,
  input: DecisionInput,
  cases: CaseDesk,
): Promise<string | null> {
  switch (input.outcome) {
    case 'opened-case':
      return await cases.openCase(tx, ground, {
        reportId: id,
        reportKey: key,
        title: input.title,
        leadId: input.leadId,
        deputyId: input.deputyId,
      });
    case 'linked-to-case':
      await cases.linkReport(tx, ground, input.caseId, id, key);
      return input.caseId;
    case 'emergency-relayed':
      await openHandover(tx, ground, id, key, { kind: 'relay', recipient: input.recipient, basis: input.basis });
      return null;
    case 'routed-to-support':
    case 'referred-elsewhere':
      await openHandover(tx, ground, id, key, {
        kind: handoverKinds[input.outcome],
        recipient: input.recipient,
        basis: null,
      });
      return null;
    default:
      return null;
  }
}

/** What leaves this desk stays open until a named person there accepts it. */
async function openHandover(
  tx: Tx<PersonActor>,
  ground: Ground,
  report: string,
  key: Buffer,
  { kind, recipient, basis }: { kind: 'relay' | 'route' | 'referral'; recipient: string; basis: string | null },
) {
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('reportHandovers')
    .values({
      communityId,
      id,
      reportId: report,
      kind,
      basis,
      accountableId: personId,
      dueAt: new Date(ground.clock.now().getTime() + acceptanceMinutes[kind] * 60_000),
      recipient: sealAt(key, handoverSpot(communityId, report, id, 'recipient'), recipient),
    })
    .execute();
}
