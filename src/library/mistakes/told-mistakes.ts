import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound, Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { openField, sealField } from '../../platform/vault/index.ts';
import type { ToldMistakes } from '../contract.ts';

const openAtMost = 1_000;
const keptDays = 30;

const keyOf = (ground: Ground) => ground.keyStore.installationSecret('library mistakes');
const placeOf = (community: string, id: string) => ({
  community,
  table: 'library_mistakes',
  column: 'words',
  row: id,
  record: id,
  version: 1,
});

/** Keeps what a reader told about a page, sealed, and nothing of who told it. Refuses while a thousand wait unread. */
export async function tellMistake(tx: Tx, ground: Ground, told: { page: string; words: string }): Promise<void> {
  const { communityId } = tx.actor;
  const waiting = await tx.sql
    .selectFrom('libraryMistakes')
    .select((is) => is.fn.countAll().as('count'))
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(waiting.count) >= openAtMost) throw new Refused({ kind: 'too-fast', retryAfterSeconds: 3_600 });
  const id = newId(ground.clock, ground.chance);
  const words = sealField(keyOf(ground), placeOf(communityId, id), told.words);
  await tx.sql
    .insertInto('libraryMistakes')
    .values({ communityId, id, page: told.page, words, toldAt: ground.clock.now() })
    .execute();
  await recordAct(tx, ground, { act: 'library-mistake-told', recordKind: 'library-mistake', recordId: id });
}

/** What readers told and nobody has settled yet, the oldest first. */
export async function openMistakes(tx: Tx, ground: Ground): Promise<ToldMistakes['mistakes']> {
  const rows = await tx.sql
    .selectFrom('libraryMistakes')
    .select(['id', 'page', 'words', 'toldAt'])
    .where('settledAt', 'is', null)
    .orderBy('toldAt')
    .limit(200)
    .execute();
  return rows.map(({ id, page, words, toldAt }) => ({
    id,
    page,
    words: openField(keyOf(ground), placeOf(tx.actor.communityId, id), words).toString(),
    toldAt: toldAt.toISOString(),
  }));
}

/** Takes a mistake from the list; it is deleted thirty days later. */
export async function settleMistake(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<void> {
  const row = await tx.sql.selectFrom('libraryMistakes').select('settledAt').where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  if (row.settledAt) throw conflict('already-decided');
  await tx.sql
    .updateTable('libraryMistakes')
    .set({ settledAt: ground.clock.now(), settledBy: tx.actor.personId })
    .where('id', '=', id)
    .execute();
  await recordAct(tx, ground, { act: 'library-mistake-settled', recordKind: 'library-mistake', recordId: id });
}

/** Deletes what was settled thirty days ago; nothing is left to be found by the next round. */
export async function forgetMistakes(tx: Tx, ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - keptDays * 86_400_000);
  await tx.sql.deleteFrom('libraryMistakes').where('settledAt', '<', before).execute();
  return 0;
}
