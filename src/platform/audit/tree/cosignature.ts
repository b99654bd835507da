import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Whoever watches a log: a name, and the Ed25519 key with which it signs what it has seen. */
export type WitnessKey = { name: string; privateKey: KeyObject; publicKey: Buffer };
/** A witness as its key names it. */
export type WitnessVerifier = { name: string; publicKey: Buffer };

const cosignatureMark = Buffer.from([0x04]);
const timeLength = 8;

/** Gives the witness's key as others are told it: `name+hash+base64`, marked as a key for cosignatures (C2SP tlog-cosignature). */
export function witnessVerifierKeyOf({ name, publicKey }: WitnessVerifier): string {
  return `${name}+${keyHash(name, publicKey).toString('hex')}+${Buffer.concat([cosignatureMark, publicKey]).toString('base64')}`;
}

/** Reads a witness's key, or gives null where it was mistyped or is a key for something else. */
export function parseWitnessVerifierKey(text: string): WitnessVerifier | null {
  const [, name, hash, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const key = Buffer.from(encoded ?? '', 'base64');
  const publicKey = key.subarray(1);
  if (!name || key[0] !== cosignatureMark[0] || publicKey.length !== 32) return null;
  return keyHash(name, publicKey).toString('hex') === hash ? { name, publicKey } : null;
}

/** The line that a witness puts under a checkpoint: its name, and a signature over the checkpoint and the second in which it saw it. */
export function cosign(note: string, key: WitnessKey, seconds: number): string {
  const signature = sign(null, messageOf(textOf(note), seconds), key.privateKey);
  const bytes = Buffer.concat([keyHash(key.name, key.publicKey), timeBytes(seconds), signature]);
  return `— ${key.name} ${bytes.toString('base64')}\n`;
}

/** When this witness saw the checkpoint, in seconds since 1970; null if none of its lines is under it or none holds. */
export function cosignedAt(note: string, { name, publicKey }: WitnessVerifier): number | null {
  const times = note
    .slice(textOf(note).length + 1)
    .split('\n')
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.slice(name.length + 3), 'base64'))
    .filter((bytes) => bytes.length === 4 + timeLength + 64 && bytes.subarray(0, 4).equals(keyHash(name, publicKey)))
    .map((bytes) => ({ seconds: Number(bytes.readBigUInt64BE(4)), signature: bytes.subarray(4 + timeLength) }))
    .filter(({ seconds, signature }) =>
      verify(null, messageOf(textOf(note), seconds), keyObject(publicKey), signature),
    );
  return times.at(-1)?.seconds ?? null;
}

const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);
const messageOf = (text: string, seconds: number): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');

function timeBytes(seconds: number): Buffer {
  const bytes = Buffer.alloc(timeLength);
  bytes.writeBigUInt64BE(BigInt(seconds));
  return bytes;
}

function keyHash(name: string, publicKey: Buffer): Buffer {
  return createHash('sha256').update(`${name}\n`).update(cosignatureMark).update(publicKey).digest().subarray(0, 4);
}

function keyObject(publicKey: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' });
}
