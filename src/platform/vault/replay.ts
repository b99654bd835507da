import { binding, decrypt, deriveKey, encrypt, keyedHash } from './cipher.ts';
import type { KeyStore } from './key-store.ts';

/** Finds the answer that was given to an idempotency key; the key itself is never kept. */
export function idempotencyHash(key: string, keyStore: KeyStore): Buffer {
  return keyedHash(keyStore.installationSecret('idempotency'), key);
}

/** Recognises the same body under the same key; without the key it does not let anybody test a guess of the body. */
export function replayBodyHash(key: string, body: string | Uint8Array): Buffer {
  return keyedHash(deriveKey(Buffer.from(key, 'utf8'), 'replay body'), body);
}

/** Seals an answer so that only whoever sent the key (at least 128 random bits) can have it again. */
export function sealReplay(key: string, answer: Uint8Array): Buffer {
  return encrypt(replayKey(key), binding('replay'), answer);
}

/** Opens the answer kept for this key, or throws `SealBroken`. */
export function openReplay(key: string, sealed: Uint8Array): Buffer {
  return decrypt(replayKey(key), binding('replay'), sealed);
}

function replayKey(key: string): Buffer {
  return deriveKey(Buffer.from(key, 'utf8'), 'replay answer');
}
