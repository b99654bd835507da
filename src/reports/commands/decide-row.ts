import { sql as raw } from 'kysely';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { settleIdentifiers } from '../../platform/identifiers/index.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import type { Outcome, rowDecided } from '../contract.ts';
import { searchableUntil } from '../linking/searchable.ts';
import { reportKey } from '../queries/open-report.ts';
import { place, placeOf } from '../queue-order.ts';
import { openAt } from '../sealing.ts';
import type { CaseDesk } from './decide-report.ts';
import { tendRow } from './desk-rows.ts';
import { lockReport, reasonSpot, recordTransition } from './transitions.ts';

/** What leaves this desk is handed on one by one; anything else may hold for a whole row. */
const forOneOnly: readonly (Outcome | null)[] = ['emergency-relayed', 'routed-to-support', 'referred-elsewhere'];
const atOnce = 200;

type Cases = CaseDesk & { caseOfReport(sql: Sql, report: string): Promise<string | null> };
type LockedReport = Awaited<ReturnType<typeof lockReport>>;

/**
 * Decides what waits in the row of a decided report as that one was decided, with its reason: what came before the decision, is
 * no more urgent than it, and this person may open. Each stays a report of its own and can be reopened alone.
 */
export async function decideRow(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  cases: Cases,
): Promise<z.infer<typeof rowDecided>> {
  const key = await reportKey(tx, ground, id);
  const decided = await lockReport(tx, id);
  if (decided.state !== 'decided') throw conflict('changed-since-you-opened-it');
  if (decided.clusterId === null || forOneOnly.includes(decided.outcome as Outcome)) return { decided: 0, left: 0 };
  const reason = await reasonOf(tx, key, decided);
  const rows = await waitingBeside(tx, decided).orderBy('receivedAt').limit(atOnce).forUpdate().execute();
  const keys = await openRecordKeys(
    tx,
    ground,
    rows.map((row) => row.id),
  );
  const caseId = await cases.caseOfReport(tx.sql, id);
  for (const [report, recordKey] of keys)
    await decideAlike(tx, ground, report, recordKey, decided, reason, caseId, cases);
  await tendRow(tx, decided.clusterId);
  const left = keys.size === 0 ? 0 : (await waitingBeside(tx, decided).execute()).length;
  return { decided: keys.size, left };
}

const waitingBeside = (tx: Tx, decided: LockedReport) =>
  tx.sql
    .selectFrom('reports')
    .select(['id', 'version'])
    .where('clusterId', '=', decided.clusterId)
    .where('state', '=', 'waiting')
    .where('receivedAt', '<=', decided.decidedAt)
    .where(raw<boolean>`${place} >= ${placeOf(decided)}`);

async function reasonOf(tx: Tx, key: Buffer, { communityId, id }: LockedReport): Promise<string> {
  const last = await tx.sql
    .selectFrom('reportDecisions')
    .select(['id', 'reason'])
    .where('reportId', '=', id)
    .where('act', '=', 'decided')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return openAt<string>(key, reasonSpot(communityId, id, last.id), last.reason!);
}

async function decideAlike(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  recordKey: Buffer,
  { outcome, id: like }: LockedReport,
  reason: string,
  caseId: string | null,
  cases: Cases,
): Promise<void> {
  const { personId } = tx.actor;
  await tx.sql
    .updateTable('reports')
    .set((is) => ({
      state: 'decided',
      outcome,
      decidedBy: personId,
      decidedAt: ground.clock.now(),
      nextDueAt: null,
      folded: false,
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  await settleIdentifiers(tx, id, searchableUntil(outcome as Outcome, ground.clock.now()));
  const asDecided = { act: 'decided', personId, reason, recordKey, outcome: outcome as Outcome } as const;
  await recordTransition(tx, ground, id, asDecided);
  await recordAct(tx, ground, { act: 'report-decided', recordKind: 'report', recordId: id, facts: { outcome, like } });
  if (caseId !== null) await cases.linkReport(tx, ground, caseId, id, recordKey);
}
