import type { Chance } from '../chance.ts';
import { dammDigit } from './damm.ts';

/** 8 digits that find the report, 15 that open it, 1 that catches slips. */
export const receiptLength = 24;
const locatorLength = 8;
const longestTyped = 400;

export type ParsedReceipt =
  | { ok: true; digits: string }
  | { ok: false; wrong: 'other-characters' | 'length' | 'check-digit' };

/** Makes a receipt of 24 digits, each equally likely but the last, which checks the others. */
export function newReceipt(chance: Chance): string {
  let digits = '';
  while (digits.length < receiptLength - 1) {
    // 250 to 255 are passed over, else the digits 0 to 5 would come more often.
    for (const byte of chance.bytes(32)) if (byte < 250) digits += byte % 10;
  }
  digits = digits.slice(0, receiptLength - 1);
  return digits + dammDigit(digits);
}

/** Writes a receipt in six groups of four, as it is printed and read aloud. */
export function formatReceipt(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Reads what a person typed: digits of any script, with spaces, dashes or invisible marks between them. */
export function parseReceipt(text: string): ParsedReceipt {
  if (text.length > longestTyped) return { ok: false, wrong: 'length' };
  const typed = text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '');
  if (/\P{Nd}/u.test(typed)) return { ok: false, wrong: 'other-characters' };
  const digits = Array.from(typed, digitOf).join('');
  if (digits.length !== receiptLength) return { ok: false, wrong: 'length' };
  return dammDigit(digits) === 0 ? { ok: true, digits } : { ok: false, wrong: 'check-digit' };
}

/** The part of a receipt that finds the report; by itself it opens nothing. */
export function locatorOf(digits: string): string {
  return digits.slice(0, locatorLength);
}

function digitOf(character: string): number {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return point - 0x30;
  // Unicode keeps the ten digits of a script together, zero first, so the distance to the first of the run tells the value.
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (point - first) % 10;
}
