import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import {
  type Contents,
  inOneSnapshot,
  type OpenWith,
  removeCertified,
  replaceByArchive,
  restoreArchive,
  type SealTo,
  writeArchive,
} from '../platform/backup/index.ts';
import type { Clock } from '../platform/clock.ts';
import { OperatorFault } from '../platform/operator-fault.ts';
import { moveOver } from '../platform/vault/index.ts';
import { type Config, fileFolderOf, keyFolderOf, migrationsFolder } from './config.ts';

/** Where a backup lies. The two belong in different places: of the keys only the latest copy may exist, or nothing is ever shredded. */
export type Places = { dataFile: string; keyFile: string };

/** Wrapped keys and certificates of destruction follow the keys, and a session must not come back to life. */
const TABLES_OF_KEYS = ['wrapped_copies', 'shreddings'];
const TABLES_OF_A_MOMENT = ['sessions', 'sign_in_challenges'];
/** Passwords belong to one database server: the one restored to has its own. */
const KEPT_HERE = ['database-passwords.json'];

/** Writes data and keys of one moment as two sealed files; an older file of keys is replaced. Answers how many rows there were. */
export async function backUp(
  config: Config,
  ownerUrl: string,
  places: Places,
  sealTo: SealTo,
  clock: Clock,
): Promise<number> {
  return inOneSnapshot(ownerUrl, async (client) => {
    const write = (path: string, contents: Contents) =>
      writeWhole(path, (to) => writeArchive(client, contents, { sealTo, clock, to }));
    const data = await write(places.dataFile, dataOf(config));
    const keys = await write(places.keyFile, keysOf(config));
    return Object.values({ ...data, ...keys }).reduce((sum, rows) => sum + rows, 0);
  });
}

/**
 * Writes the latest keys over every copy of them that this installation keeps of itself, since an older one would open what
 * was shredded meanwhile. Copies at a second place are the next backup's work.
 */
export async function renewOwnKeyFile(config: Config, ownerUrl: string, clock: Clock): Promise<void> {
  const keyFile = join(backupFolderOf(config), OWN_KEY_FILE);
  if (!existsSync(keyFile)) return;
  const recipients = [await identityToRecipient(await ownIdentity(config))];
  await inOneSnapshot(ownerUrl, (client) =>
    writeWhole(keyFile, (to) => writeArchive(client, keysOf(config), { sealTo: { recipients }, clock, to })),
  );
}

/** Puts a backup into an installation that holds nothing yet; refuses one that has data or keys of its own. */
export async function restore(config: Config, ownerUrl: string, places: Places, openWith: OpenWith): Promise<number> {
  if (existsSync(join(keyFolderOf(config), 'keys.json'))) {
    throw new OperatorFault(`${config.home} already has keys of its own: restore into a new FORESTALL_HOME.`);
  }
  const folders = { files: fileFolderOf(config), keys: keyFolderOf(config) };
  const from = (file: string) => ({
    ownerUrl,
    migrationsFolder,
    openWith,
    folders,
    from: createReadStream(readable(file)),
  });
  const data = await restoreArchive(from(places.dataFile));
  const keys = await replaceByArchive(from(places.keyFile));
  await removeCertified(ownerUrl, 'shreddings', ['reports', 'cases']);
  return Object.values({ ...data, ...keys }).reduce((sum, rows) => sum + rows, 0);
}

/** Where a backup goes that is made before the database's shape changes, sealed to a key in the key folder. */
export async function placesBefore(config: Config, clock: Clock): Promise<{ places: Places; sealTo: SealTo }> {
  const folder = backupFolderOf(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dataFile = join(folder, `before-upgrade-${stamp(clock)}.age`);
  return {
    places: { dataFile, keyFile: join(folder, OWN_KEY_FILE) },
    sealTo: { recipients: [await identityToRecipient(await ownIdentity(config))] },
  };
}

const OWN_KEY_FILE = 'keys.age';
const backupFolderOf = ({ home }: Config) => join(home, 'backups');
const ownIdentity = (config: Config) => identityOf(join(keyFolderOf(config), 'backup-identity.txt'));

/** A moment as it may stand in a file's name. */
export function stamp(clock: Clock): string {
  return clock.now().toISOString().replaceAll(/[:.]/g, '-');
}

function dataOf(config: Config): Contents {
  const left = [...TABLES_OF_KEYS, ...TABLES_OF_A_MOMENT];
  const includes = (file: string) => !file.endsWith('.part');
  return {
    includes: (table) => !left.includes(table),
    folders: [{ name: 'files', path: fileFolderOf(config), includes }],
  };
}

function keysOf(config: Config): Contents {
  const includes = (file: string) => !KEPT_HERE.includes(file) && !file.endsWith('.new');
  return {
    includes: (table) => TABLES_OF_KEYS.includes(table),
    folders: [{ name: 'keys', path: keyFolderOf(config), includes }],
  };
}

async function writeWhole<T>(
  path: string,
  write: (to: ReturnType<typeof createWriteStream>) => Promise<T>,
): Promise<T> {
  const draft = `${path}.part`;
  const answer = await write(createWriteStream(draft, { mode: 0o600, flush: true }));
  moveOver(draft, path);
  return answer;
}

async function identityOf(path: string): Promise<string> {
  if (!existsSync(path)) writeFileSync(path, `${await generateIdentity()}\n`, { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

function readable(file: string): string {
  if (!existsSync(file)) throw new OperatorFault(`There is no file ${file}.`);
  return file;
}
