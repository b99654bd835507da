import { createHash } from 'node:crypto';
import type { Chance } from '../chance.ts';
import { checkCharacter, fromBase32, readCharacters, toBase32 } from './base32.ts';
import { keyLength } from './cipher.ts';
import { type KeyPair, keyPairOf, openSealed } from './key-pair.ts';

/** A community's recovery key: the public half to store, the private half only on two sheets for two officers. */
export type RecoveryKit = { publicKey: Buffer; halfA: string; halfB: string };

export type ReadKit =
  | { ok: true; keyPair: KeyPair }
  | { ok: false; wrong: 'typing'; half: 'A' | 'B'; line: number }
  | { ok: false; wrong: 'length' | 'wrong-half'; half: 'A' | 'B' }
  | { ok: false; wrong: 'different-kits' };

const marks = { A: 0x0a, B: 0x0b };
const kitNameLength = 4;
const payloadLength = 1 + kitNameLength + keyLength;
const charactersInLine = 15;
const lines = 4;

/** Makes a recovery key and splits it A ⊕ B: each sheet by itself is 32 random bytes and tells nothing. */
export function newRecoveryKit(chance: Chance): RecoveryKit {
  const { publicKey, privateKey } = keyPairOf(chance.bytes(keyLength));
  const a = chance.bytes(keyLength);
  const name = kitName(publicKey);
  return { publicKey, halfA: sheet('A', name, a), halfB: sheet('B', name, combine(a, privateKey)) };
}

/** Joins the two sheets as typed, or says which line of which sheet to look at again. */
export function readRecoveryKit(halfA: string, halfB: string): ReadKit {
  const a = readSheet('A', halfA);
  if (!a.ok) return a;
  const b = readSheet('B', halfB);
  if (!b.ok) return b;
  const keyPair = keyPairOf(combine(a.half, b.half));
  const sameKit = a.name.equals(b.name) && kitName(keyPair.publicKey).equals(a.name);
  return sameKit ? { ok: true, keyPair } : { ok: false, wrong: 'different-kits' };
}

/** Gives a person's pair back from the copy that was sealed to the community's recovery key with `sealTo`. */
export function recoverKeyPair(sealed: Uint8Array, recovery: KeyPair): KeyPair {
  return keyPairOf(openSealed(recovery, sealed));
}

/** The first eight characters of a sheet: which half of which kit it is. They tell nothing of the half itself. */
export function kitMark(half: 'A' | 'B', publicKey: Buffer): string {
  return toBase32(Buffer.concat([Buffer.from([marks[half]]), kitName(publicKey)]));
}

/** The mark of a sheet as somebody typed it, or the whole sheet. */
export function readMark(typed: string): string {
  return readCharacters(typed).slice(0, 8);
}

type ReadSheet = { ok: true; name: Buffer; half: Buffer } | Exclude<ReadKit, { ok: true }>;

/** Four lines of four groups; the last character of each line checks that line. */
function sheet(half: 'A' | 'B', name: Buffer, bytes: Buffer): string {
  const text = toBase32(Buffer.concat([Buffer.from([marks[half]]), name, bytes]));
  const checked = (text.match(/.{15}/g) ?? []).map((line) => line + checkCharacter(line));
  return checked.map((line) => line.replace(/(.{4})(?=.)/g, '$1 ')).join('\n');
}

function readSheet(half: 'A' | 'B', typed: string): ReadSheet {
  const text = readCharacters(typed);
  if (text.length !== lines * (charactersInLine + 1)) return { ok: false, wrong: 'length', half };
  const typedLines = text.match(/.{16}/g) ?? [];
  const bad = typedLines.findIndex((line) => checkCharacter(line.slice(0, -1)) !== line.at(-1));
  if (bad >= 0) return { ok: false, wrong: 'typing', half, line: bad + 1 };
  const payload = fromBase32(typedLines.map((line) => line.slice(0, -1)).join('')).subarray(0, payloadLength);
  if (payload[0] !== marks[half]) return { ok: false, wrong: 'wrong-half', half };
  return { ok: true, name: payload.subarray(1, 1 + kitNameLength), half: payload.subarray(1 + kitNameLength) };
}

function kitName(publicKey: Buffer): Buffer {
  return createHash('sha256').update('forestall recovery kit').update(publicKey).digest().subarray(0, kitNameLength);
}

function combine(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, at) => byte ^ b[at]!));
}
