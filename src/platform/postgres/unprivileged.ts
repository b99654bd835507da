import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorFault } from '../operator-fault.ts';

/** A way to start a program that is not root in its own eyes, which PostgreSQL insists on. */
export type Runner = {
  how: 'as is' | 'user namespace' | 'other user';
  command(program: string, programArguments: string[]): { file: string; arguments: string[]; options: SpawnOptions };
  /** Gives a folder, with all in it, to the one who will run. */
  hand(path: string): void;
};

const asIs: Runner = {
  how: 'as is',
  command: (file, programArguments) => ({ file, arguments: programArguments, options: {} }),
  hand: () => {},
};

/** Chooses how to run: as is for an ordinary user; for root a user namespace, else another user's identity. */
export function chooseRunner(dataDirectory: string, forbid: Runner['how'][] = []): Runner {
  if (process.getuid?.() !== 0) return asIs;
  const owner = existsSync(dataDirectory) ? statSync(dataDirectory).uid : 0;
  if (owner !== 0) return otherUser(owner, statSync(dataDirectory).gid, dataDirectory);
  const { uid, gid } = anyOrdinaryUser();
  if (!forbid.includes('user namespace') && namespaceWorks(uid, gid)) return userNamespace(uid, gid);
  return otherUser(uid, gid, dataDirectory);
}

function userNamespace(uid: number, gid: number): Runner {
  return {
    how: 'user namespace',
    command: (program, programArguments) => ({
      file: 'unshare',
      arguments: [...namespaceArguments(uid, gid), program, ...programArguments],
      options: {},
    }),
    hand: () => {},
  };
}

function otherUser(uid: number, gid: number, dataDirectory: string): Runner {
  const home = dirname(dataDirectory);
  chmodSync(home, 0o711);
  refuseClosedParents(home, uid);
  return {
    how: 'other user',
    command: (file, programArguments) => ({ file, arguments: programArguments, options: { uid, gid } }),
    hand: (path) => giveAway(path, uid, gid),
  };
}

function namespaceArguments(uid: number, gid: number): string[] {
  return ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
}

function namespaceWorks(uid: number, gid: number): boolean {
  return spawnSync('unshare', [...namespaceArguments(uid, gid), 'true'], { stdio: 'ignore' }).status === 0;
}

/** PostgreSQL looks its user up by number, so it must be one that the system knows. */
function anyOrdinaryUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody') ?? users[0];
  if (!user) throw new OperatorFault('PostgreSQL does not run as root, and this system has no other user: add one.');
  return user;
}

function refuseClosedParents(path: string, uid: number): void {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { mode, uid: owner } = statSync(folder);
    if ((mode & 0o001) === 0 && owner !== uid) throw new OperatorFault(closedParent(folder));
  }
}

function closedParent(folder: string): string {
  return `PostgreSQL does not run as root, and ${folder} is closed to other users: run as an ordinary user, or set FORESTALL_HOME to an open place.`;
}

function giveAway(path: string, uid: number, gid: number): void {
  if (lstatSync(path).isSymbolicLink()) return;
  chownSync(path, uid, gid);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name), uid, gid);
}
