import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { slowHash } from './argon2id.ts';
import {
  lockPrivateKeyWith,
  lockPrivateKeyWithPassword,
  newKeyPair,
  newRecordKey,
  SealBroken,
  unlockPrivateKeyWith,
  unlockPrivateKeyWithPassword,
} from './index.ts';

describe('private-key-locks', () => {
  it('gives the pair back for the password and nothing for another', async () => {
    const pair = newKeyPair();
    const locked = await lockPrivateKeyWithPassword(pair.privateKey, 'a long enough phrase');

    const right = await unlockPrivateKeyWithPassword(locked, 'a long enough phrase');
    const wrong = await unlockPrivateKeyWithPassword(locked, 'a long enough phrasE');

    expect(right).toEqual(pair);
    expect(wrong).toBeNull();
  });

  it('draws a new salt for each lock, and calls what is no lock broken', async () => {
    const { privateKey } = newKeyPair();
    const [one, other] = [
      await lockPrivateKeyWithPassword(privateKey, 'a long enough phrase'),
      await lockPrivateKeyWithPassword(privateKey, 'a long enough phrase'),
    ];
    const anotherFormat = Buffer.from(one);
    anotherFormat[0] = 0x02;

    expect(one.subarray(6, 22)).not.toEqual(other.subarray(6, 22));
    for (const noLock of [anotherFormat, one.subarray(0, 21), Buffer.alloc(0)])
      await expect(unlockPrivateKeyWithPassword(noLock, 'a long enough phrase')).rejects.toThrow(SealBroken);
  });

  it('takes the same password however the keyboard composed its accents', async () => {
    const locked = await lockPrivateKeyWithPassword(newKeyPair().privateKey, 'cami\u0301 de la font');

    const unlocked = await unlockPrivateKeyWithPassword(locked, 'cam\u00ed de la font');

    expect(unlocked).not.toBeNull();
  });

  it('carries its own cost: 32 MiB, three passes', async () => {
    const locked = await lockPrivateKeyWithPassword(newKeyPair().privateKey, 'phrase');

    const cost = [locked.readUInt32BE(1), locked.readUInt8(5)];

    expect(cost).toEqual([32_768, 3]);
  });

  it.each([
    ['all of the memory', 0xffff_ffff, 3],
    ['hours of work', 32_768, 255],
    ['no work at all', 32_768, 0],
  ])('refuses a changed row that asks for %s', async (_, memoryKib, passes) => {
    const locked = await lockPrivateKeyWithPassword(newKeyPair().privateKey, 'phrase');
    locked.writeUInt32BE(memoryKib, 1);
    locked.writeUInt8(passes, 5);

    const unlock = unlockPrivateKeyWithPassword(locked, 'phrase');

    await expect(unlock).rejects.toThrow(SealBroken);
  });

  it('locks under 32 random bytes of a passkey or a cookie', () => {
    const pair = newKeyPair();
    const secret = newRecordKey();

    const locked = lockPrivateKeyWith(secret, pair.privateKey);

    expect(unlockPrivateKeyWith(secret, locked)).toEqual(pair);
    expect(unlockPrivateKeyWith(newRecordKey(), locked)).toBeNull();
  });

  it('hashes as the other implementation of Argon2id does', async () => {
    const [salt, pepper] = [newRecordKey().subarray(0, 16), newRecordKey()];

    const ours = await slowHash('123456', salt, { memoryKib: 4096, passes: 1 }, pepper);

    const parameters = {
      message: '123456',
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 4096,
      passes: 1,
      secret: pepper,
    };
    expect(ours).toEqual(argon2Sync('argon2id', parameters));
  });
});
