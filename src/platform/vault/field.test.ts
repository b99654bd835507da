import { describe, expect, it } from 'vitest';
import { newRecordKey, openField, openJson, type Place, SealBroken, sealField, sealJson } from './index.ts';

const place: Place = { community: 'c1', table: 'reports', column: 'content', row: 'r1', record: 'r1', version: 1 };

describe('field', () => {
  it('opens at its own place with the words as they were', () => {
    const key = newRecordKey();
    const words = 'He said “wait until Friday” — ho va dir dues vegades.';

    const opened = openField(key, place, sealField(key, place, words));

    expect(opened.toString('utf8')).toBe(words);
  });

  it('carries no words as well as many', () => {
    const key = newRecordKey();

    const opened = openField(key, place, sealField(key, place, ''));

    expect(opened).toHaveLength(0);
  });

  it('carries its format and generation in front, and adds 33 bytes', () => {
    const sealed = sealField(newRecordKey(), place, 'abc');

    expect(sealed.subarray(0, 5)).toEqual(Buffer.from([1, 0, 0, 0, 0]));
    expect(sealed).toHaveLength(3 + 33);
  });

  it('never gives the same bytes twice for the same words', () => {
    const key = newRecordKey();

    const [one, other] = [sealField(key, place, 'same'), sealField(key, place, 'same')];

    expect(one).not.toEqual(other);
  });

  it('does not open with another record’s key', () => {
    const sealed = sealField(newRecordKey(), place, 'words');

    expect(() => openField(newRecordKey(), place, sealed)).toThrow(SealBroken);
  });

  it('does not open when parts of the place are shifted against each other', () => {
    const key = newRecordKey();
    const sealed = sealField(key, { ...place, row: 'ab', record: 'c' }, 'words');

    expect(() => openField(key, { ...place, row: 'a', record: 'bc' }, sealed)).toThrow(SealBroken);
  });

  it('refuses what is too short to be sealed at all', () => {
    const open = () => openField(newRecordKey(), place, Buffer.from([1, 0, 0, 0, 0, 9]));

    expect(open).toThrow(SealBroken);
  });

  it('carries JSON', () => {
    const key = newRecordKey();
    const value = { signs: ['leakage'], about: null, times: 2 };

    const opened = openJson(key, place, sealJson(key, place, value));

    expect(opened).toEqual(value);
  });
});
