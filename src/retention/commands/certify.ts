import type { SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';

/** Writes into the certificates that the keys of what was shredded before this generation exist nowhere any more. */
export async function certifyShreddings(tx: Tx<SystemActor>, generation: number, now: Date): Promise<void> {
  await tx.sql
    .updateTable('shreddings')
    .set({ destroyedAt: now })
    .where('generation', '<', generation)
    .where('destroyedAt', 'is', null)
    .execute();
}
