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

const featuresOf = (words: readonly string[]): Set<string> =>
  new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);

/** Two 32-bit hashes of a text, other ones for each seed; quick, and no secret rests on it. */
function hashOf(seed: number, text: string): { one: number; other: number } {
  let one = seed ^ 0xdeadbeef;
  let other = seed ^ 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return { one: one >>> 0, other: other >>> 0 };
}

/** Each bit says on which side most features stand. */
function halfOf(hashes: readonly number[]): number {
  const votes = new Int32Array(32);
  for (const hash of hashes) for (let bit = 0; bit < 32; bit += 1) votes[bit]! += (hash >>> bit) & 1 ? 1 : -1;
  return votes.reduce((bits, vote, bit) => (vote > 0 ? bits | (1 << bit) : bits), 0) >>> 0;
}

/** The fingerprint of what was told, other for each seed: it cannot be compared with guessed texts elsewhere. */
export function fingerprintOf(seed: number, concern: Concern): Fingerprint {
  const words = told(concern).slice(0, wordsCompared);
  const hashes = [...featuresOf(words)].map((feature) => hashOf(seed, feature));
  const single = [...new Set(words)].map((word) => hashOf(seed, word));
  const smallest = Uint32Array.from(hashes, ({ one, other }) => one ^ (other >>> 7)).sort();
  const whole = hashOf(seed, words.join(' '));
  return {
    low: halfOf(single.map(({ one }) => one)),
    high: halfOf(single.map(({ other }) => other)),
    sketch: smallest.slice(0, sketchLength),
    exact: `${whole.one} ${whole.other}`,
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
