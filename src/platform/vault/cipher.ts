import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  KeyObject,
  randomBytes,
} from 'node:crypto';
import { SealBroken } from './errors.ts';

export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/** A key as bytes, or as the object that the cipher takes: making it once is cheaper where a key is used often. */
export type Secret = Uint8Array | KeyObject;

/** Bytes handed to the cipher itself would cost it ten times as much as this. */
export const keyObjectOf = (secret: Secret): KeyObject =>
  secret instanceof KeyObject ? secret : createSecretKey(secret);

/** Joins parts so that no two different lists give the same bytes: they are written as a JSON array. */
export function binding(...parts: (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8');
}

/** Makes the key of one report, case, mailbox or file from the system's randomness. */
export function newRecordKey(): Buffer {
  return randomBytes(keyLength);
}

/** Derives a 32-byte key for one purpose by HKDF-SHA-256; keys of different purposes tell nothing about each other. */
export function deriveKey(secret: Uint8Array, ...purpose: (string | number)[]): Buffer {
  return Buffer.from(hkdfSync('sha256', keyObjectOf(secret), '', binding('forestall 1', ...purpose), keyLength));
}

/** HMAC-SHA-256, for values that must be found again but not read. */
export function keyedHash(key: Uint8Array, value: string | Uint8Array): Buffer {
  return createHmac('sha256', keyObjectOf(key)).update(value).digest();
}

/**
 * Encrypts with AES-256-GCM and returns nonce | ciphertext | tag; opens only with the same `bound` bytes.
 * The nonce is always the system's own: a seeded one would repeat, and a repeated nonce gives the key away.
 */
export function encrypt(key: Secret, bound: Uint8Array, plaintext: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key), nonce, { authTagLength: tagLength });
  cipher.setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `encrypt` made, or throws `SealBroken` when the key, the bound bytes or a single bit differ. */
export function decrypt(key: Secret, bound: Uint8Array, sealed: Uint8Array): Buffer {
  if (sealed.length < nonceLength + tagLength) throw new SealBroken();
  const tagAt = sealed.length - tagLength;
  const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key), sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(tagAt));
  try {
    const opened = decipher.update(sealed.subarray(nonceLength, tagAt));
    // Checks the tag; of this mode there is nothing left to come.
    decipher.final();
    return opened;
  } catch {
    throw new SealBroken();
  }
}
