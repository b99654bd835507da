import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { openField, type Place, sealField } from '../vault/index.ts';

export type PagerNumber = { number: string; way: 'sms' | 'voice' };

const place = (community: string, person: string): Place => ({
  community,
  table: 'pager_numbers',
  column: 'sealed_number',
  row: person,
  record: person,
  version: 1,
});
const keyOf = (ground: Ground) => ground.keyStore.installationSecret('pager numbers');

/** Keeps where a member is paged, in place of what was known before; an empty number is forgotten. */
export async function keepPagerNumber(tx: Tx, ground: Ground, personId: string, given: PagerNumber): Promise<void> {
  const { communityId } = tx.actor;
  if (given.number === '') {
    await tx.sql.deleteFrom('pagerNumbers').where('personId', '=', personId).execute();
    return;
  }
  const sealedNumber = sealField(keyOf(ground), place(communityId, personId), given.number);
  await tx.sql
    .insertInto('pagerNumbers')
    .values({ communityId, personId, way: given.way, sealedNumber })
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'personId']).doUpdateSet({ way: given.way, sealedNumber }),
    )
    .execute();
}

/** Where a member is paged, or null. */
export async function pagerNumberOf(tx: Tx, ground: Ground, personId: string): Promise<PagerNumber | null> {
  const row = await tx.sql
    .selectFrom('pagerNumbers')
    .select(['way', 'sealedNumber'])
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row
    ? {
        number: openPagerNumber(ground, tx.actor.communityId, personId, row.sealedNumber),
        way: row.way as PagerNumber['way'],
      }
    : null;
}

/** Opens a sealed number for the moment of a call. */
export const openPagerNumber = (ground: Ground, community: string, person: string, sealed: Buffer): string =>
  openField(keyOf(ground), place(community, person), sealed).toString();

/** Which members gave a number. */
export async function peopleWithPager(tx: Tx): Promise<Set<string>> {
  const rows = await tx.sql.selectFrom('pagerNumbers').select('personId').execute();
  return new Set(rows.map((row) => row.personId));
}
