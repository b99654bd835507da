import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';

/** Eight small puzzles instead of a large one, so that the time they take varies little: half a second on most devices. */
export const puzzle = { parts: 8, bits: 12 } as const;

const shape = /^\d{1,9}(,\d{1,9}){7}$/;

const solves = (token: string, part: number, answer: string): boolean =>
  createHash('sha256').update(`${token}:${part}:${answer}`).digest().readUInt32BE() >>> (32 - puzzle.bits) === 0;

/** True if these eight numbers are the work that this form's mark asks for. */
export const isProof = (token: string, proof: string): boolean =>
  shape.test(proof) && proof.split(',').every((answer, part) => solves(token, part, answer));

/** Spends the proof of a form: of many who send the same one at once, exactly one is told yes. */
export async function spendProof(tx: Tx, ground: Ground, token: string): Promise<boolean> {
  const spent = await tx.sql
    .insertInto('spentProofs')
    .values({
      communityId: tx.actor.communityId,
      tokenHash: createHash('sha256').update(token).digest(),
      spentAt: ground.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return spent.numInsertedOrUpdatedRows === 1n;
}

const keepHours = 48;

/** Forgets proofs whose forms are too old to count anyway. */
export async function forgetProofs(tx: Tx, ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - keepHours * 3_600_000);
  await tx.sql.deleteFrom('spentProofs').where('spentAt', '<', before).execute();
  return 0;
}
