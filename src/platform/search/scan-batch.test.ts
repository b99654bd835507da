import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKey, newKeyPair, newRecordKey, sealJson, wrapForOneself, wrapRecordKey } from '../vault/index.ts';
import { aKeyStore } from '../vault/testing/a-key-store.ts';
import { findIn, stemsOf } from './match-words.ts';
import { scanBatch } from './scan-batch.ts';
import type { SealedRecord } from './scanned.ts';

const keyStore = aKeyStore();
const pair = newKeyPair();
const community = 'c1';

/** A record with its story sealed under its own key, and what was said afterwards under one derived from it. */
function aRecord(id: string, story: unknown, said: readonly string[] = [], wrap = wrapForOneself): SealedRecord {
  const key = newRecordKey();
  const place = (row: string) => ({ community, table: 'reports', column: 'content', row, record: id, version: 1 });
  const messages = said.map((words, at) => ({
    place: place(`m${at}`),
    sealed: sealJson(deriveKey(key, 'mailbox'), place(`m${at}`), words),
    under: 'mailbox',
  }));
  return {
    id,
    recipient: 'p1',
    copy: wrap(key, pair, keyStore, { community, record: id, recipient: 'p1' }),
    parts: [{ place: place(id), sealed: sealJson(key, place(id), story) }, ...messages],
  };
}

const scan = (sought: string, records: SealedRecord[]) =>
  scanBatch({
    community,
    stems: stemsOf(sought),
    generations: new Map([[1, keyStore.generationKey(1)]]),
    pairs: new Map([['p1', pair]]),
    records,
  });

describe('scan-batch', () => {
  it('finds words in whatever part they stand, each in another, and shows the first', () => {
    const first = aRecord('r1', { what: 'Near the old gate.', rule: 'none' }, ['Hier à l’école.']);
    const second = aRecord('r2', { what: 'Near the gate.' }, ['Nothing more.']);

    const found = scan('GATE ecole', [first, second]);

    expect(found).toMatchObject([{ id: 'r1', snippet: { match: 'gate' } }]);
  });

  it('opens copies that nobody has opened before', () => {
    const sealedBox: typeof wrapForOneself = (key, { publicKey }, _keyStore, context) =>
      wrapRecordKey(key, publicKey, keyStore, context);

    const found = scan('gate', [aRecord('r1', 'The gate.', [], sealedBox)]);

    expect(found).toHaveLength(1);
  });

  it('finds nothing in what only the form says: names of fields, marks of line ends', () => {
    const found = [...scan('rule', [aRecord('r1', { rule: 'a\nbout' })]), ...scan('nbout', [aRecord('r2', 'a\nbout')])];

    expect(found).toEqual([]);
  });

  it('finds what reading every text word by word would find, and nothing else', () => {
    const letters = fc.constantFrom(...'abnñÑéÉçœßΣσςİı"\\\n\u0301 -7', '😀');
    const text = fc.string({ unit: letters, maxLength: 12 });

    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 3 }), (sought, texts) => {
        const [story, ...said] = texts as [string, ...string[]];
        const expected = findIn(stemsOf(sought), texts);

        expect(scan(sought, [aRecord('r1', { story }, said)])).toEqual(
          expected ? [{ id: 'r1', snippet: expected }] : [],
        );
      }),
      { numRuns: 300 },
    );
  });
});
