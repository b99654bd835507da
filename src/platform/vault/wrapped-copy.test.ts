import { describe, expect, it } from 'vitest';
import {
  KeyStoreUnavailable,
  newKeyPair,
  newRecordKey,
  rewrapOuter,
  SealBroken,
  unwrapRecordKey,
  wrapForOneself,
  wrapRecordKey,
} from './index.ts';
import { aKeyStore } from './testing/a-key-store.ts';

const context = { community: 'c1', record: 'r1', recipient: 'p1' };

describe('wrapped-copy', () => {
  it('opens for its recipient with the key store, in both forms', () => {
    const keyStore = aKeyStore();
    const person = newKeyPair();
    const recordKey = newRecordKey();

    const first = wrapRecordKey(recordKey, person.publicKey, keyStore, context);
    const later = wrapForOneself(recordKey, person, keyStore, context);

    expect([first.form, later.form]).toEqual(['sealed-box', 'symmetric']);
    expect(unwrapRecordKey(first, person, keyStore, context)).toEqual(recordKey);
    expect(unwrapRecordKey(later, person, keyStore, context)).toEqual(recordKey);
  });

  it('does not open for another person in either form', () => {
    const keyStore = aKeyStore();
    const person = newKeyPair();
    const recordKey = newRecordKey();
    const first = wrapRecordKey(recordKey, person.publicKey, keyStore, context);
    const later = wrapForOneself(recordKey, person, keyStore, context);

    const open = (copy: typeof first) => () => unwrapRecordKey(copy, newKeyPair(), keyStore, context);

    expect(open(first)).toThrow(SealBroken);
    expect(open(later)).toThrow(SealBroken);
  });

  it('does not open with the recipient’s key alone, without this installation’s key store', () => {
    const person = newKeyPair();
    const copy = wrapRecordKey(newRecordKey(), person.publicKey, aKeyStore(), context);

    expect(() => unwrapRecordKey(copy, person, aKeyStore(), context)).toThrow(SealBroken);
  });

  it('survives a close by re-wrapping, without any private key', () => {
    const keyStore = aKeyStore();
    const person = newKeyPair();
    const recordKey = newRecordKey();
    const before = wrapForOneself(recordKey, person, keyStore, context);

    keyStore.addGeneration();
    const after = rewrapOuter(before, keyStore, context);
    keyStore.destroyGeneration(1);

    expect(after.generation).toBe(2);
    expect(unwrapRecordKey(after, person, keyStore, context)).toEqual(recordKey);
  });

  it('is gone after a close that left it out, for its own recipient too', () => {
    const keyStore = aKeyStore();
    const person = newKeyPair();
    const shredded = wrapRecordKey(newRecordKey(), person.publicKey, keyStore, context);

    keyStore.addGeneration();
    keyStore.destroyGeneration(1);

    expect(() => unwrapRecordKey(shredded, person, keyStore, context)).toThrow(KeyStoreUnavailable);
  });

  it('does not open as if it were of another generation', () => {
    const keyStore = aKeyStore();
    const person = newKeyPair();
    const copy = wrapRecordKey(newRecordKey(), person.publicKey, keyStore, context);
    keyStore.addGeneration();

    expect(() => unwrapRecordKey({ ...copy, generation: 2 }, person, keyStore, context)).toThrow(SealBroken);
  });
});
