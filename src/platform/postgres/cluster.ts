import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFault } from '../operator-fault.ts';
import type { Binaries } from './binaries.ts';
import type { Runner } from './unprivileged.ts';

export const DATABASE = 'forestall';
export const OWNER = 'forestall_owner';

export type NewCluster = {
  dataDirectory: string;
  binaries: Binaries;
  runner: Runner;
  ownerPassword: string;
  /** False only for tests: neither flushed to disk nor meant to stay; its owner may make more databases. */
  durable: boolean;
};

/** Makes an empty cluster with one database and its owner, whole or not at all. Its superuser has no password: nobody signs in as it. */
export function makeCluster(cluster: NewCluster): void {
  const { dataDirectory, binaries, runner } = cluster;
  refuseStrangers(dataDirectory);
  const making = `${dataDirectory}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  runner.hand(making);
  run(runner, join(binaries.directory, 'initdb'), ['-D', making, ...initialArguments(cluster)], '');
  writeFileSync(join(making, 'pg_hba.conf'), 'local all all scram-sha-256\n');
  run(runner, join(binaries.directory, 'postgres'), ['--single', '-D', making, 'template1'], firstStatements(cluster));
  renameSync(making, dataDirectory);
}

/** Tells whether a data folder holds a cluster. */
export function clusterExists(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, 'PG_VERSION'));
}

/** Bytes decide the order of text: it is the same under every library, so an index survives a change of programs. */
function initialArguments({ binaries, durable }: NewCluster): string[] {
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : [`--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`];
  const flush = durable ? [] : ['--no-sync'];
  return [
    '--no-locale',
    ...locale,
    ...flush,
    '--encoding=UTF8',
    '--data-checksums',
    '--username=forestall_superuser',
    '--auth=trust',
  ];
}

function firstStatements({ ownerPassword, durable }: NewCluster): string {
  const more = durable ? '' : ' createdb';
  return [
    `create role ${OWNER} login createrole bypassrls${more} password '${ownerPassword}'`,
    `create database ${DATABASE} owner ${OWNER}`,
    `revoke all on database ${DATABASE} from public`,
    '',
  ].join(';\n');
}

function refuseStrangers(dataDirectory: string): void {
  if (!existsSync(dataDirectory) || readdirSync(dataDirectory).length === 0) return;
  throw new OperatorFault(`${dataDirectory} holds files that are not Forestall's database: move them away.`);
}

function run(runner: Runner, program: string, programArguments: string[], input: string): void {
  const command = runner.command(program, programArguments);
  const result = spawnSync(command.file, command.arguments, { ...command.options, input, encoding: 'utf8' });
  if (result.status === 0) return;
  throw new OperatorFault(`PostgreSQL could not be set up: ${result.error?.message ?? lastLine(result.stderr)}`);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
