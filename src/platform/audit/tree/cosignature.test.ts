import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aKeyStore } from '../../vault/testing/a-key-store.ts';
import { witnessKeyOf } from '../witness/witness-key.ts';
import {
  appendLeaf,
  cosign,
  cosignedAt,
  emptyTree,
  leafHash,
  parseWitnessVerifierKey,
  rootOf,
  signCheckpoint,
  witnessVerifierKeyOf,
} from './index.ts';
import { consistencyProof, consistencyProofFrom } from './proofs.ts';

const key = witnessKeyOf(aKeyStore());
const note = signCheckpoint(
  { origin: 'forestall/town', size: 7, root: leafHash(Buffer.from('x')) },
  aKeyStore().checkpointKey,
);
const leaves = (count: number) => Array.from({ length: count }, (_, at) => leafHash(Buffer.from(String(at))));

describe('cosign', () => {
  it('says who saw a checkpoint and when, beside other signatures', () => {
    const other = witnessKeyOf(aKeyStore());
    const twice = note + cosign(note, other, 5) + cosign(note + cosign(note, other, 5), key, 1_795_000_000);

    expect(cosignedAt(twice, key)).toBe(1_795_000_000);
    expect(cosignedAt(twice, other)).toBe(5);
    expect(cosignedAt(note, key)).toBeNull();
  });

  it('holds for no other checkpoint and no other second', () => {
    const line = cosign(note, key, 100);
    const bytes = Buffer.from(line.split(' ')[2]!, 'base64');
    bytes.writeBigUInt64BE(101n, 4);

    expect(cosignedAt(note.replace('\n7\n', '\n8\n') + line, key)).toBeNull();
    expect(cosignedAt(`${note}— ${key.name} ${bytes.toString('base64')}\n`, key)).toBeNull();
  });

  it('reads back its own key and no mistyped one', () => {
    const text = witnessVerifierKeyOf(key);

    expect(parseWitnessVerifierKey(text)).toEqual({ name: key.name, publicKey: key.publicKey });
    expect(parseWitnessVerifierKey(text.replace(/.$/, 'A'))).toBeNull();
  });
});

describe('consistency-proof-from', () => {
  it('proves from a kept frontier exactly what is proved from all leaves', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (before, after) => {
        const all = leaves(before + after);
        const frontier = all.slice(0, before).reduce(appendLeaf, emptyTree());

        expect(consistencyProofFrom(frontier, all.slice(before))).toEqual(consistencyProof(before, all));
        expect(rootOf(frontier)).toBeDefined();
      }),
      { numRuns: 1_000 },
    );
  });
});
