import type { Sql } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { lockPrivateKeyWithCode, newRecoveryCodes, recoveryCodeHash } from '../../platform/vault/index.ts';

/** Ten new one-time codes; the old ones stop working. */
export async function giveRecoveryCodes(
  sql: Sql,
  ground: Ground,
  personId: string,
  privateKey: Buffer,
): Promise<string[]> {
  const codes = newRecoveryCodes(ground.chance);
  await sql.deleteFrom('recoveryCodes').where('personId', '=', personId).execute();
  await sql
    .insertInto('recoveryCodes')
    .values(
      codes.map((code) => ({
        personId,
        codeHash: recoveryCodeHash(code, ground.keyStore),
        lockedKey: lockPrivateKeyWithCode(privateKey, code),
      })),
    )
    .execute();
  return codes;
}
