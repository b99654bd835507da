import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorFault } from '../operator-fault.ts';
import type { Binaries } from './binaries.ts';
import type { Runner } from './unprivileged.ts';

export type Start = {
  dataDirectory: string;
  socketDirectory: string;
  binaries: Binaries;
  runner: Runner;
  durable: boolean;
  log: (line: string) => void;
};

const POLL_MILLISECONDS = 20;
/** Where a server was killed by force, its last processes may need a moment to notice. */
const STILL_DYING = /pre-existing shared memory block/;
const ATTEMPTS = 100;

/** Starts the server and answers when it takes connections; says why in one line when it stops before that. `ended` tells its end. */
export async function startPostmaster(start: Start): Promise<{ ended: Promise<void>; stop(): Promise<void> }> {
  await endOrphan(start.dataDirectory);
  for (let attempt = 1; ; attempt += 1) {
    const { child, lines, ended } = spawnPostmaster(start);
    if (await becomesReady(child, start.dataDirectory)) return { ended, stop: stopperOf(child, ended) };
    if (attempt === ATTEMPTS || !lines.some((line) => STILL_DYING.test(line)))
      throw new OperatorFault(whyItStopped(lines));
    await pause(100);
  }
}

async function becomesReady(child: ChildProcess, dataDirectory: string): Promise<boolean> {
  while (!isReady(dataDirectory, child)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return false;
    await pause(POLL_MILLISECONDS);
  }
  return true;
}

function stopperOf(child: ChildProcess, ended: Promise<void>): () => Promise<void> {
  const stopWithUs = () => void child.kill('SIGINT');
  process.once('exit', stopWithUs);
  return async () => {
    process.off('exit', stopWithUs);
    child.kill('SIGINT');
    await ended;
  };
}

/** Its own process group: Ctrl-C in the terminal reaches Forestall first, which stops the database last. */
function spawnPostmaster(start: Start): { child: ChildProcess; lines: string[]; ended: Promise<void> } {
  const { dataDirectory, socketDirectory, binaries, runner, durable } = start;
  const settings = settingsFor(socketDirectory, durable).flatMap((setting) => ['-c', setting]);
  const [program, ...programArguments] = [
    ...dyingWithUs(),
    join(binaries.directory, 'postgres'),
    '-D',
    dataDirectory,
    ...settings,
  ];
  const command = runner.command(program!, programArguments);
  const child = spawn(command.file, command.arguments, {
    ...command.options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, lines: collectLines(child, start.log), ended };
}

function settingsFor(socketDirectory: string, durable: boolean): string[] {
  const flush = durable ? 'on' : 'off';
  return [
    'listen_addresses=',
    `unix_socket_directories="${socketDirectory.replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
    'port=5432',
    'ssl=off',
    `fsync=${flush}`,
    `synchronous_commit=${flush}`,
    `full_page_writes=${flush}`,
    'logging_collector=off',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'lc_messages=C',
    'timezone=UTC',
  ];
}

/** Where the system can, the database is told to stop when this process dies by force. */
function dyingWithUs(): string[] {
  const works = spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0;
  return works ? ['setpriv', '--pdeathsig', 'INT'] : [];
}

function collectLines(child: ChildProcess, log: (line: string) => void): string[] {
  const lines: string[] = [];
  const take = (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n').filter(Boolean)) {
      lines.push(line);
      if (lines.length > 50) lines.shift();
      log(line);
    }
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  child.once('error', (error) => lines.push(error.message));
  return lines;
}

function isReady(dataDirectory: string, child: ChildProcess): boolean {
  const lines = pidFile(dataDirectory);
  return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
}

/** A server whose Forestall was killed: nobody else holds the folder by now, so it is asked to end. */
async function endOrphan(dataDirectory: string): Promise<void> {
  const orphan = Number(pidFile(dataDirectory)[0]);
  if (!orphan || !isPostgres(orphan)) return;
  while (signal(orphan, 'SIGINT')) await pause(POLL_MILLISECONDS);
}

/** A number may have been given to another program since; a system that cannot tell leaves the judgement to PostgreSQL. */
function isPostgres(pid: number): boolean {
  const path = `/proc/${pid}/comm`;
  return existsSync(path) && readFileSync(path, 'utf8').trim() === 'postgres';
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function pidFile(dataDirectory: string): string[] {
  try {
    return readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function whyItStopped(lines: string[]): string {
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return `PostgreSQL did not start: ${fatal.replace(/^.*?(FATAL|PANIC): */, '')}`;
}
