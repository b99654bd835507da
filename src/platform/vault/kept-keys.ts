import { randomBytes } from 'node:crypto';
import { type BigIntStats, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { keyLength } from './cipher.ts';
import { KeyStoreUnavailable } from './errors.ts';
import { createFile, replaceFile } from './key-file.ts';

/** What the key file holds: the root of the installation's lasting keys, and the generations by number. */
export type Keys = { root: Buffer; generations: ReadonlyMap<number, Buffer> };

/** Makes the key file with its first generation; a file that is there already, or made meanwhile, is left as it is. */
export function createWhereMissing(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (statSync(path, { throwIfNoEntry: false })) return;
    createFile(path, asText({ root: newKey(), generations: new Map([[1, newKey()]]) }));
  } catch {
    throw new KeyStoreUnavailable('unreadable', `The key store ${path} cannot be made: is the folder writable?`);
  }
}

/** Gives the keys as the file has them at each call; reads it again only when it was replaced. */
export function keysKeptFresh(path: string): () => Keys {
  let seen = '';
  let keys: Keys | undefined;
  return () => {
    const stamp = stampOf(path);
    if (!keys || stamp !== seen) keys = read(path);
    seen = stamp;
    return keys;
  };
}

/** Replaces all generations at once; the root stays. */
export function replaceGenerations(path: string, { root }: Keys, generations: Keys['generations']): void {
  try {
    replaceFile(path, asText({ root, generations }));
  } catch {
    throw new KeyStoreUnavailable('unreadable', `The key store ${path} cannot be written: is there room?`);
  }
}

export function newKey(): Buffer {
  return randomBytes(keyLength);
}

function stampOf(path: string): string {
  const { ino, mtimeNs, ctimeNs, size, mode } = statusOf(path);
  if (process.platform !== 'win32' && (mode & 0o077n) !== 0n) {
    throw new KeyStoreUnavailable('open-to-others', `The key store ${path} is open to others: run chmod 600 on it.`);
  }
  return `${ino} ${mtimeNs} ${ctimeNs} ${size}`;
}

function statusOf(path: string): BigIntStats {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return refuseUnreadable(path);
    throw new KeyStoreUnavailable('missing', `The key store ${path} is missing: put its latest copy back.`);
  }
}

/** Reads twice before calling it damaged, since another process may be blanking the file that we had just opened. */
function read(path: string): Keys {
  const keys = parse(textOf(path)) ?? parse(textOf(path));
  if (!keys) throw new KeyStoreUnavailable('damaged', `The key store ${path} is damaged: put its latest copy back.`);
  return keys;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuseUnreadable(path);
  }
}

function parse(text: string): Keys | undefined {
  try {
    const { format, root, generations } = JSON.parse(text);
    const entries = Object.entries<string>(generations).map(([number, key]) => [Number(number), keyFrom(key)] as const);
    const isWhole = format === 1 && entries.length > 0 && entries.every(([number]) => Number.isSafeInteger(number));
    return isWhole ? { root: keyFrom(root), generations: new Map(entries) } : undefined;
  } catch {
    return undefined;
  }
}

function keyFrom(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyLength) throw new RangeError('A key has 32 bytes');
  return key;
}

function asText({ root, generations }: Keys): string {
  const keys = Object.fromEntries([...generations].map(([number, key]) => [number, key.toString('base64')]));
  return `${JSON.stringify({ format: 1, root: root.toString('base64'), generations: keys }, null, 2)}\n`;
}

function refuseUnreadable(path: string): never {
  throw new KeyStoreUnavailable('unreadable', `The key store ${path} cannot be read: does it belong to this user?`);
}
