import type { Concern } from '../contract.ts';

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

/** Letters and digits of every script in lower case, without accents: what somebody changes to look different is left out. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const told = ({ what, when, where, aboutWhom, whoElseKnows }: Concern): string[] =>
  [what, when, where, aboutWhom, whoElseKnows].flatMap(wordsIn);

/** Spreads what two numbers say over all 32 bits; quick, and no secret rests on it. */
function mixed(one: number, other: number): number {
  let hash = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A 32-bit hash of a text, another one for each seed. */
function hashOf(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash, seed);
}

/** Each number once, ascending; the given ones are put in order. */
function distinct(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let count = 0;
  for (let at = 0; at < numbers.length; at += 1)
    if (at === 0 || numbers[at] !== numbers[count - 1]) numbers[count++] = numbers[at]!;
  return numbers.subarray(0, count);
}

/** Each bit says on which side most of the words stand. */
function halfOf(words: Uint32Array, half: number): number {
  const votes = new Int32Array(32);
  for (const word of words) {
    const hash = mixed(word, half);
    for (let bit = 0; bit < 32; bit += 1) votes[bit]! += (hash >>> bit) & 1 ? 1 : -1;
  }
  return votes.reduce((bits, vote, bit) => (vote > 0 ? bits | (1 << bit) : bits), 0) >>> 0;
}

/** The fingerprint of what was told, other for each seed: it cannot be compared with guessed texts elsewhere. */
export function fingerprintOf(seed: number, concern: Concern): Fingerprint {
  const words = told(concern).slice(0, wordsCompared);
  const inOrder = Uint32Array.from(words, (word) => hashOf(seed, word));
  const pairs = inOrder.slice(1).map((word, at) => mixed(inOrder[at]!, word));
  const features = new Uint32Array(inOrder.length + pairs.length);
  features.set(inOrder);
  features.set(pairs, inOrder.length);
  const whole = words.join(' ');
  const single = distinct(inOrder);
  return {
    low: halfOf(single, 1),
    high: halfOf(single, 2),
    sketch: distinct(features).slice(0, sketchLength),
    exact: `${hashOf(seed, whole)} ${hashOf(~seed, whole)}`,
    isShort: words.length < fewestWords,
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
