import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/db/database.ts';
import { rememberKeyStore } from '../platform/keys/index.ts';
import { OperatorFault } from '../platform/operator-fault.ts';
import { type KeyStore, openKeyStore } from '../platform/vault/index.ts';
import { type Config, keyFolderOf } from './config.ts';

/** Opens the key store that this database belongs to; makes one only for a database that has none yet, never in place of a lost one. */
export async function openOwnKeyStore(database: Database, config: Config, clock: Clock): Promise<KeyStore> {
  const known = await database.withoutCommunity((sql) =>
    sql.selectFrom('installation').select('keyStoreIdentity').executeTakeFirst(),
  );
  const keyStore = openKeyStore(keyFolderOf(config), { mayCreate: known === undefined });
  if (known && known.keyStoreIdentity !== keyStore.identity) {
    throw new OperatorFault(
      `The keys in ${keyFolderOf(config)} are not those of this database: put back the key folder that belongs to it.`,
    );
  }
  if (!known) {
    await database.withoutCommunity((sql) => rememberKeyStore(sql, keyStore.identity, clock.now()));
  }
  return keyStore;
}
