import type { KeyObject } from 'node:crypto';
import { binding, decrypt, deriveKey, encrypt, keyObjectOf } from './cipher.ts';
import { SealBroken } from './errors.ts';

/** Where a sealed value stands: it opens there and nowhere else. `version` grows with each rewriting of the row. */
export type Place = { community: string; table: string; column: string; row: string; record: string; version: number };

/** Format 1, then the generation of the key as uint32; 0 says that the key is a record's own. */
const header = Buffer.from([0x01, 0, 0, 0, 0]);

/** Seals one field under its record's key, bound to its place: header | nonce | ciphertext | tag, 33 bytes longer than the text. */
export function sealField(recordKey: Uint8Array, place: Place, plaintext: Uint8Array | string): Buffer {
  const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext;
  return Buffer.concat([header, encrypt(fieldKey(recordKey, place), boundTo(place), bytes)]);
}

/** Opens what `sealField` made at this very place, or throws `SealBroken`. */
export function openField(recordKey: Uint8Array, place: Place, sealed: Uint8Array): Buffer {
  if (!header.equals(sealed.subarray(0, header.length))) throw new SealBroken();
  return decrypt(fieldKey(recordKey, place), boundTo(place), sealed.subarray(header.length));
}

/** Seals any JSON value as one field. */
export function sealJson(recordKey: Uint8Array, place: Place, value: unknown): Buffer {
  return sealField(recordKey, place, JSON.stringify(value));
}

/** Opens what `sealJson` made; the caller parses its shape with a schema, since old rows may hold older shapes. */
export function openJson(recordKey: Uint8Array, place: Place, sealed: Uint8Array): unknown {
  return JSON.parse(openField(recordKey, place, sealed).toString('utf8'));
}

/** Derived once for each record key in memory, because a record has many rows of one kind; gone when the record's key is. */
const fieldKeys = new WeakMap<Uint8Array, Map<string, KeyObject>>();

function fieldKey(recordKey: Uint8Array, { table, column }: Place): KeyObject {
  const known = fieldKeys.get(recordKey) ?? new Map<string, KeyObject>();
  const name = `${table} ${column}`;
  const key = known.get(name) ?? keyObjectOf(deriveKey(recordKey, 'field', table, column));
  fieldKeys.set(recordKey, known.set(name, key));
  return key;
}

function boundTo({ community, table, column, row, record, version }: Place): Buffer {
  return Buffer.concat([header, binding(community, table, column, row, record, version)]);
}
