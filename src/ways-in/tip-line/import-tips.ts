import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { newId } from '../../platform/ids.ts';
import { readTable, rowsAtMost } from '../../platform/tables/read-table.ts';
import { bringInReports, concern } from '../../reports/index.ts';
import { importOptions } from '../contract.ts';
import { checkTips, type Tip } from '../screens/tip-line/check-tips.ts';

type Options = z.output<typeof importOptions>;

/** An import that began: its row in the list, and what it is to bring in. */
export type BegunImport = { id: string; tips: Tip[]; options: Options };

const bytesAtMost = 50 * 1024 * 1024;
const toldEvery = 50;
/** An import that has not ended by then was cut off with its process, and nothing of it was kept. */
const deadAfterMinutes = 30;

/** Reads and checks the whole list before anything begins: one fault, and it is refused with how many there are. */
export async function readImport(ground: Ground, request: Request): Promise<{ tips: Tip[]; options: Options }> {
  const form = await readForm(request);
  const options = readOptions(form);
  const file = form.get('file');
  if (!(file instanceof File) || file.size > bytesAtMost) throw invalid({ file: 'required' });
  const table = readTable(await file.text());
  if (table.rows.length === 0) throw invalid({ file: 'required' });
  if (table.rows.length > rowsAtMost) throw invalid({ file: 'too-long' });
  const { tips, faults } = checkTips(table, { ...options, now: ground.clock.now() });
  if (faults.length > 0) throw invalid({ file: 'rows-broken' });
  return { tips, options };
}

function readOptions(form: FormData): Options {
  try {
    const read = importOptions.safeParse(JSON.parse(String(form.get('options'))));
    if (read.success) return read.data;
  } catch {
    // Not JSON: said below, like any other wrong choice.
  }
  throw invalid({ options: 'not-valid' });
}

/** Writes down that an import runs, so that its progress can be followed and it can be stopped; one at a time. */
export async function beginImport(
  tx: Tx<PersonActor>,
  ground: Ground,
  { tips, options }: { tips: Tip[]; options: Options },
): Promise<BegunImport> {
  const now = ground.clock.now();
  await tx.sql
    .updateTable('tipImports')
    .set({ state: 'failed', endedAt: now })
    .where('state', '=', 'running')
    .where('begunAt', '<', new Date(now.getTime() - deadAfterMinutes * 60_000))
    .execute();
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('tipImports')
    .values({ communityId, id, begunBy: personId, begunAt: now, become: options.become, rows: tips.length })
    .execute();
  await recordAct(tx, ground, { act: 'tips-import-begun', recordKind: 'tip-import', recordId: id });
  return { id, tips, options };
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
  const after = async (done: number) => {
    if (done % toldEvery === 0) await tellProgress(ground, tx.actor, id, done);
  };
  await bringInReports(tx, ground, tips.map(oldReport), becoming, after);
  const ended = await tx.sql
    .updateTable('tipImports')
    .set({ state: 'done', done: tips.length, endedAt: ground.clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('cancelAsked', '=', false)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw conflict('cancelled');
  const facts = { rows: tips.length };
  await recordAct(tx, ground, { act: 'tips-imported', recordKind: 'tip-import', recordId: id, facts });
  return { id };
}

/** Written beside the transaction of the import, so that others see it before that ends. */
async function tellProgress(ground: Ground, actor: PersonActor, id: string, done: number): Promise<void> {
  const row = await ground.database.withActor(actor, ({ sql }) =>
    sql.updateTable('tipImports').set({ done }).where('id', '=', id).returning('cancelAsked').executeTakeFirst(),
  );
  if (row?.cancelAsked) throw conflict('cancelled');
}

/** Says how an import ended that brought in nothing. */
export async function endImport(ground: Ground, actor: PersonActor, id: string, wasCancelled: boolean): Promise<void> {
  const state = wasCancelled ? 'cancelled' : 'failed';
  await ground.database.withActor(actor, ({ sql }) =>
    sql
      .updateTable('tipImports')
      .set({ state, endedAt: ground.clock.now() })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute(),
  );
}

/** Asks a running import to stop: nothing of it is kept. */
export async function cancelImport(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<void> {
  const asked = await tx.sql
    .updateTable('tipImports')
    .set({ cancelAsked: true })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (asked.numUpdatedRows === 0n) throw notFound();
  await recordAct(tx, ground, { act: 'tips-import-cancelled', recordKind: 'tip-import', recordId: id });
}

/** The newest imports, the last begun first. */
export async function importsOf(tx: Tx) {
  const rows = await tx.sql
    .selectFrom('tipImports as one')
    .innerJoin('people', 'people.id', 'one.begunBy')
    .select([
      'one.id',
      'one.begunAt',
      'one.become',
      'one.rows',
      'one.done',
      'one.state',
      'one.endedAt',
      'people.name as begunBy',
    ])
    .orderBy('one.begunAt', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ begunAt, endedAt, ...row }) => ({
    ...row,
    begunAt: begunAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
