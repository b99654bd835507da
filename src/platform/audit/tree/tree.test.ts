import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  emptyRoot,
  emptyTree,
  inclusionProof,
  leafHash,
  nodeHash,
  parseFrontier,
  rootOf,
  rootOfLeaves,
  serialiseFrontier,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';

/** The entries and roots that the Certificate Transparency project publishes with its RFC 6962 code. */
const published = {
  entries: ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  roots: [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
};
const publishedLeaves = published.entries.map((hex) => leafHash(Buffer.from(hex, 'hex')));
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

const leaves = (count: number) => Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const grow = (hashes: readonly Buffer[]) => hashes.reduce(appendLeaf, emptyTree());
const sizes = fc.integer({ min: 1, max: 200 });

describe('hashes', () => {
  it('agrees with the published leaf and node', () => {
    expect(emptyRoot.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(leafHash(Buffer.from('L123456')).toString('hex')).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    expect(nodeHash(Buffer.from('N123'), Buffer.from('N456')).toString('hex')).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });
});

describe('frontier', () => {
  it('has the published root after each entry', () => {
    const roots = publishedLeaves.map((_, at) => rootOf(grow(publishedLeaves.slice(0, at + 1))));

    expect(hex(roots)).toEqual(published.roots);
    expect(rootOf(emptyTree())).toEqual(emptyRoot);
  });

  it('has the root of the whole tree, at any size, also after being stored and read', () => {
    fc.assert(
      fc.property(sizes, fc.nat(200), (before, after) => {
        const all = leaves(before + after);

        const stored = parseFrontier(serialiseFrontier(grow(all.slice(0, before))));
        const grown = all.slice(before).reduce(appendLeaf, stored);

        expect(grown.size).toBe(all.length);
        expect(rootOf(grown)).toEqual(rootOfLeaves(all));
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when its hashes do not fit its size', () => {
    const bytes = serialiseFrontier(grow(leaves(5)));

    expect(() => parseFrontier(bytes.subarray(0, -1))).toThrow(RangeError);
  });
});

describe('proofs', () => {
  it('gives the published inclusion proofs', () => {
    expect(hex(inclusionProof(0, publishedLeaves))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(inclusionProof(2, publishedLeaves.slice(0, 3)))).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ]);
  });

  it('gives the published consistency proofs', () => {
    expect(hex(consistencyProof(1, publishedLeaves))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(consistencyProof(6, publishedLeaves))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('shows each leaf at its place, and at no other place, size, root or proof', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, pick, other) => {
        const all = leaves(size);
        const leafNumber = pick % size;
        const claim = {
          leafNumber,
          size,
          leaf: all[leafNumber]!,
          proof: inclusionProof(leafNumber, all),
          root: rootOfLeaves(all),
        };
        const elsewhere = other % size;

        const wrong = [
          { ...claim, leaf: leafHash(Buffer.from('another')) },
          { ...claim, root: emptyRoot },
          { ...claim, proof: [...claim.proof, emptyRoot] },
          { ...claim, leafNumber: size },
          ...(claim.proof.length > 0 ? [{ ...claim, proof: claim.proof.slice(1) }] : []),
          ...(elsewhere === leafNumber ? [] : [{ ...claim, leafNumber: elsewhere }]),
        ];

        expect(verifyInclusion(claim)).toBe(true);
        for (const each of wrong) expect(verifyInclusion(each)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('shows a log to be the beginning of a longer one, and never of a changed one', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (secondSize, pick, spoilt) => {
        const all = leaves(secondSize);
        const firstSize = 1 + (pick % secondSize);
        const changed = all.with(spoilt % firstSize, leafHash(Buffer.from('changed')));
        const claim = (log: Buffer[]) => ({
          firstSize,
          secondSize,
          firstRoot: rootOfLeaves(all.slice(0, firstSize)),
          secondRoot: rootOfLeaves(log),
          proof: consistencyProof(firstSize, log),
        });

        expect(verifyConsistency(claim(all))).toBe(true);
        expect(verifyConsistency(claim(changed))).toBe(false);
        expect(verifyConsistency({ ...claim(all), proof: [...claim(all).proof, emptyRoot] })).toBe(false);
        expect(verifyConsistency({ ...claim(all), firstSize: secondSize + 1 })).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('needs at most 17 hashes for one leaf among a hundred thousand', () => {
    const many = Array.from({ length: 100_000 }, () => emptyRoot);

    expect(inclusionProof(77_777, many).length).toBeLessThanOrEqual(17);
  });
});
