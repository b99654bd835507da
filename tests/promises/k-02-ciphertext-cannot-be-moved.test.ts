import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CopyContext,
  newKeyPair,
  newRecordKey,
  openField,
  openWithReceipt,
  type Place,
  SealBroken,
  sealField,
  sealWithReceipt,
  unwrapRecordKey,
  wrapForOneself,
  wrapRecordKey,
} from '../../src/platform/vault/index.ts';
import { aKeyStore } from '../../src/platform/vault/testing/a-key-store.ts';

const runs = process.env.FORESTALL_FULL === '1' ? 10_000 : 2_000;
const name = fc.string({ maxLength: 12 });
const place: fc.Arbitrary<Place> = fc.record({
  community: name,
  table: name,
  column: name,
  row: name,
  record: name,
  version: fc.nat(),
});
const copyContext: fc.Arbitrary<CopyContext> = fc.record({ community: name, record: name, recipient: name });

/** Flips one bit, wherever it lies. */
function flip(bytes: Buffer, pick: number): Buffer {
  const flipped = Buffer.from(bytes);
  const bit = pick % (bytes.length * 8);
  flipped[bit >> 3]! ^= 1 << (bit & 7);
  return flipped;
}

/** Every place that differs from `right` in one part only, that part taken from `other`. */
function neighbours<T extends object>(right: T, other: T): T[] {
  const parts = Object.keys(right) as (keyof T)[];
  return parts.filter((part) => right[part] !== other[part]).map((part) => ({ ...right, [part]: other[part] }));
}

describe('K-02 ciphertext cannot be moved', () => {
  it('opens a field in its own place and version only, and not after one flipped bit', () => {
    const recordKey = newRecordKey();

    fc.assert(
      fc.property(place, place, fc.uint8Array({ maxLength: 64 }), fc.nat(), (right, other, words, bit) => {
        const sealed = sealField(recordKey, right, words);

        expect(openField(recordKey, right, sealed)).toEqual(Buffer.from(words));
        for (const wrong of neighbours(right, other))
          expect(() => openField(recordKey, wrong, sealed)).toThrow(SealBroken);
        expect(() => openField(recordKey, right, flip(sealed, bit))).toThrow(SealBroken);
      }),
      { numRuns: runs },
    );
  });

  it('does not open a field whose bytes were exchanged with those of another', () => {
    const [recordKey, anotherKey] = [newRecordKey(), newRecordKey()];

    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(neighbours(one, other).length > 0);
        const [first, second] = [sealField(recordKey, one, 'first'), sealField(recordKey, other, 'second')];

        expect(() => openField(recordKey, one, second)).toThrow(SealBroken);
        expect(() => openField(recordKey, other, first)).toThrow(SealBroken);
        expect(() => openField(anotherKey, one, first)).toThrow(SealBroken);
      }),
      { numRuns: runs },
    );
  });

  it('does not open a wrapped copy for another community, record or recipient, in another form, or after one flipped bit', () => {
    const keyStore = aKeyStore();
    const person = newKeyPair();
    const recordKey = newRecordKey();

    fc.assert(
      fc.property(copyContext, copyContext, fc.nat(), fc.boolean(), (right, other, bit, isOpenedBefore) => {
        const copy = isOpenedBefore
          ? wrapForOneself(recordKey, person, keyStore, right)
          : wrapRecordKey(recordKey, person.publicKey, keyStore, right);
        const open = (context: CopyContext, changes = {}) =>
          unwrapRecordKey({ ...copy, ...changes }, person, keyStore, context);
        const otherForm = isOpenedBefore ? 'sealed-box' : 'symmetric';

        expect(open(right)).toEqual(recordKey);
        for (const wrong of neighbours(right, other)) expect(() => open(wrong)).toThrow(SealBroken);
        expect(() => open(right, { form: otherForm })).toThrow(SealBroken);
        expect(() => open(right, { outer: flip(copy.outer, bit) })).toThrow(SealBroken);
      }),
      { numRuns: runs },
    );
  });

  it('does not open one report’s mailbox with the row of another', () => {
    const key = newRecordKey();
    const mailbox = fc.record({ community: name, record: name });

    fc.assert(
      fc.property(mailbox, mailbox, fc.nat(), (right, other, bit) => {
        const sealed = sealWithReceipt(key, right, newRecordKey());

        expect(openWithReceipt(key, right, sealed)).toHaveLength(32);
        for (const wrong of neighbours(right, other))
          expect(() => openWithReceipt(key, wrong, sealed)).toThrow(SealBroken);
        expect(() => openWithReceipt(key, right, flip(sealed, bit))).toThrow(SealBroken);
      }),
      { numRuns: runs },
    );
  });
});
