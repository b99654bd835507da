import type { Logger } from 'pino';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Database } from './db/database.ts';
import type { FileStore } from './files/file-store.ts';
import type { KeyStore } from './vault/index.ts';

/** What every command stands on; time, chance and storage come in from here and from nowhere else. */
export type Ground = {
  database: Database;
  keyStore: KeyStore;
  files: FileStore;
  clock: Clock;
  chance: Chance;
  log: Logger;
  /** The address that people reach, without a slash at its end. */
  publicUrl: string;
  mode: 'demo' | 'main';
  /** True where passwords alone may sign in: demo people, on loopback only. */
  passwordAloneSuffices: boolean;
};
