import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { finishImport, importsOf, progressOf } from '../../platform/imports/index.ts';
import { readList } from '../../platform/imports/read-list.ts';
import { bringInReports, concern } from '../../reports/index.ts';
import { importOptions } from '../contract.ts';
import { checkTips, type Tip } from '../screens/tip-line/check-tips.ts';

type Options = z.output<typeof importOptions>;

/** An import that began: its row in the list, and what it is to bring in. */
type BegunImport = { id: string; tips: Tip[]; options: Options };

/** Reads and checks the whole list before anything begins: one fault, and it is refused. */
export async function readImport(ground: Ground, request: Request): Promise<{ tips: Tip[]; options: Options }> {
  const { table, options } = await readList(request, importOptions);
  const { tips, faults } = checkTips(table, { ...options, now: ground.clock.now() });
  if (faults.length > 0) throw invalid({ file: 'rows-broken' });
  return { tips, options };
}

const oldReport = ({ receivedAt, ...tip }: Tip) => ({
  concern: concern.parse({ ...tip, dangerNow: false }),
  receivedAt: new Date(receivedAt),
});

/** Brings in every tip in the transaction of the request, or none; says how far it is, and stops when it is asked to. */
export async function importTips(
  tx: Tx<PersonActor>,
  ground: Ground,
  { id, tips, options }: BegunImport,
): Promise<{ id: string }> {
  const becoming =
    options.become === 'decided'
      ? { become: 'decided' as const, outcome: options.outcome, reason: options.reason }
      : { become: 'waiting' as const };
  await bringInReports(tx, ground, tips.map(oldReport), becoming, progressOf(ground, tx.actor, id));
  await finishImport(tx, ground, id, 'tips', tips.length);
  return { id };
}

/** The newest imports of old tips, the last begun first. */
export const tipImportsOf = async (tx: Tx) =>
  (await importsOf(tx, 'tips')).map((row) => ({ ...row, become: row.become as Options['become'] }));
