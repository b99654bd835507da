import { spokenAlphabet } from '../ids.ts';

/** Writes bytes in Crockford's base32, five bits to a character, the last one padded with zero bits. */
export function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => spokenAlphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** Reads what `toBase32` wrote; left-over bits at the end are dropped. */
export function fromBase32(text: string): Buffer {
  const bits = valuesOf(text)
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** Keeps what a person meant: O is read as 0, I and L as 1, and whatever is no character of the alphabet is left out. */
export function readCharacters(typed: string): string {
  const meant = typed.normalize('NFKC').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return Array.from(meant)
    .filter((character) => spokenAlphabet.includes(character))
    .join('');
}

/**
 * Gives the character to append to up to 30 others. It is a weighted sum over the field of 32 elements, each place with a
 * weight of its own, so that every wrong character and every swap of two of them changes it.
 */
export function checkCharacter(text: string): string {
  let sum = 0;
  // Horner's rule: each place weighs the generator times the place after it.
  for (const value of valuesOf(text)) sum = timesGenerator(sum) ^ timesGenerator(value);
  return spokenAlphabet[sum]!;
}

function valuesOf(text: string): number[] {
  return Array.from(text, (character) => spokenAlphabet.indexOf(character));
}

/** Multiplies by x modulo x⁵ + x² + 1. */
function timesGenerator(value: number): number {
  const shifted = value << 1;
  return shifted & 0b100000 ? shifted ^ 0b100101 : shifted;
}
