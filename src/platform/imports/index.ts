import type { PersonActor } from '../actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Tx } from '../db/database.ts';
import { conflict, notFound, Refused } from '../errors.ts';
import type { Ground } from '../ground.ts';
import { newId } from '../ids.ts';

export type ImportKind = 'tips' | 'cases' | 'case-archives';

const toldEvery = 50;
/** An import that has not ended by then was cut off with its process, and nothing of it was kept. */
const deadAfterMinutes = 30;

/** Writes down that an import runs, so that its progress can be followed and it can be stopped; one of a kind at a time. */
export async function beginImport(
  tx: Tx<PersonActor>,
  ground: Ground,
  begun: { kind: ImportKind; rows: number; become?: 'waiting' | 'decided' },
): Promise<string> {
  const now = ground.clock.now();
  await tx.sql
    .updateTable('imports')
    .set({ state: 'failed', endedAt: now })
    .where('state', '=', 'running')
    .where('begunAt', '<', new Date(now.getTime() - deadAfterMinutes * 60_000))
    .execute();
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('imports')
    .values({ communityId, id, begunBy: personId, begunAt: now, ...begun })
    .execute();
  await recordAct(tx, ground, { act: `${begun.kind}-import-begun`, recordKind: 'import', recordId: id });
  return id;
}

/** Hears how many rows are done, and tells it now and then; stops the import when somebody asked for that. */
export const progressOf =
  (ground: Ground, actor: PersonActor, id: string) =>
  async (done: number): Promise<void> => {
    if (done % toldEvery !== 0) return;
    // Written beside the transaction of the import, so that others see it before that ends.
    const row = await ground.database.withActor(actor, ({ sql }) =>
      sql.updateTable('imports').set({ done }).where('id', '=', id).returning('cancelAsked').executeTakeFirst(),
    );
    if (row?.cancelAsked) throw conflict('cancelled');
  };

/** Ends an import in its own transaction: all its rows are there, or it was stopped and none is. */
export async function finishImport(tx: Tx, ground: Ground, id: string, kind: ImportKind, rows: number): Promise<void> {
  const ended = await tx.sql
    .updateTable('imports')
    .set({ state: 'done', done: rows, endedAt: ground.clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('cancelAsked', '=', false)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw conflict('cancelled');
  await recordAct(tx, ground, { act: `${kind}-imported`, recordKind: 'import', recordId: id, facts: { rows } });
}

/** Does the whole import, and where it brought in nothing says how it ended before it fails. */
export async function orNothing<T>(ground: Ground, actor: PersonActor, id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const wasCancelled =
      error instanceof Refused && error.refusal.kind === 'conflict' && error.refusal.because === 'cancelled';
    await ground.database.withActor(actor, ({ sql }) =>
      sql
        .updateTable('imports')
        .set({ state: wasCancelled ? 'cancelled' : 'failed', endedAt: ground.clock.now() })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute(),
    );
    throw error;
  }
}

/** Asks a running import to stop: nothing of it is kept. */
export async function cancelImport(tx: Tx<PersonActor>, ground: Ground, kind: ImportKind, id: string): Promise<void> {
  const asked = await tx.sql
    .updateTable('imports')
    .set({ cancelAsked: true })
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (asked.numUpdatedRows === 0n) throw notFound();
  await recordAct(tx, ground, { act: `${kind}-import-cancelled`, recordKind: 'import', recordId: id });
}

/** The newest imports of a kind, the last begun first. */
export async function importsOf(tx: Tx, kind: ImportKind) {
  const rows = await tx.sql
    .selectFrom('imports as one')
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
    .where('one.kind', '=', kind)
    .orderBy('one.begunAt', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ begunAt, endedAt, state, ...row }) => ({
    ...row,
    state: state as 'running' | 'done' | 'cancelled' | 'failed',
    begunAt: begunAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
