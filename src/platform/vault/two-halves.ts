import { keyLength, newRecordKey } from './cipher.ts';

/** A key that exists only as two halves: each is 32 random bytes and tells nothing by itself. */
export type Halves = { key: Buffer; halfA: Buffer; halfB: Buffer };

/** Makes K = A xor B from the system's randomness. */
export function newHalves(): Halves {
  const [halfA, halfB] = [newRecordKey(), newRecordKey()];
  return { key: joinHalves(halfA, halfB), halfA, halfB };
}

/** Gives K back from both halves. */
export function joinHalves(a: Uint8Array, b: Uint8Array): Buffer {
  if (a.length !== keyLength || b.length !== keyLength) throw new Error('a half of a key has 32 bytes');
  return Buffer.from(a.map((byte, at) => byte ^ b[at]!));
}
