import { allCommunities } from '../../community/index.ts';
import { verifierKeyOf } from '../../platform/audit/tree/index.ts';
import {
  acceptLog,
  addWitness,
  ownWitnessKey,
  removeWitness,
  type Witness,
  type WitnessedLog,
  witnessedLogs,
  witnessesOf,
} from '../../platform/audit/witness/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { type Database, openDatabase } from '../../platform/db/database.ts';
import type { KeyStore } from '../../platform/vault/index.ts';
import type { Config } from '../config.ts';
import { openOwnKeyStore } from '../own-key-store.ts';
import { publicUrlOf } from '../public-url.ts';
import { withInstallation } from './installation.ts';

/** From now on each log here is shown to the installation at this address every minute. */
export const witnessAdd = (config: Config, address: string, key: string): Promise<boolean> =>
  withDatabase(config, async (database) => {
    await database.withoutCommunity((sql) => addWitness(sql, systemClock, address, key));
    console.log(
      'It is shown every head from now on. Give its operator the keys of the logs here: forestall witness list',
    );
    return true;
  });

/** Shows a witness nothing any more. */
export const witnessRemove = (config: Config, name: string): Promise<boolean> =>
  withDatabase(config, async (database) => {
    const wasThere = await database.withoutCommunity((sql) => removeWitness(sql, name));
    console.log(wasThere ? `${name} is shown nothing any more.` : `There is no witness ${name}.`);
    return wasThere;
  });

/** From now on the heads of another installation's log are cosigned here. */
export const witnessAccept = (config: Config, key: string): Promise<boolean> =>
  withDatabase(config, async (database) => {
    await database.withoutCommunity((sql) => acceptLog(sql, systemClock, key));
    console.log('Its heads are cosigned here from now on.');
    return true;
  });

/** Says who watches the logs here, whose logs are watched here, and with which keys; false where one of them has trouble. */
export const witnessList = (config: Config): Promise<boolean> =>
  withDatabase(config, async (database, keyStore) => {
    console.log(`This installation as a witness, at ${publicUrlOf(config).publicUrl}/api/v1/witness`);
    console.log(`  ${ownWitnessKey(keyStore)}`);
    const troubles: string[] = [];
    for (const { id, slug } of await database.withoutCommunity(allCommunities)) {
      console.log(`The log of ${slug}\n  ${verifierKeyOf(`forestall/${id}`, keyStore.checkpointKey.publicKey)}`);
      const actor = { kind: 'system', communityId: id, job: 'witness-list' } as const;
      const witnesses = await database.withActor(actor, (tx) => witnessesOf(tx));
      for (const witness of witnesses) console.log(`  ${witnessLine(witness)}`);
      troubles.push(...witnesses.flatMap(({ trouble }) => trouble ?? []));
    }
    const logs = await database.withoutCommunity(witnessedLogs);
    for (const log of logs) console.log(`Watched here: ${logLine(log)}`);
    return troubles.length === 0 && logs.every(({ doubt }) => doubt === null);
  });

/** Prints what was cosigned here of other installations’ logs, as lines that an auditor joins to an exported log. */
export const witnessHeads = (config: Config): Promise<boolean> =>
  withDatabase(config, async (database) => {
    for (const { note } of await database.withoutCommunity(witnessedLogs))
      if (note !== null) console.log(JSON.stringify({ checkpoint: note }));
    return true;
  });

const witnessLine = ({ name, address, seenSize, seenAt, trouble, troubleSince }: Witness): string => {
  const seen = seenAt ? `saw ${seenSize} entries at ${seenAt.toISOString()}` : 'has seen nothing yet';
  return `${name} at ${address} ${seen}${trouble ? `; ${trouble} since ${troubleSince?.toISOString()}` : ''}`;
};

const logLine = ({ origin, size, cosignedAt, doubt, doubtedAt }: WitnessedLog): string =>
  `${origin}, ${size} entries at ${cosignedAt?.toISOString() ?? 'no time yet'}${doubt ? `; ${doubt} at ${doubtedAt?.toISOString()}` : ''}`;

function withDatabase(
  config: Config,
  work: (database: Database, keyStore: KeyStore) => Promise<boolean>,
): Promise<boolean> {
  return withInstallation(config, async ({ appUrl }) => {
    const database = openDatabase(appUrl, { connections: 2 });
    try {
      return await work(database, await openOwnKeyStore(database, config, systemClock));
    } finally {
      await database.close();
    }
  });
}
