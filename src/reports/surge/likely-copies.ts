import type { Fingerprint } from './fingerprint.ts';

/** Finds the few prints that may be near copies of one, without looking at all the others. */
export interface LikelyCopies {
  /** Takes one more; the first is number 0. */
  add(print: Fingerprint): void;
  /** The numbers of those that share a mark with this one, each once; at most about a thousand, however many there are. */
  of(print: Fingerprint): number[];
}

const slots = 16;
const marks = slots + 1;
const mostInOneRow = 64;
const nobody = -1;

/**
 * The smallest hash of each sixteenth of the sketch, and the whole words' own: two texts with a third of their words in common
 * share none of these once in a thousand times, with half of them once in 65,000. One permutation, many minima: P. Li,
 * A. Owen, C.-H. Zhang, One Permutation Hashing, NIPS 2012, section 2.
 */
function marksOf({ sketch, exact }: Fingerprint): Uint32Array {
  const found = new Uint32Array(marks);
  for (const hash of sketch) {
    const slot = hash % slots;
    if (found[slot] === 0) found[slot] = hash;
  }
  found[slots] = Number.parseInt(exact, 10);
  return found;
}

/** Rows of prints with the same mark, the newest first, in a table that doubles; a zero stands for no mark. */
export function indexPrints(): LikelyCopies {
  let capacity = 64;
  let count = 0;
  let marked = new Uint32Array(capacity * marks);
  let next = new Int32Array(capacity * marks);
  let heads = new Int32Array(capacity * marks).fill(nobody);
  /** The last question that found each print, so that one found twice is told once. */
  let askedFor = new Uint32Array(capacity);
  let question = 0;
  const headOf = (slot: number, mark: number) => slot * capacity + ((mark >>> 4) % capacity);
  const enter = (number: number) => {
    for (let slot = 0; slot < marks; slot += 1) {
      const head = headOf(slot, marked[number * marks + slot]!);
      next[number * marks + slot] = heads[head]!;
      heads[head] = number;
    }
  };
  const double = () => {
    const before = marked;
    capacity *= 2;
    marked = new Uint32Array(capacity * marks);
    marked.set(before);
    next = new Int32Array(capacity * marks);
    heads = new Int32Array(capacity * marks).fill(nobody);
    askedFor = new Uint32Array(capacity);
    for (let number = 0; number < count; number += 1) enter(number);
  };
  const gather = (slot: number, mark: number, found: number[]) => {
    let number = mark === 0 ? nobody : heads[headOf(slot, mark)]!;
    for (let seen = 0; number !== nobody && seen < mostInOneRow; seen += 1) {
      if (marked[number * marks + slot] === mark && askedFor[number] !== question) {
        askedFor[number] = question;
        found.push(number);
      }
      number = next[number * marks + slot]!;
    }
  };
  return {
    add(print) {
      if (count === capacity) double();
      marked.set(marksOf(print), count * marks);
      enter(count);
      count += 1;
    },
    of(print) {
      const found: number[] = [];
      const own = marksOf(print);
      question += 1;
      for (let slot = 0; slot < marks; slot += 1) gather(slot, own[slot]!, found);
      return found;
    },
  };
}
