import type { Actor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import type { Ground } from '../ground.ts';
import { idempotencyHash, openReplay, replayBodyHash, sealReplay } from '../vault/index.ts';

/** A request that may be sent again: its key, never kept, and the hashes that recognise it. */
export type Repeatable = { key: string; keyHash: Buffer; bodyHash: Buffer } | null;

const leastCharacters = 22;

/** Reads the Idempotency-Key (128 random bits or more, so that nobody can guess another's); without one, nothing repeats. */
export function repeatable(ground: Ground, headers: Headers, body: unknown): Repeatable {
  const key = headers.get('idempotency-key');
  return key === null ? null : repeatableWith(ground, key, body);
}

export function repeatableWith(ground: Ground, key: string, body: unknown): NonNullable<Repeatable> {
  if (key.length < leastCharacters || key.length > 200) throw invalid({ 'idempotency-key': 'too-short' });
  return { key, keyHash: idempotencyHash(key, ground.keyStore), bodyHash: replayBodyHash(key, JSON.stringify(body)) };
}

/** The answer that was already given to this key, or null; the same key with another body is refused. */
export async function answerOnce(ground: Ground, actor: Actor, repeat: Repeatable): Promise<unknown> {
  if (!repeat) return null;
  const row = await ground.database.withActor(actor, ({ sql }) =>
    sql.selectFrom('idempotencyKeys').selectAll().where('keyHash', '=', repeat.keyHash).executeTakeFirst(),
  );
  if (!row) return null;
  if (!row.bodyHash.equals(repeat.bodyHash)) throw conflict('same-key-other-body');
  return JSON.parse(openReplay(repeat.key, row.answer).toString());
}

/** Keeps the answer in the transaction of the act, sealed under a key that only the caller has. */
export async function keepAnswer(tx: Tx, ground: Ground, repeat: Repeatable, answer: unknown): Promise<void> {
  if (!repeat) return;
  await tx.sql
    .insertInto('idempotencyKeys')
    .values(keptRow(tx, ground, repeat, answer))
    .execute();
}

/**
 * The same for a form, of which every text counts: where another text was kept under this key meanwhile, this one repeats
 * nothing. The very same text that came twice at once is refused, and finds the first answer.
 */
export async function keepAnswerOfForm(tx: Tx, ground: Ground, repeat: Repeatable, answer: unknown): Promise<void> {
  if (!repeat) return;
  const kept = await tx.sql
    .insertInto('idempotencyKeys')
    .values(keptRow(tx, ground, repeat, answer))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 1n) return;
  const other = await tx.sql
    .selectFrom('idempotencyKeys')
    .select('bodyHash')
    .where('keyHash', '=', repeat.keyHash)
    .executeTakeFirst();
  if (other?.bodyHash.equals(repeat.bodyHash)) throw conflict('sent-twice-at-once');
}

const keptRow = (tx: Tx, ground: Ground, repeat: NonNullable<Repeatable>, answer: unknown) => ({
  communityId: tx.actor.communityId,
  keyHash: repeat.keyHash,
  bodyHash: repeat.bodyHash,
  answer: sealReplay(repeat.key, Buffer.from(JSON.stringify(answer))),
  createdAt: ground.clock.now(),
});

const keepAnswersHours = 48;

/** Forgets the answers of two days ago; nothing is left to be found by the next round. */
export async function forgetAnswers(tx: Tx, ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - keepAnswersHours * 3_600_000);
  await tx.sql.deleteFrom('idempotencyKeys').where('createdAt', '<', before).execute();
  return 0;
}
