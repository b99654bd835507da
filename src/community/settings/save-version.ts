import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';

/** What a subject's row keeps: in the clear, or sealed. */
export type Stored = { value?: string; sealed?: Buffer };

/**
 * Writes one subject on top of the version that was on the screen; a newer one of somebody else is never overwritten, also when
 * both save at the same instant. Gives the new version.
 */
export async function saveVersion(
  tx: Tx<PersonActor>,
  ground: Ground,
  subject: string,
  seen: number,
  stored: Stored,
): Promise<number> {
  const { communityId, personId } = tx.actor;
  const row = { ...stored, version: seen + 1, changedBy: personId, changedAt: ground.clock.now() };
  const result =
    seen === 0
      ? await tx.sql
          .insertInto('communitySettings')
          .values({ communityId, subject, ...row })
          .onConflict((clash) => clash.doNothing())
          .executeTakeFirst()
      : await tx.sql
          .updateTable('communitySettings')
          .set(row)
          .where('subject', '=', subject)
          .where('version', '=', seen)
          .executeTakeFirst();
  const written = 'numUpdatedRows' in result ? result.numUpdatedRows : result.numInsertedOrUpdatedRows;
  if (written !== 1n) throw conflict('changed-since-you-opened-it');
  return row.version;
}
