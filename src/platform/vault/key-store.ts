import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { adoptedKeys } from './adopted-keys.ts';
import { deriveKey } from './cipher.ts';
import { KeyStoreUnavailable } from './errors.ts';
import { createWhereMissing, keysKeptFresh, newKey, replaceGenerations } from './kept-keys.ts';

/** What finds and opens receipts: the installation's own, or those of another from which a community came. */
export type ReceiptKeys = { readonly receiptPepper: Buffer; readonly locatorKey: Buffer };

/** The keys of one installation, which live outside the database and outside its backups. */
export type KeyStore = {
  /** Names this store without telling anything of it: a database remembers whose keys it was written with. */
  readonly identity: string;
  readonly receiptPepper: Buffer;
  readonly locatorKey: Buffer;
  /** The keys of the receipts that a community brought along from elsewhere, one set for each place where it was before. */
  adoptedReceiptKeys(community: string): readonly ReceiptKeys[];
  /** Keeps them beside the installation's own, which every new receipt is made with. */
  adoptReceiptKeys(community: string, keys: readonly ReceiptKeys[]): void;
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

/**
 * Opens the key store in `directory`, making it at first use. With `mayCreate: false` (the database already holds content)
 * a missing store is an error instead, since new keys would open nothing. Throws `KeyStoreUnavailable`.
 */
export function openKeyStore(directory: string, { mayCreate = true } = {}): KeyStore {
  const path = join(directory, 'keys.json');
  if (mayCreate) createWhereMissing(path);
  const keys = keysKeptFresh(path);
  const newest = () => Math.max(...keys().generations.keys());
  return {
    ...lastingKeys(keys().root),
    ...adoptedKeys(directory),
    get currentGeneration() {
      return newest();
    },
    get generations() {
      return [...keys().generations.keys()].sort((one, other) => one - other);
    },
    generationKey: (generation) => keys().generations.get(generation) ?? refuseUnknown(generation),
    addGeneration: () => {
      const next = newest() + 1;
      replaceGenerations(path, keys(), new Map(keys().generations).set(next, newKey()));
      return next;
    },
    destroyGeneration: (generation) => {
      if (generation === newest()) refuseCurrent(generation);
      const remaining = new Map(keys().generations);
      if (!remaining.delete(generation)) refuseUnknown(generation);
      replaceGenerations(path, keys(), remaining);
    },
  };
}

/** Everything that is derived from the root, and so stays the same as long as the installation. */
function lastingKeys(root: Buffer) {
  const checkpointKey = signingKey(deriveKey(root, 'checkpoint signing'));
  return {
    identity: createHash('sha256').update(checkpointKey.publicKey).digest('hex').slice(0, 16),
    receiptPepper: deriveKey(root, 'receipt pepper'),
    locatorKey: deriveKey(root, 'receipt locator'),
    checkpointKey,
    installationSecret: (purpose: string) => deriveKey(root, 'installation secret', purpose),
  };
}

function signingKey(seed: Buffer): KeyStore['checkpointKey'] {
  const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { privateKey, publicKey: Buffer.from(x!, 'base64url') };
}

function refuseUnknown(generation: number): never {
  const sentence = `Key generation ${generation} is not in the key store: it was destroyed, or the store is another installation's.`;
  throw new KeyStoreUnavailable('no-such-generation', sentence);
}

function refuseCurrent(generation: number): never {
  const sentence = `Key generation ${generation} is the current one and cannot be destroyed.`;
  throw new KeyStoreUnavailable('in-use', sentence);
}
