import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { holdsRecordKey } from '../../platform/keys/index.ts';
import type { changeRowInput } from '../contract.ts';
import { standAlone, tendRow } from './desk-rows.ts';
import { lockReport } from './transitions.ts';

type LockedReport = Awaited<ReturnType<typeof lockReport>>;

/** Takes a report out of its row, dissolves the row, or folds the report into another's: rows change, reports never do. */
export async function changeRow(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: z.infer<typeof changeRowInput>,
): Promise<void> {
  const report = await lockReport(tx, id);
  if (report.state !== 'waiting') throw conflict('already-decided');
  const act = input.act === 'fold' ? 'report-folded' : 'report-unfolded';
  const into = input.act === 'fold' ? input.into : null;
  await recordAct(tx, ground, {
    act,
    recordKind: 'report',
    recordId: id,
    facts: { into, whole: input.act === 'unfold' },
  });
  if (input.act === 'take-out') await standAlone(tx, report);
  else if (input.act === 'unfold') await dissolve(tx, report);
  else await foldInto(tx, ground, report, input.into);
}

async function dissolve(tx: Tx, { clusterId }: LockedReport): Promise<void> {
  if (clusterId === null) return;
  await tx.sql
    .updateTable('reports')
    .set({ clusterId: null, folded: false })
    .where('clusterId', '=', clusterId)
    .where('state', '=', 'waiting')
    .execute();
}

/** A report that is closed to somebody keeps its own row: it has other readers. */
async function foldInto(tx: Tx<PersonActor>, ground: Ground, report: LockedReport, into: string): Promise<void> {
  if (into === report.id || !(await holdsRecordKey(tx, tx.actor.personId, into))) throw notFound();
  const other = await lockReport(tx, into);
  if (other.state !== 'waiting') throw conflict('already-decided');
  if (report.sealedPast || other.sealedPast) throw conflict('changed-since-you-opened-it');
  const clusterId = other.clusterId ?? newId(ground.clock, ground.chance);
  if (other.clusterId === null)
    await tx.sql.updateTable('reports').set({ clusterId }).where('id', '=', other.id).execute();
  await tx.sql.updateTable('reports').set({ clusterId, folded: true }).where('id', '=', report.id).execute();
  await tendRow(tx, report.clusterId);
  await tendRow(tx, clusterId);
}
