import { createECDH } from 'node:crypto';
import { binding, deriveKey, encrypt } from './cipher.ts';

/** Named in both halves of the program: what seals here opens in a browser's own Web Cryptography and nowhere else. */
const purpose = 'forestall browser box 1';

/**
 * Seals bytes to the P-256 public key of one browser session: ephemeral public key (65) | nonce | ciphertext | tag, bound to
 * its place. Web Cryptography opens it without any library (ECDH, HKDF-SHA-256, AES-256-GCM); nobody else can, we neither.
 */
export function sealToBrowser(sessionKey: Uint8Array, place: readonly string[], bytes: Uint8Array): Buffer {
  const ephemeral = createECDH('prime256v1');
  const publicKey = ephemeral.generateKeys();
  const shared = ephemeral.computeSecret(sessionKey);
  return Buffer.concat([publicKey, encrypt(deriveKey(shared, purpose), binding(purpose, ...place), bytes)]);
}

/** True if these bytes are a public key that something can be sealed to. */
export function isBrowserKey(sessionKey: Uint8Array): boolean {
  try {
    const ephemeral = createECDH('prime256v1');
    ephemeral.generateKeys();
    ephemeral.computeSecret(sessionKey);
    return sessionKey.length === 65;
  } catch {
    return false;
  }
}
