import type { PersonActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { wrapRecordKey } from '../vault/index.ts';
import { currentGroups, groupRoles, makeGroup, openGroups } from './groups.ts';
import { openRecordKeys } from './record-keys.ts';

/**
 * Notes that this person's private key is gone: copies of record keys that only it opened are lost until a colleague shares
 * them anew, and so is the hold on groups. A group that nobody else held gets a new key, so that what comes from now on opens.
 */
export async function loseCopies(tx: Tx, ground: Ground, personId: string, roles: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('wrappedCopies')
    .set({ lostAt: ground.clock.now() })
    .where('recipientId', '=', personId)
    .execute();
  await tx.sql.deleteFrom('keyGroupMembers').where('personId', '=', personId).execute();
  for (const group of await currentGroups(tx)) {
    if (!groupRoles[group.name].some((role) => roles.includes(role))) continue;
    const holder = await tx.sql
      .selectFrom('keyGroupMembers')
      .select('personId')
      .where('groupId', '=', group.id)
      .limit(1)
      .executeTakeFirst();
    if (holder) continue;
    const { publicKey } = await tx.sql
      .selectFrom('people')
      .select('publicKey')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    await makeGroup(tx, ground, group.name, group.version + 1, [{ id: personId, publicKey }]);
  }
}

const atOnce = 200;

/** Shares anew, to people who lost their key, the keys of those records that this person may open; needs nobody's asking. */
export async function shareLostCopies(tx: Tx<PersonActor>, ground: Ground): Promise<void> {
  const mine = [tx.actor.personId, ...(await openGroups(tx)).keys()];
  const lost = await tx.sql
    .selectFrom('wrappedCopies as lost')
    .innerJoin('people', 'people.id', 'lost.recipientId')
    .select(['lost.recordId', 'lost.recipientId', 'people.publicKey'])
    .where('lost.lostAt', 'is not', null)
    .where((is) =>
      is.exists(
        is
          .selectFrom('wrappedCopies as held')
          .select('held.recordId')
          .whereRef('held.recordId', '=', 'lost.recordId')
          .where('held.recipientId', 'in', mine)
          .where('held.lostAt', 'is', null),
      ),
    )
    .limit(atOnce)
    .execute();
  const keys = await openRecordKeys(tx, ground, [...new Set(lost.map(({ recordId }) => recordId))]);
  for (const { recordId, recipientId, publicKey } of lost) {
    const key = keys.get(recordId);
    if (key) await shareAnew(tx, ground, { recordId, recipientId, publicKey, key });
  }
}

async function shareAnew(
  tx: Tx,
  ground: Ground,
  { recordId, recipientId, publicKey, key }: { recordId: string; recipientId: string; publicKey: Buffer; key: Buffer },
): Promise<void> {
  const context = { community: tx.actor.communityId, record: recordId, recipient: recipientId };
  const { generation, form, outer } = wrapRecordKey(key, publicKey, ground.keyStore, context);
  await tx.sql
    .updateTable('wrappedCopies')
    .set({ generation, form, wrapped: outer, lostAt: null })
    .where('recordId', '=', recordId)
    .where('recipientId', '=', recipientId)
    .where('lostAt', 'is not', null)
    .execute();
}
