import type { z } from 'zod';
import { communityOf } from '../../community/index.ts';
import { hasRole, type PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { kitMark, readMark } from '../../platform/vault/index.ts';
import type { kitHalfInput } from '../contract.ts';
import { kitRoles } from '../queries/recovery-kit.ts';

/**
 * Records that this person holds one sheet of the recovery kit, shown by its first two groups of characters, which name the
 * sheet and tell nothing of the key. A custodian holds A, an overseer B; one person never both.
 */
export async function confirmKitHalf(
  tx: Tx<PersonActor>,
  ground: Ground,
  { half, mark }: z.infer<typeof kitHalfInput>,
): Promise<void> {
  if (!hasRole(tx.actor, kitRoles[half])) throw notFound();
  const { recoveryPublicKey } = await communityOf(tx);
  if (!recoveryPublicKey || readMark(mark) !== kitMark(half, recoveryPublicKey))
    throw invalid({ mark: 'not-this-sheet' });
  const { communityId, personId } = tx.actor;
  await recordAct(tx, ground, {
    act: 'kit-half-confirmed',
    recordKind: 'person',
    recordId: personId,
    facts: { half },
  });
  const row = { personId, confirmedAt: ground.clock.now() };
  await tx.sql
    .insertInto('recoveryKitHolders')
    .values({ communityId, half, ...row })
    .onConflict((existing) => existing.columns(['communityId', 'half']).doUpdateSet(row))
    .execute();
}
