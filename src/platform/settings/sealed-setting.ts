import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { openJson, type Place, sealJson } from '../vault/index.ts';

/** Subjects that hold a secret; it is sealed under the installation key, since jobs must use it while nobody is signed in. */
export type SealedSubject = 'paging' | 'mail';

const place = (community: string, subject: SealedSubject, version: number): Place => ({
  community,
  table: 'community_settings',
  column: 'sealed',
  row: subject,
  record: community,
  version,
});
const keyOf = (ground: Ground) => ground.keyStore.installationSecret('settings');

/** Seals a secret for this version of its subject: an older one put back into the row does not open. */
export const sealSetting = (
  ground: Ground,
  community: string,
  subject: SealedSubject,
  version: number,
  value: unknown,
): Buffer => sealJson(keyOf(ground), place(community, subject, version), value);

/** The secret of this subject as it was last saved, or null where there is none; the caller parses its shape. */
export async function openSetting(tx: Tx, ground: Ground, subject: SealedSubject): Promise<unknown> {
  const row = await tx.sql
    .selectFrom('communitySettings')
    .select(['version', 'sealed'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (!row?.sealed) return null;
  return openJson(keyOf(ground), place(tx.actor.communityId, subject, row.version), row.sealed);
}
