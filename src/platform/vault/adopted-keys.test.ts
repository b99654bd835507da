import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adoptedKeys } from './adopted-keys.ts';

const community = '01a207d9-2100-78f6-bc10-029ab6993204';
const keys = [{ receiptPepper: Buffer.alloc(32, 7), locatorKey: Buffer.alloc(32, 8) }];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forestall-adopted-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('adopted-keys', () => {
  it('gives none where a community brought none along', () => {
    expect(adoptedKeys(folder).adoptedReceiptKeys(community)).toEqual([]);
  });

  it('gives what a community brought along, also to the next process, and the same without reading again', () => {
    adoptedKeys(folder).adoptReceiptKeys(community, keys);

    const next = adoptedKeys(folder);
    const first = next.adoptedReceiptKeys(community);

    expect(first).toEqual(keys);
    expect(next.adoptedReceiptKeys(community)).toBe(first);
  });

  it.each(['../../../../etc/passwd', `../${community}`, `${community}/..`, 'none', ''])(
    'opens no file by a name that is no id: %j',
    (name) => {
      const { adoptedReceiptKeys, adoptReceiptKeys } = adoptedKeys(folder);

      expect(() => adoptedReceiptKeys(name)).toThrow('named by its id');
      expect(() => adoptReceiptKeys(name, keys)).toThrow('named by its id');
    },
  );
});
