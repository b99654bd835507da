import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deriveKey, keyLength } from './cipher.ts';
import { KeyStoreUnavailable } from './errors.ts';
import { createFile, replaceFile } from './key-file.ts';

/** The keys of one installation, which live outside the database and outside its backups. */
export type KeyStore = {
  /** Names this store without telling anything of it: a database remembers whose keys it was written with. */
  readonly identity: string;
  readonly receiptPepper: Buffer;
  readonly locatorKey: Buffer;
  /** Ed25519: signs the checkpoints of the audit log. */
  readonly checkpointKey: { privateKey: KeyObject; publicKey: Buffer };
  /** A key for content that the running server may open by itself (class *standard*). */
  installationSecret(purpose: string): Buffer;
  /** The newest generation, also when another process has just made it. */
  readonly currentGeneration: number;
  readonly generations: readonly number[];
  generationKey(generation: number): Buffer;
  /** Makes the next generation current and returns its number. One close at a time: the caller holds the lock for it. */
  addGeneration(): number;
  /** Removes an older generation for ever: whatever is still wrapped under it never opens again. */
  destroyGeneration(generation: number): void;
};

type Keys = { root: Buffer; generations: Map<number, Buffer> };

/**
 * Opens the key store in `directory`, making it at first use. With `mayCreate: false` (the database already holds content)
 * a missing store is an error instead, since new keys would open nothing. Throws `KeyStoreUnavailable`.
 */
export function openKeyStore(directory: string, { mayCreate = true } = {}): KeyStore {
  const path = join(directory, 'keys.json');
  if (mayCreate) createWhereMissing(directory, path);
  const keys = keysKeptFresh(path);
  const { root } = keys();
  const checkpointKey = signingKey(deriveKey(root, 'checkpoint signing'));
  const store: KeyStore = {
    identity: createHash('sha256').update(checkpointKey.publicKey).digest('hex').slice(0, 16),
    receiptPepper: deriveKey(root, 'receipt pepper'),
    locatorKey: deriveKey(root, 'receipt locator'),
    checkpointKey,
    installationSecret: (purpose) => deriveKey(root, 'installation secret', purpose),
    get currentGeneration() {
      return Math.max(...keys().generations.keys());
    },
    get generations() {
      return [...keys().generations.keys()].sort((a, b) => a - b);
    },
    generationKey: (generation) => keys().generations.get(generation) ?? refuseUnknown(generation),
    addGeneration: () => {
      const next = store.currentGeneration + 1;
      write(path, { root, generations: new Map(keys().generations).set(next, randomBytes(keyLength)) });
      return next;
    },
    destroyGeneration: (generation) => {
      if (generation === store.currentGeneration) {
        throw new KeyStoreUnavailable(
          'in-use',
          `Key generation ${generation} is the current one and cannot be destroyed.`,
        );
      }
      const generations = new Map(keys().generations);
      if (!generations.delete(generation)) refuseUnknown(generation);
      write(path, { root, generations });
    },
  };
  return store;
}

function createWhereMissing(directory: string, path: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (statSync(path, { throwIfNoEntry: false })) return;
    createFile(path, asText({ root: randomBytes(keyLength), generations: new Map([[1, randomBytes(keyLength)]]) }));
  } catch {
    throw new KeyStoreUnavailable(
      'unreadable',
      `The key store cannot be made in ${directory}: is the folder writable?`,
    );
  }
}

/** Gives the keys as the file has them now; reads it again only when it was replaced. */
function keysKeptFresh(path: string): () => Keys {
  let seen = '';
  let keys: Keys | undefined;
  return () => {
    const stamp = stampOf(path);
    if (!keys || stamp !== seen) keys = read(path);
    seen = stamp;
    return keys;
  };
}

function stampOf(path: string): string {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!file)
    throw new KeyStoreUnavailable(
      'missing',
      `The key store ${path} is missing: put its latest copy back before starting.`,
    );
  if (process.platform !== 'win32' && (file.mode & 0o077n) !== 0n) {
    throw new KeyStoreUnavailable(
      'open-to-others',
      `The key store ${path} can be read by others: run chmod 600 on it.`,
    );
  }
  return `${file.ino} ${file.mtimeNs} ${file.ctimeNs} ${file.size}`;
}

function read(path: string): Keys {
  return parse(readText(path)) ?? parse(readText(path)) ?? refuseDamaged(path);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new KeyStoreUnavailable(
      'unreadable',
      `The key store ${path} cannot be read: does it belong to the user that runs Forestall?`,
    );
  }
}

/** Undefined when damaged; read twice, since another process may be blanking the file that we had just opened. */
function parse(text: string): Keys | undefined {
  try {
    const { format, root, generations } = JSON.parse(text);
    const entries = Object.entries<string>(generations).map(([number, key]) => [Number(number), keyFrom(key)] as const);
    if (format !== 1 || entries.length === 0) return undefined;
    return { root: keyFrom(root), generations: new Map(entries) };
  } catch {
    return undefined;
  }
}

function keyFrom(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyLength) throw new RangeError('A key has 32 bytes');
  return key;
}

function write(path: string, keys: Keys): void {
  try {
    replaceFile(path, asText(keys));
  } catch {
    throw new KeyStoreUnavailable(
      'unreadable',
      `The key store ${path} cannot be written: is there room, and is the folder writable?`,
    );
  }
}

function asText({ root, generations }: Keys): string {
  const keys = Object.fromEntries([...generations].map(([number, key]) => [number, key.toString('base64')]));
  return `${JSON.stringify({ format: 1, root: root.toString('base64'), generations: keys }, null, 2)}\n`;
}

function refuseUnknown(generation: number): never {
  throw new KeyStoreUnavailable(
    'no-such-generation',
    `Key generation ${generation} is not in the key store: it was destroyed, or this is another installation's store.`,
  );
}

function refuseDamaged(path: string): never {
  throw new KeyStoreUnavailable(
    'damaged',
    `The key store ${path} is damaged: put its latest copy back before starting.`,
  );
}

function signingKey(seed: Buffer): KeyStore['checkpointKey'] {
  const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { privateKey, publicKey: Buffer.from(x!, 'base64url') };
}
