import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKey } from '../../platform/keys/index.ts';

export type LockedCase = Awaited<ReturnType<typeof lockCase>>;

/** The case's row, locked until the transaction ends. */
export async function lockCase(tx: Tx, id: string) {
  const row = await tx.sql.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The same, open and unchanged since this version was read; somebody else's newer change is never overwritten. */
export async function lockCaseAt(tx: Tx, id: string, version: number): Promise<LockedCase> {
  const row = await lockOpenCase(tx, id);
  if (row.version !== version) throw conflict('changed-since-you-opened-it');
  return row;
}

export async function lockOpenCase(tx: Tx, id: string): Promise<LockedCase> {
  const row = await lockCase(tx, id);
  if (row.state !== 'open') throw conflict('changed-since-you-opened-it');
  return row;
}

/** The next number of the case's own order, taken under its row lock: order never depends on a clock. */
export async function nextPosition(tx: Tx, id: string): Promise<number> {
  const row = await tx.sql
    .updateTable('cases')
    .set((is) => ({ position: is('position', '+', 1) }))
    .where('id', '=', id)
    .returning('position')
    .executeTakeFirstOrThrow();
  return row.position;
}

/** The key of a case for this person, or not found. */
export async function caseKey(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<Buffer> {
  const key = await openRecordKey(tx, ground, id);
  if (!key) throw notFound();
  return key;
}

/** A date that lies ahead, or a refusal beside its field. */
export function ahead(ground: Ground, field: string, text: string): Date {
  const date = new Date(text);
  if (date <= ground.clock.now()) throw invalid({ [field]: 'in-the-past' });
  return date;
}
