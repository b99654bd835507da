import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OpenWith, SealTo } from '../../platform/backup/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { OperatorFault } from '../../platform/operator-fault.ts';
import { backUp, restore, stamp } from '../archives.ts';
import type { Config } from '../config.ts';
import { withInstallation } from './installation.ts';

export type BackupOptions = { data: string; keys: string; recipient?: string[] };
export type RestoreOptions = { data: string; keys: string; identity?: string };

/** Writes a sealed backup: a new file of data, and in place of the last one a file of keys. */
export function makeBackup(config: Config, options: BackupOptions): Promise<boolean> {
  const dataFile = join(folder(options.data), `forestall-${config.mode}-${stamp(systemClock)}.age`);
  const keyFile = join(folder(options.keys), `forestall-${config.mode}-keys.age`);
  const sealTo = sealing(options.recipient);
  return withInstallation(config, async ({ ownerUrl }) => {
    const rows = await backUp(config, ownerUrl, { dataFile, keyFile }, sealTo, systemClock);
    console.log(`${rows} rows are safe in\n  ${dataFile}\n  ${keyFile}`);
    return true;
  });
}

/** Restores a backup into a new, empty installation. */
export function restoreBackup(config: Config, options: RestoreOptions): Promise<boolean> {
  const openWith = opening(options.identity);
  const places = { dataFile: resolve(options.data), keyFile: resolve(options.keys) };
  return withInstallation(config, async ({ ownerUrl }) => {
    const rows = await restore(config, ownerUrl, places, openWith);
    console.log(`${rows} rows are back. Start Forestall to bring them up to date.`);
    return true;
  });
}

/** Whom an archive is sealed to: those named, else whoever knows the passphrase in the environment. */
export function sealing(recipients: string[] | undefined): SealTo {
  return recipients?.length ? { recipients } : { passphrase: passphrase('--recipient age1…') };
}

/** What opens an archive: the key in a file, else the passphrase in the environment. */
export function opening(identityFile: string | undefined): OpenWith {
  if (!identityFile) return { passphrase: passphrase('--identity <file>') };
  if (!existsSync(identityFile)) throw new OperatorFault(`There is no file ${identityFile}.`);
  const line = readFileSync(identityFile, 'utf8')
    .split('\n')
    .find((one) => one.startsWith('AGE-SECRET-KEY-'));
  if (!line) throw new OperatorFault(`${identityFile} holds no age key.`);
  return { identity: line.trim() };
}

function passphrase(otherwise: string): string {
  const given = process.env.FORESTALL_BACKUP_PASSPHRASE;
  if (!given) throw new OperatorFault(`Say who can open it: ${otherwise}, or set FORESTALL_BACKUP_PASSPHRASE.`);
  return given;
}

function folder(path: string): string {
  const full = resolve(path);
  try {
    mkdirSync(full, { recursive: true, mode: 0o700 });
  } catch {
    throw new OperatorFault(`Forestall cannot write to ${full}.`);
  }
  return full;
}
