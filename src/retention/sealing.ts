import { activeWithRoles } from '../community/index.ts';
import type { PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import { currentGroup, shareRecordKey } from '../platform/keys/index.ts';
import { newRecordKey, openField, type Place, sealField } from '../platform/vault/index.ts';

const placeOf = (community: string, table: string, row: string, record: string): Place => ({
  community,
  table,
  column: 'reason',
  row,
  record,
  version: 1,
});

/** Seals why two people are asked to act: to whoever asks, and to those who may answer. */
export async function sealAsk(tx: Tx<PersonActor>, ground: Ground, id: string, reason: string): Promise<Buffer> {
  const { communityId, personId, keyPair } = tx.actor;
  const key = newRecordKey();
  const custodians = await currentGroup(tx, 'custodians');
  const coordinators = await activeWithRoles(tx, ['coordinator']);
  await shareRecordKey(tx, ground, id, key, [
    { id: custodians.id, kind: 'group', publicKey: custodians.publicKey },
    ...coordinators.map(({ id, publicKey }) => ({ id, kind: 'person' as const, publicKey })),
  ]);
  await shareRecordKey(tx, ground, id, key, [{ id: personId, kind: 'person', publicKey: keyPair.publicKey }]);
  return sealField(key, placeOf(communityId, 'two_person_acts', id, id), reason);
}

export const openAskReason = (key: Buffer, row: { communityId: string; id: string; reason: Buffer }): string =>
  openField(key, placeOf(row.communityId, 'two_person_acts', row.id, row.id), row.reason).toString('utf8');

/** Seals why a record is kept longer, under the record's own key: it goes with the record. */
export const sealRenewal = (key: Buffer, community: string, id: string, record: string, reason: string): Buffer =>
  sealField(key, placeOf(community, 'retention_renewals', id, record), reason);
