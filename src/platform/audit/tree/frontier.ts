import { emptyRoot, nodeHash } from './hashes.ts';

/**
 * All that is needed to append to a log and to know its root: the roots of its complete subtrees, largest first, one for
 * each 1 in the binary form of its size. Never more than 53 hashes, however long the log.
 */
export type Frontier = { size: number; peaks: readonly Buffer[] };

const hashLength = 32;
const sizeLength = 8;

/** A log without entries. */
export function emptyTree(): Frontier {
  return { size: 0, peaks: [] };
}

/** Gives the frontier after one more leaf; the one before is left as it was. */
export function appendLeaf({ size, peaks }: Frontier, leaf: Buffer): Frontier {
  const grown = [...peaks];
  let merged = leaf;
  // Each complete subtree as large as the new one joins it, as a carry does in counting.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) merged = nodeHash(grown.pop()!, merged);
  grown.push(merged);
  return { size: size + 1, peaks: grown };
}

/** Gives the root that commits to every entry and to their order. */
export function rootOf({ peaks }: Frontier): Buffer {
  return peaks.length === 0 ? emptyRoot : peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** Writes a frontier as its size (uint64) and its hashes. */
export function serialiseFrontier({ size, peaks }: Frontier): Buffer {
  const head = Buffer.alloc(sizeLength);
  head.writeBigUInt64BE(BigInt(size));
  return Buffer.concat([head, ...peaks]);
}

/** Reads what `serialiseFrontier` wrote, or throws when the number of hashes does not fit the size. */
export function parseFrontier(bytes: Buffer): Frontier {
  const size = Number(bytes.readBigUInt64BE());
  const count = size.toString(2).replaceAll('0', '').length;
  if (bytes.length !== sizeLength + count * hashLength) throw new RangeError('The frontier does not fit its size');
  const peaks = Array.from({ length: count }, (_, at) =>
    bytes.subarray(sizeLength + at * hashLength).subarray(0, hashLength),
  );
  return { size, peaks };
}
