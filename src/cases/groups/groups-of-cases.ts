import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import { openGroup } from './sealing.ts';

const openedAtOnce = 1_000;

/**
 * The recorded group of each of these cases, by case, to be counted and nothing else: only the overseers' key opens them. Null where
 * one of them does not open to this person (yet), since a count of some would pass for a count of all.
 */
export async function groupsOfCases(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseIds: readonly string[],
): Promise<Map<string, string> | null> {
  const found = new Map<string, string>();
  for (let from = 0; from < caseIds.length; from += openedAtOnce) {
    const rows = await tx.sql
      .selectFrom('caseGroups')
      .select(['communityId', 'caseId', 'id', 'content'])
      .where('caseId', 'in', caseIds.slice(from, from + openedAtOnce))
      .execute();
    const keys = await openRecordKeys(
      tx,
      ground,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const key = keys.get(row.id);
      if (!key) return null;
      found.set(row.caseId, openGroup(key, row));
    }
  }
  return found;
}
