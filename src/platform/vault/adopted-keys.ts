import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyStoreUnavailable } from './errors.ts';
import { replaceFile } from './key-file.ts';
import type { KeyStore, ReceiptKeys } from './key-store.ts';

const ownName = /^[0-9a-f-]{36}$/;

/** Keys of receipts that communities brought along, one file each beside the installation's own keys. */
export function adoptedKeys(directory: string): Pick<KeyStore, 'adoptedReceiptKeys' | 'adoptReceiptKeys'> {
  const known = new Map<string, readonly ReceiptKeys[]>();
  const pathOf = (community: string) => {
    if (!ownName.test(community)) throw new Error('a community is named by its id');
    return join(directory, 'receipts', `${community}.json`);
  };
  return {
    adoptedReceiptKeys(community) {
      const kept = known.get(community);
      if (kept || !existsSync(pathOf(community))) return kept ?? [];
      const read = parse(pathOf(community));
      known.set(community, read);
      return read;
    },
    adoptReceiptKeys(community, keys) {
      mkdirSync(join(directory, 'receipts'), { recursive: true, mode: 0o700 });
      replaceFile(pathOf(community), JSON.stringify(keys.map(receiptKeysAsText)));
    },
  };
}

type AsText = { pepper: string; locator: string };

/** A set of receipt keys as it is kept in a file, and back. */
export const receiptKeysAsText = ({ receiptPepper, locatorKey }: ReceiptKeys): AsText => ({
  pepper: receiptPepper.toString('base64'),
  locator: locatorKey.toString('base64'),
});
export const receiptKeysOf = ({ pepper, locator }: AsText): ReceiptKeys => ({
  receiptPepper: Buffer.from(pepper, 'base64'),
  locatorKey: Buffer.from(locator, 'base64'),
});

function parse(path: string): ReceiptKeys[] {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as AsText[]).map(receiptKeysOf);
  } catch {
    throw new KeyStoreUnavailable('damaged', `The key file ${path} is damaged: put its latest copy back.`);
  }
}
