import type { Frontier } from './frontier.ts';
import { emptyRoot, nodeHash } from './hashes.ts';

/** That one leaf stands at its place under a root. */
export type Inclusion = { leafNumber: number; size: number; leaf: Buffer; proof: readonly Buffer[]; root: Buffer };

/** That the log of `firstSize` is the beginning of the log of `secondSize`. */
export type Consistency = {
  firstSize: number;
  secondSize: number;
  firstRoot: Buffer;
  secondRoot: Buffer;
  proof: readonly Buffer[];
};

/** Gives the root over these leaf hashes (RFC 9162 section 2.1.1). */
export function rootOfLeaves(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? emptyRoot;
  const [left, right] = halves(leaves);
  return nodeHash(rootOfLeaves(left), rootOfLeaves(right));
}

/** Gives the hashes that lead from one leaf to the root, nearest first (RFC 9162 section 2.1.3.1). */
export function inclusionProof(leafNumber: number, leaves: readonly Buffer[]): Buffer[] {
  if (leafNumber < 0 || leafNumber >= leaves.length)
    throw new RangeError(`No leaf ${leafNumber} among ${leaves.length}`);
  if (leaves.length === 1) return [];
  const [left, right] = halves(leaves);
  return leafNumber < left.length
    ? [...inclusionProof(leafNumber, left), rootOfLeaves(right)]
    : [...inclusionProof(leafNumber - left.length, right), rootOfLeaves(left)];
}

/**
 * The same for some leaves of a log whose hashes lie one after another, in one pass over it: each level of the tree is made
 * once, and a last node without a neighbour is carried up.
 */
export function inclusionProofs(leafNumbers: readonly number[], leaves: Buffer): Map<number, Buffer[]> {
  const proofs = new Map(leafNumbers.map((leafNumber): [number, Buffer[]] => [leafNumber, []]));
  let depth = 0;
  for (let level = leaves; level.length > hashLength; level = levelAbove(level), depth += 1) {
    for (const [leafNumber, proof] of proofs) {
      const neighbour = Math.floor(leafNumber / 2 ** depth) ^ 1;
      if (neighbour < level.length / hashLength) proof.push(Buffer.from(nodeAt(level, neighbour)));
    }
  }
  return proofs;
}

const hashLength = 32;
const nodeAt = (level: Buffer, place: number): Buffer => level.subarray(place * hashLength, (place + 1) * hashLength);

function levelAbove(level: Buffer): Buffer {
  const count = level.length / hashLength;
  const above = Buffer.alloc(Math.ceil(count / 2) * hashLength);
  for (let place = 0; place < count; place += 2) {
    const isPair = place + 1 < count;
    const node = isPair ? nodeHash(nodeAt(level, place), nodeAt(level, place + 1)) : nodeAt(level, place);
    node.copy(above, (place / 2) * hashLength);
  }
  return above;
}

/** True only if the proof leads from this leaf at this place to this root (RFC 9162 section 2.1.3.2). */
export function verifyInclusion({ leafNumber, size, leaf, proof, root }: Inclusion): boolean {
  if (leafNumber < 0 || leafNumber >= size) return false;
  let hash = leaf;
  let [at, last] = [leafNumber, size - 1];
  for (const neighbour of proof) {
    if (last === 0) return false;
    const isRight = at % 2 === 1;
    hash = isRight || at === last ? nodeHash(neighbour, hash) : nodeHash(hash, neighbour);
    // A last node without a neighbour is carried up until it is somebody's right-hand one.
    if (!isRight && at === last) while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** Gives the hashes that show the first `firstSize` leaves to be the beginning of all (RFC 9162 section 2.1.4.1). */
export function consistencyProof(firstSize: number, leaves: readonly Buffer[]): Buffer[] {
  if (firstSize < 0 || firstSize > leaves.length) throw new RangeError(`No first ${firstSize} among ${leaves.length}`);
  return firstSize === 0 ? [] : subproof(firstSize, leaves, true);
}

/**
 * The same proof from a frontier kept at the first size and the leaves that came after it alone, so that its cost does not
 * grow with the log. Before the first size it needs only complete subtrees, and those are what a frontier holds.
 */
export function consistencyProofFrom(frontier: Frontier, after: readonly Buffer[]): Buffer[] {
  const { size } = frontier;
  const peaks = peaksByStart(frontier);
  const rootOfRange = (start: number, end: number): Buffer =>
    end <= size ? peaks.get(start)! : rootOfLeaves(after.slice(start - size, end - size));
  const prove = (start: number, end: number, isWhole: boolean): Buffer[] => {
    if (end === size) return isWhole ? [] : [rootOfRange(start, end)];
    const middle = start + largestPowerBelow(end - start);
    return size <= middle
      ? [...prove(start, middle, isWhole), rootOfRange(middle, end)]
      : [...prove(middle, end, false), rootOfRange(start, middle)];
  };
  return size === 0 || after.length === 0 ? [] : prove(0, size + after.length, true);
}

function peaksByStart({ size, peaks }: Frontier): Map<number, Buffer> {
  const starts = new Map<number, Buffer>();
  let start = 0;
  for (const peak of peaks) {
    starts.set(start, peak);
    start += 2 ** Math.floor(Math.log2(size - start));
  }
  return starts;
}

/** True only if the second log begins with the first (RFC 9162 section 2.1.4.2). */
export function verifyConsistency({ firstSize, secondSize, firstRoot, secondRoot, proof }: Consistency): boolean {
  if (firstSize < 0 || firstSize > secondSize) return false;
  if (firstSize === secondSize) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (firstSize === 0) return proof.length === 0 && firstRoot.equals(emptyRoot);
  const path = isPowerOfTwo(firstSize) ? [firstRoot, ...proof] : [...proof];
  const start = path.shift();
  if (!start) return false;

  let [at, last] = [firstSize - 1, secondSize - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [first, second] = [start, start];
  for (const hash of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [first, second] = [nodeHash(hash, first), nodeHash(hash, second)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      second = nodeHash(second, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && first.equals(firstRoot) && second.equals(secondRoot);
}

function subproof(firstSize: number, leaves: readonly Buffer[], isWhole: boolean): Buffer[] {
  if (firstSize === leaves.length) return isWhole ? [] : [rootOfLeaves(leaves)];
  const [left, right] = halves(leaves);
  return firstSize <= left.length
    ? [...subproof(firstSize, left, isWhole), rootOfLeaves(right)]
    : [...subproof(firstSize - left.length, right, false), rootOfLeaves(left)];
}

/** Splits at the largest power of two that is smaller than the number of leaves. */
function halves(leaves: readonly Buffer[]): [readonly Buffer[], readonly Buffer[]] {
  const middle = largestPowerBelow(leaves.length);
  return [leaves.slice(0, middle), leaves.slice(middle)];
}

const largestPowerBelow = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

function half(place: number): number {
  return Math.floor(place / 2);
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}
