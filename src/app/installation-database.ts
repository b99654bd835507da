import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../platform/chance.ts';
import { migrate } from '../platform/db/migrate.ts';
import { OperatorFault } from '../platform/operator-fault.ts';
import { launchPostgres, runningPostgres } from '../platform/postgres/launch.ts';
import { type Config, keyFolderOf, migrationsFolder } from './config.ts';
import { type DatabasePasswords, databasePasswords } from './database-passwords.ts';

/** Addresses of one database, by what their role may do. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string; sequencerUrl: string };
export type InstallationDatabase = DatabaseUrls & { stop(): Promise<void> };

/**
 * Gives the installation's database: the one named by `DATABASE_URL`, else our own PostgreSQL, started here.
 * With `joinRunning`, one that another Forestall has started is used and left running.
 */
export async function openInstallationDatabase(
  config: Config,
  chance: Chance,
  { joinRunning = false } = {},
): Promise<InstallationDatabase> {
  const passwords = databasePasswords(keyFolderOf(config), chance);
  const { ownerUrl } = config.database;
  if (ownerUrl) return { ...urlsOf(config, ownerUrl, passwords), stop: async () => {} };
  const dataDirectory = join(config.home, 'postgres');
  const running = joinRunning ? await runningPostgres(dataDirectory, passwords.forestall_owner) : undefined;
  if (running) return { ...urlsOf(config, running, passwords), stop: async () => {} };
  return launchOurs(config, dataDirectory, passwords);
}

/** Brings the database to this program's shape, with a backup before any change to one that holds something. */
export async function migrateInstallation(
  config: Config,
  urls: DatabaseUrls,
  chance: Chance,
  backupBefore: () => Promise<void>,
): Promise<string[]> {
  const { forestall_app, forestall_sequencer } = databasePasswords(keyFolderOf(config), chance);
  const passwords = {
    ...(config.database.appUrl ? {} : { forestall_app }),
    ...(config.database.sequencerUrl ? {} : { forestall_sequencer }),
  };
  return migrate(urls.ownerUrl, migrationsFolder, { passwords, backupBefore }).catch(explainUnreachable);
}

async function launchOurs(
  config: Config,
  dataDirectory: string,
  passwords: DatabasePasswords,
): Promise<InstallationDatabase> {
  const logFile = createWriteStream(join(config.home, 'postgres.log'), { flags: 'a', mode: 0o600 });
  const launched = await launchPostgres({
    dataDirectory,
    ownerPassword: passwords.forestall_owner,
    log: (line) => void logFile.write(`${line}\n`),
    say: (line) => console.error(line),
    chosenBinaries: config.chosenPostgres,
  });
  return { ...urlsOf(config, launched.ownerUrl, passwords), stop: () => launched.stop().finally(() => logFile.end()) };
}

function urlsOf(config: Config, ownerUrl: string, passwords: DatabasePasswords): DatabaseUrls {
  return {
    ownerUrl,
    appUrl: config.database.appUrl ?? asRole(ownerUrl, 'forestall_app', passwords.forestall_app),
    sequencerUrl:
      config.database.sequencerUrl ?? asRole(ownerUrl, 'forestall_sequencer', passwords.forestall_sequencer),
  };
}

function asRole(ownerUrl: string, username: string, password: string): string {
  return Object.assign(new URL(ownerUrl), { username, password }).href;
}

/** The driver's words for a server that cannot be reached hold no password, and are all that an operator needs. */
function explainUnreachable(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  const isUnreachable = code !== undefined && /^(E[A-Z]+|28...|3D000|57P03)$/.test(code);
  throw isUnreachable ? new OperatorFault(`The database cannot be used: ${message || code}.`) : error;
}
