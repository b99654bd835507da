import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyStore, openKeyStore } from '../key-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'forestall-keys-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A key store of its own for one test, in a temporary folder, which a process that ends by itself removes. */
export function aKeyStore(): KeyStore {
  return openKeyStore(mkdtempSync(join(folder, 'store-')));
}
