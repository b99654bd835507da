import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemChance } from '../chance.ts';
import { openFileStore } from './file-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forestall-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const gigabyte = 2 ** 30;
const roomOn = (total: number, available: number) =>
  openFileStore(folder, systemChance, async () => ({
    total: total * gigabyte,
    available: available * gigabyte,
  })).hasRoom();

describe('file-store', () => {
  it('has no room once four fifths of the disk are used and little is left', async () => {
    const rooms = await Promise.all([roomOn(20, 4.1), roomOn(20, 3.9), roomOn(500, 60), roomOn(500, 9), roomOn(2, 0)]);

    expect(rooms).toEqual([true, false, true, false, false]);
  });

  it('asks the disk itself where nothing else is said', async () => {
    expect(typeof (await openFileStore(join(folder, 'new'), systemChance).hasRoom())).toBe('boolean');
  });
});
