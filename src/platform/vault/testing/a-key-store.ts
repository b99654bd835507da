import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyStore, openKeyStore } from '../key-store.ts';

/** A key store of its own for one test, in a temporary folder. */
export function aKeyStore(): KeyStore {
  return openKeyStore(mkdtempSync(join(tmpdir(), 'forestall-keys-')));
}
