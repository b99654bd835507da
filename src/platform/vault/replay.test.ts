import { describe, expect, it } from 'vitest';
import { idempotencyHash, openReplay, replayBodyHash, SealBroken, sealReplay } from './index.ts';
import { aKeyStore } from './testing/a-key-store.ts';

const key = '6f0c2a1e-6a1e-4a53-9a53-2f9d8f1c7b11';

describe('replay', () => {
  it('gives the same answer to whoever sent the key, and to nobody else', () => {
    const sealed = sealReplay(key, Buffer.from('{"number":"K7Q-4M2"}'));

    expect(openReplay(key, sealed).toString()).toBe('{"number":"K7Q-4M2"}');
    expect(() => openReplay(`${key}0`, sealed)).toThrow(SealBroken);
  });

  it('is found by a hash that needs the key store', () => {
    const keyStore = aKeyStore();

    expect(idempotencyHash(key, keyStore)).toEqual(idempotencyHash(key, keyStore));
    expect(idempotencyHash(key, keyStore)).not.toEqual(idempotencyHash(key, aKeyStore()));
  });

  it('tells another body under the same key from the same one', () => {
    expect(replayBodyHash(key, 'a')).toEqual(replayBodyHash(key, 'a'));
    expect(replayBodyHash(key, 'a')).not.toEqual(replayBodyHash(key, 'b'));
    expect(replayBodyHash(key, 'a')).not.toEqual(replayBodyHash('another', 'a'));
  });
});
