import type { Concern } from '../contract.ts';
import { foldedWords } from './folded-words.ts';

/** What is remembered of a report's words for a day: enough to recognise a near copy, too little to read anything. */
export interface Fingerprint {
  /** 64-bit simhash of the words, in two halves: near texts differ in few bits. */
  low: number;
  high: number;
  /** The smallest hashes of its words and word pairs, ascending: the share that two have in common is the texts' likeness. */
  sketch: Uint32Array;
  /** Recognises the very same words; short reports fold by nothing less. */
  exact: string;
  isShort: boolean;
}

const sketchLength = 128;
const fewestWords = 8;
const wordsCompared = 400;

/** Spreads what two numbers say over all 32 bits; quick, and no secret rests on it. */
function mixed(one: number, other: number): number {
  let hash = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
const space = 0x20;

/** A 32-bit hash of each word, and two of all of them in their order; other ones for each seed. */
function hashesOf(seed: number, folded: Uint16Array): { inOrder: Uint32Array; exact: string } {
  const inOrder = new Uint32Array(wordsCompared);
  let [word, whole, again, count] = [seed, seed, ~seed, 0];
  for (let at = 0; at < folded.length && count < wordsCompared; at += 1) {
    const unit = folded[at]!;
    whole = step(whole, unit);
    again = step(again, unit);
    if (unit !== space) word = step(word, unit);
    else {
      inOrder[count++] = mixed(word, seed);
      word = seed;
    }
  }
  return { inOrder: inOrder.subarray(0, count), exact: `${mixed(whole, seed)} ${mixed(again, ~seed)}` };
}

/** Each number once, ascending; the given ones are put in order. */
function distinct(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let count = 0;
  for (let at = 0; at < numbers.length; at += 1)
    if (at === 0 || numbers[at] !== numbers[count - 1]) numbers[count++] = numbers[at]!;
  return numbers.subarray(0, count);
}

/**
 * Each bit says on which side most of the words stand. The 32 counts grow side by side, one word a binary place: adding a word
 * carries like a sum on paper.
 */
function halfOf(words: Uint32Array, half: number): number {
  const places = new Uint32Array(10);
  for (let at = 0; at < words.length; at += 1)
    for (let place = 0, carry = mixed(words[at]!, half); carry !== 0; place += 1) {
      const sum = places[place]! ^ carry;
      carry = places[place]! & carry;
      places[place] = sum;
    }
  let most = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    const votes = places.reduce((count, place, at) => count + (((place >>> bit) & 1) << at), 0);
    if (2 * votes > words.length) most |= 1 << bit;
  }
  return most >>> 0;
}

/** The fingerprint of what was told, other for each seed: it cannot be compared with guessed texts elsewhere. */
export function fingerprintOf(seed: number, { what, when, where, aboutWhom, whoElseKnows }: Concern): Fingerprint {
  const { inOrder, exact } = hashesOf(seed, foldedWords([what, when, where, aboutWhom, whoElseKnows]));
  const features = new Uint32Array(Math.max(0, 2 * inOrder.length - 1));
  features.set(inOrder);
  for (let at = 1; at < inOrder.length; at += 1)
    features[inOrder.length + at - 1] = mixed(inOrder[at - 1]!, inOrder[at]!);
  const single = distinct(inOrder);
  return {
    low: halfOf(single, 1),
    high: halfOf(single, 2),
    sketch: distinct(features).slice(0, sketchLength),
    exact,
    isShort: inOrder.length < fewestWords,
  };
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** In how many of 64 bits two simhashes differ. */
export const distanceOf = (one: Fingerprint, other: Fingerprint): number =>
  bitsIn(one.low ^ other.low) + bitsIn(one.high ^ other.high);

/** The share of words and word pairs that two texts have in common, estimated from the smallest of their hashes: 0 to 1. */
export function likenessOf({ sketch: one }: Fingerprint, { sketch: other }: Fingerprint): number {
  const most = Math.min(sketchLength, Math.max(one.length, other.length));
  let shared = 0;
  let seen = 0;
  for (let at = 0, beside = 0; seen < most && (at < one.length || beside < other.length); seen += 1) {
    const [mine, theirs] = [one[at] ?? Number.POSITIVE_INFINITY, other[beside] ?? Number.POSITIVE_INFINITY];
    if (mine === theirs) shared += 1;
    if (mine <= theirs) at += 1;
    if (theirs <= mine) beside += 1;
  }
  return seen === 0 ? 0 : shared / seen;
}

/** Bits of 64 beyond which two texts are not compared further. */
const distanceAtMost = 24;
const likenessAtLeast = 0.35;

/**
 * True for near copies: long texts with a third of their words and word pairs in common, short ones word for word. Two people who
 * tell of the same thing in their own words share about a tenth; one text with a word changed in ten still shares half.
 */
export function areNearCopies(one: Fingerprint, other: Fingerprint): boolean {
  if (one.isShort || other.isShort) return one.exact === other.exact;
  return distanceOf(one, other) <= distanceAtMost && likenessOf(one, other) >= likenessAtLeast;
}
