import type { Tx } from '../../platform/db/database.ts';
import { place, placeOf } from '../queue-order.ts';

/** Whether a report stands for a row of its own, and whether that is news to the desk. */
export type Standing = { folded: boolean; isNews: boolean };

/**
 * Finds a new report's standing in its cluster. Whoever stands first there stands for the row, so that nothing more urgent is
 * ever hidden in one; the head is held until the new report is stored beside it.
 */
export async function joinRow(tx: Tx, cluster: string, report: { lane: string; urgency: string }): Promise<Standing> {
  const head = await tx.sql
    .selectFrom('reports')
    .select(['id', 'lane', 'urgency'])
    .where('clusterId', '=', cluster)
    .where('state', '=', 'waiting')
    .where('folded', '=', false)
    .forShare()
    .executeTakeFirst();
  if (!head) return { folded: false, isNews: true };
  if (placeOf(report) >= placeOf(head)) return { folded: true, isNews: false };
  await tx.sql.updateTable('reports').set({ folded: true }).where('id', '=', head.id).execute();
  return { folded: false, isNews: true };
}

/** Lets the first of those that wait in a cluster stand for its row; to be called whenever one of them changed or left. */
export async function tendRow(tx: Tx, cluster: string | null): Promise<void> {
  if (cluster === null) return;
  const waiting = () =>
    tx.sql.selectFrom('reports').select('id').where('clusterId', '=', cluster).where('state', '=', 'waiting');
  const first = await waiting()
    .orderBy(place)
    .orderBy('receivedAt')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!first) return;
  await tx.sql
    .updateTable('reports')
    .set({ folded: true })
    .where('clusterId', '=', cluster)
    .where('state', '=', 'waiting')
    .where('folded', '=', false)
    .where('id', '<>', first.id)
    .execute();
  await tx.sql
    .updateTable('reports')
    .set({ folded: false })
    .where('id', '=', first.id)
    .where('folded', '=', true)
    .execute();
}

/** Lets a report stand alone from now on. */
export async function standAlone(tx: Tx, report: { id: string; clusterId: string | null }): Promise<void> {
  await tx.sql.updateTable('reports').set({ clusterId: null, folded: false }).where('id', '=', report.id).execute();
  await tendRow(tx, report.clusterId);
}
