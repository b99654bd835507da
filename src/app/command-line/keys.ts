import { join } from 'node:path';
import { pino } from 'pino';
import { systemClock } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { closeAndRenew } from '../close-keys.ts';
import type { Config } from '../config.ts';
import { openOwnKeyStore } from '../own-key-store.ts';
import { withInstallation } from './installation.ts';

/** Closes the generation of keys now, beside a running server or alone. */
export function closeKeys(config: Config): Promise<boolean> {
  return withInstallation(config, async ({ appUrl, ownerUrl }) => {
    const database = openDatabase(appUrl);
    try {
      const keyStore = await openOwnKeyStore(database, config, systemClock);
      const log = pino({ base: null }, pino.destination({ dest: join(config.home, 'forestall.log'), mode: 0o600 }));
      const ground = { database, keyStore, clock: systemClock, log };
      const closed = await closeAndRenew(ground, config, ownerUrl);
      console.log(
        closed
          ? `${closed.rewrapped} copies of keys are under generation ${closed.generation}; the ones before are destroyed.`
          : 'Another process is closing the keys just now.',
      );
      console.log('Back up the keys now, over the last copy: an older one still opens what was shredded.');
      return closed !== null;
    } finally {
      await database.close();
    }
  });
}
