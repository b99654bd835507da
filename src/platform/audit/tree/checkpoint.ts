import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a log commits to at one moment: its name, how many leaves it has, and the root over them. */
export type Checkpoint = { origin: string; size: number; root: Buffer };

const ed25519Mark = Buffer.from([0x01]);

/** Signs a checkpoint as a C2SP tlog-checkpoint: three lines, an empty one, and an Ed25519 signature in the log's name. */
export function signCheckpoint(checkpoint: Checkpoint, key: { privateKey: KeyObject; publicKey: Buffer }): string {
  const { origin, size, root } = checkpoint;
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  return signNote(text, origin, key);
}

/** Gives the checkpoint if it is well formed and signed by the key in its origin's name, else null. Others' signatures are passed over. Throws a TypeError on a mistyped key. */
export function verifyCheckpoint(note: string, verifierKey: string): Checkpoint | null {
  const text = verifyNote(note, verifierKey);
  const [origin, size, root] = text?.split('\n') ?? [];
  if (!origin || !size || !root || !verifierKey.startsWith(`${origin}+`)) return null;
  const bytes = Buffer.from(root, 'base64');
  const isCanonical = /^(0|[1-9]\d{0,15})$/.test(size) && bytes.length === 32 && bytes.toString('base64') === root;
  return isCanonical ? { origin, size: Number(size), root: bytes } : null;
}

/** Gives the key as auditors are told it: `name+hash+base64`, as in C2SP signed-note. */
export function verifierKeyOf(name: string, publicKey: Buffer): string {
  const key = Buffer.concat([ed25519Mark, publicKey]);
  return `${name}+${keyHash(name, publicKey).toString('hex')}+${key.toString('base64')}`;
}

/** Signs a text that ends in a line break as a C2SP signed note. */
export function signNote(text: string, name: string, key: { privateKey: KeyObject; publicKey: Buffer }): string {
  const signature = sign(null, Buffer.from(text, 'utf8'), key.privateKey);
  return `${text}\n— ${name} ${Buffer.concat([keyHash(name, key.publicKey), signature]).toString('base64')}\n`;
}

/** Gives the text of a signed note if this key signed it, else null. */
export function verifyNote(note: string, verifierKey: string): string | null {
  const { name, publicKey } = parseVerifierKey(verifierKey);
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const signatures = note
    .slice(end + 2)
    .split('\n')
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.slice(name.length + 3), 'base64'));
  const isOurs = signatures.some(
    (bytes) =>
      bytes.subarray(0, 4).equals(keyHash(name, publicKey)) &&
      verify(null, Buffer.from(text, 'utf8'), keyObject(publicKey), bytes.subarray(4)),
  );
  return end >= 0 && isOurs ? text : null;
}

function parseVerifierKey(text: string): { name: string; publicKey: Buffer } {
  const [, name, hash, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const key = Buffer.from(encoded ?? '', 'base64');
  const publicKey = key.subarray(1);
  if (!name || key[0] !== 1 || publicKey.length !== 32 || keyHash(name, publicKey).toString('hex') !== hash) {
    throw new TypeError('Not a verifier key');
  }
  return { name, publicKey };
}

function keyHash(name: string, publicKey: Buffer): Buffer {
  return createHash('sha256').update(`${name}\n`).update(ed25519Mark).update(publicKey).digest().subarray(0, 4);
}

function keyObject(publicKey: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' });
}
