import { allCommunities, nextSetUp } from '../../community/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/db/database.ts';
import type { Config } from '../config.ts';
import { openOwnKeyStore } from '../own-key-store.ts';
import { publicUrlOf } from '../public-url.ts';
import { withInstallation } from './installation.ts';

/** Prints a link that sets up one further community, once. */
export function addCommunity(config: Config): Promise<boolean> {
  return withInstallation(config, async ({ appUrl }) => {
    const database = openDatabase(appUrl, { connections: 1 });
    try {
      const keyStore = await openOwnKeyStore(database, config, systemClock);
      const { secret, expiresAt } = await nextSetUp({ database, keyStore, clock: systemClock });
      console.log('Whoever opens this link sets up one further community, once:');
      console.log(`  ${publicUrlOf(config).publicUrl}/console/set-up#${secret}`);
      console.log(`It works until ${expiresAt.toISOString()}.`);
      return true;
    } finally {
      await database.close();
    }
  });
}

/** Prints every community by its short name. */
export function listCommunities(config: Config): Promise<boolean> {
  return withInstallation(config, async ({ appUrl }) => {
    const database = openDatabase(appUrl, { connections: 1 });
    const communities = await database.withoutCommunity(allCommunities).finally(() => database.close());
    for (const { slug, name } of communities) console.log(`${slug.padEnd(42)} ${name}`);
    return true;
  });
}
