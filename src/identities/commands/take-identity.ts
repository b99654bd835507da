import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { currentGroup, shareRecordKey } from '../../platform/keys/index.ts';
import { newHalves, sealJson } from '../../platform/vault/index.ts';
import { isOffered } from '../queries/recovery-kit.ts';
import { contactPlace } from '../sealing.ts';

/**
 * Seals how a reporter can be reached under a key that is nowhere whole: one half goes to the custodians, the other to the
 * overseers. Where the two sides do not both exist nothing is kept, since it could not be kept as promised. Answers whether it was.
 */
export async function takeIdentity(tx: Tx, ground: Ground, reportId: string, contact: string): Promise<boolean> {
  if (contact === '' || !(await isOffered(tx))) return false;
  const [id, custodianHalfId, overseerHalfId] = [0, 1, 2].map(() => newId(ground.clock, ground.chance)) as [
    string,
    string,
    string,
  ];
  const { communityId } = tx.actor;
  const { key, halfA, halfB } = newHalves();
  const custodians = await currentGroup(tx, 'custodians');
  const overseers = await currentGroup(tx, 'overseers');
  await shareRecordKey(tx, ground, custodianHalfId, halfA, [{ ...custodians, kind: 'group' }]);
  await shareRecordKey(tx, ground, overseerHalfId, halfB, [{ ...overseers, kind: 'group' }]);
  await tx.sql
    .insertInto('sealedIdentities')
    .values({
      communityId,
      id,
      reportId,
      custodianHalfId,
      overseerHalfId,
      givenAt: ground.clock.now(),
      content: sealJson(key, contactPlace(communityId, id), contact),
    })
    .execute();
  return true;
}
