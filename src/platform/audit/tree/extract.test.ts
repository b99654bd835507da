import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aKeyStore } from '../../vault/testing/a-key-store.ts';
import {
  checkpointLine,
  inclusionProof,
  inclusionProofs,
  leafHash,
  leafLine,
  provenLine,
  rootOfLeaves,
  sentenceOf,
  signCheckpoint,
  verifierKeyOf,
  verifyLog,
} from './index.ts';

const origin = 'forestall/c1';
const key = aKeyStore().checkpointKey;
const verifierKey = verifierKeyOf(origin, key.publicKey);
const textOf = (leaf: number) => `{"act":"read","leaf":${leaf}}`;
const leavesOf = (size: number) => Array.from({ length: size }, (_, leaf) => leafHash(Buffer.from(textOf(leaf))));

/** The lines of an extract of these leaves out of a log of this size. */
function anExtract(size: number, some: readonly number[]): string[] {
  const leaves = leavesOf(size);
  const proofs = inclusionProofs(some, Buffer.concat(leaves));
  const root = rootOfLeaves(leaves);
  return [
    ...some.map((leaf) => provenLine(leaf, leaves[leaf]!, textOf(leaf), proofs.get(leaf)!)),
    checkpointLine(signCheckpoint({ origin, size, root }, key)),
  ];
}
const said = async (lines: readonly string[]) => sentenceOf(await verifyLog(lines, verifierKey));

describe('an extract of a log', () => {
  it('proves each leaf of any log as the proof for one leaf does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), (size) => {
        const leaves = leavesOf(size);
        const numbers = leaves.map((_, leaf) => leaf);

        const proofs = inclusionProofs(numbers, Buffer.concat(leaves));

        for (const leaf of numbers) expect(proofs.get(leaf)).toEqual(inclusionProof(leaf, leaves));
      }),
      { numRuns: 50 },
    );
  });

  it('is found true by the program that stands alone, for every leaf of every small log', async () => {
    for (let size = 1; size <= 40; size += 1) {
      const lines = anExtract(
        size,
        leavesOf(size).map((_, leaf) => leaf),
      );

      expect(await said(lines)).toContain(`its ${size} entries stand in the log of ${size} leaves`);
    }
  });

  it('is read by that program from a file', () => {
    const program = fileURLToPath(new URL('./verify-log.ts', import.meta.url));

    const run = spawnSync(process.execPath, [program, verifierKey], { input: anExtract(37, [0, 7, 36]).join('') });

    expect(run.stdout.toString()).toContain('its 3 entries stand in the log of 37 leaves');
    expect(run.status).toBe(0);
  });

  it.each([
    ['an entry that says something else', ([first, ...rest]: string[]) => [first!.replace('read', 'kept'), ...rest]],
    [
      'an entry under a hash of its own',
      ([first, ...rest]: string[]) => {
        const line = JSON.parse(first!) as { leaf: number; entry: string; proof: string[] };
        const entry = line.entry.replace('read', 'kept');
        const hash = leafHash(Buffer.from(entry)).toString('base64');
        return [JSON.stringify({ ...line, entry, hash }), ...rest];
      },
    ],
    ['an entry at another place', ([first, ...rest]: string[]) => [first!.replace('"leaf":3', '"leaf":4'), ...rest]],
    [
      'a proof that is too short',
      ([first, ...rest]: string[]) => {
        const line = JSON.parse(first!) as { proof: string[] };
        return [JSON.stringify({ ...line, proof: line.proof.slice(1) }), ...rest];
      },
    ],
    ['no checkpoint', (lines: string[]) => lines.slice(0, -1)],
    ['a leaf without a proof', (lines: string[]) => [...lines, leafLine(0, leafHash(Buffer.from('x')), 'x')]],
  ])('is refused with %s', async (_, change) => {
    const lines = anExtract(37, [3, 20]);

    expect(await said(change(lines))).not.toContain('true');
  });
});
