import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterExists, DATABASE, makeCluster, OWNER } from './cluster.ts';
import { keepRunning } from './keep-running.ts';
import { completeLibraries, copyOfBinaries } from './native-folder.ts';
import { holdFolder, isHeld, makeSocketFolder, socketFolderOf } from './socket-folder.ts';
import { chooseRunner, type Runner } from './unprivileged.ts';

export type Launch = {
  dataDirectory: string;
  ownerPassword: string;
  log: (line: string) => void;
  /** Where it is said that the database ended by itself and was started again; the log where nothing is given. */
  say?: (line: string) => void;
  /** The folder of PostgreSQL's programs, when somebody chose one (`FORESTALL_POSTGRES`). */
  chosenBinaries?: string | undefined;
  /** Off only for tests. */
  durable?: boolean;
  /** Ways of running that this system is taken not to have. */
  without?: Runner['how'][];
};

export type LaunchedPostgres = {
  ownerUrl: string;
  socketDirectory: string;
  port: number;
  version: string;
  stop(): Promise<void>;
};

const PORT = 5432;

/**
 * Starts our own PostgreSQL on a data folder, made first if there is none. It listens on a socket that only this user reaches,
 * flushes every commit, and ends when we end. One at a time: a folder that another Forestall holds is refused.
 */
export async function launchPostgres(launch: Launch): Promise<LaunchedPostgres> {
  const { dataDirectory } = launch;
  mkdirSync(dirname(dataDirectory), { recursive: true, mode: 0o700 });
  const socketDirectory = socketFolderOf(dataDirectory);
  makeSocketFolder(socketDirectory);
  const hold = await holdFolder(socketDirectory, dataDirectory);
  try {
    const { version, stop } = await start(launch, socketDirectory);
    const ownerUrl = urlOf(socketDirectory, launch.ownerPassword);
    return { ownerUrl, socketDirectory, port: PORT, version, stop: () => stop().finally(hold.release) };
  } catch (error) {
    hold.release();
    throw error;
  }
}

/** Where the owner reaches the PostgreSQL that another Forestall has started on this folder, if one has. */
export async function runningPostgres(dataDirectory: string, ownerPassword: string): Promise<string | undefined> {
  const socketDirectory = socketFolderOf(dataDirectory);
  return (await isHeld(socketDirectory)) ? urlOf(socketDirectory, ownerPassword) : undefined;
}

async function start(launch: Launch, socketDirectory: string): Promise<{ version: string; stop(): Promise<void> }> {
  const { dataDirectory, log, durable = true } = launch;
  const runner = chooseRunner(dataDirectory, launch.without);
  const binaries = runnable(findBinaries(dataDirectory, launch.chosenBinaries), runner, dataDirectory);
  runner.hand(socketDirectory);
  if (!clusterExists(dataDirectory)) {
    log(`Making a database with PostgreSQL ${binaries.version}.`);
    makeCluster({ ...launch, binaries, runner, durable });
  }
  const { stop } = await keepRunning(
    { dataDirectory, socketDirectory, binaries, runner, durable, log },
    launch.say ?? log,
  );
  return { version: binaries.version, stop };
}

function runnable(binaries: Binaries, runner: Runner, dataDirectory: string): Binaries {
  const copyDirectory = join(dirname(dataDirectory), 'postgres-programs');
  if (runner.how !== 'other user' || binaries.source !== 'npm') return completeLibraries(binaries, copyDirectory);
  const copy = copyOfBinaries(binaries, copyDirectory);
  if (existsSync(copyDirectory)) runner.hand(copyDirectory);
  return copy;
}

function urlOf(socketDirectory: string, ownerPassword: string): string {
  return `postgresql://${OWNER}:${ownerPassword}@localhost:${PORT}/${DATABASE}?host=${encodeURIComponent(socketDirectory)}`;
}
