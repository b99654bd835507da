import { createHmac } from 'node:crypto';
import type { KeyStore } from '../vault/index.ts';
import { deriveKey } from '../vault/index.ts';

const identifierFields = ['name', 'phone', 'plate', 'account'] as const;
export type IdentifierField = (typeof identifierFields)[number];

const lettersOf = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const onlyLetters = (text: string): string => lettersOf(text).replaceAll(/[^\p{L}]/gu, '');

/** Surname and given name, in either order: what stands after a comma, or alone as an initial at the end, is the given name. */
function namesIn(text: string): [surname: string, given: string] {
  const comma = text.indexOf(',');
  if (comma >= 0) return [text.slice(0, comma), text.slice(comma + 1)];
  const words = text.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  return words.length > 1 && onlyLetters(last).length === 1 ? [words.at(-2) ?? '', last] : [last, text];
}

/** Surname and first initial: "Nora Vidal", "Vidal, Nora" and "VIDAL N." are one. */
function nameOf(text: string): string {
  const [surname, given] = namesIn(text).map(onlyLetters) as [string, string];
  return surname === '' ? '' : `${surname} ${given.slice(0, 1)}`;
}

const forms: Record<IdentifierField, (text: string) => string> = {
  name: nameOf,
  phone: (text) => text.replaceAll(/\D/g, '').slice(-9),
  plate: (text) => lettersOf(text).replaceAll(/[^\p{L}\p{N}]/gu, ''),
  account: (text) => lettersOf(text).replaceAll(/[^\p{L}\p{N}._-]/gu, ''),
};

const fewestCharacters: Record<IdentifierField, number> = { name: 3, phone: 6, plate: 4, account: 3 };

/** The one form of an identifier however it was written; null where too little is left to tell anything by. */
export function normalisedIdentifier(field: IdentifierField, text: string): string | null {
  const normal = forms[field](text);
  return normal.length < fewestCharacters[field] ? null : normal;
}

const bitsAtMost = 32;

/** 32 bits of an HMAC under a key of this community and field, as zeros and ones. */
export function fullTag(keyStore: KeyStore, community: string, field: IdentifierField, normal: string): string {
  const key = deriveKey(keyStore.installationSecret('identifiers'), community, field);
  const bits = createHmac('sha256', key).update(normal).digest().readUInt32BE();
  return bits.toString(2).padStart(bitsAtMost, '0');
}

/**
 * How many bits the entry that comes as the `rank`th (from 1) keeps, one more each time the index doubles. An identifier sought
 * then meets C = Σ 2^-bits strangers: about half the logarithm of R, so that 2 ≤ C < √R holds from sixteen entries on.
 */
export const tagLength = (rank: number): number => Math.min(bitsAtMost, Math.floor(Math.log2(rank)) + 1);
