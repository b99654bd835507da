import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { OperatorFault } from '../operator-fault.ts';

/** The kernel's limit for the path of a socket, less the zero at its end. */
const LONGEST_SOCKET_PATH = 107;
const SOCKET_NAME = '.s.PGSQL.5432';

/** Where the sockets of a data folder lie: beside it, or in the system's temporary folder when that path is too long. */
export function socketFolderOf(dataDirectory: string): string {
  const name = `forestall-${userInfo().uid}-${createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12)}`;
  const places = [join(dirname(dataDirectory), 'run'), join(tmpdir(), name), join('/tmp', name)];
  return places.find((place) => Buffer.byteLength(join(place, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) ?? places[2]!;
}

/** Makes the folder for this user alone, or refuses one that somebody else prepared. */
export function makeSocketFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  const me = userInfo().uid;
  if (!lstatSync(folder).isDirectory() || (uid !== me && me !== 0)) {
    throw new OperatorFault(`${folder} belongs to somebody else: remove it and start again.`);
  }
  chmodSync(folder, 0o700);
}

/** Tells whether a living process holds the folder. */
export function isHeld(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(folder, 'held'));
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Holds the folder until `release`; the system lets go by itself when this process dies. Refuses a folder held by another. */
export async function holdFolder(folder: string, dataDirectory: string): Promise<{ release(): void }> {
  if (await isHeld(folder)) throw inUse(dataDirectory);
  rmSync(join(folder, 'held'), { force: true });
  const server = await listening(join(folder, 'held')).catch(() => {
    throw inUse(dataDirectory);
  });
  return { release: () => void server.close() };
}

function listening(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject).listen(path, () => resolve(server.unref()));
  });
}

function inUse(dataDirectory: string): OperatorFault {
  return new OperatorFault(
    `Another Forestall is using ${dirname(dataDirectory)}: stop it first, or set FORESTALL_HOME.`,
  );
}
