import type { Chance } from '../chance.ts';
import { readCharacters, toBase32 } from './base32.ts';
import { deriveKey, keyedHash } from './cipher.ts';
import type { KeyPair } from './key-pair.ts';
import type { KeyStore } from './key-store.ts';
import { lockPrivateKeyWith, unlockPrivateKeyWith } from './private-key-locks.ts';

const codeCount = 10;
/** 80 bits a code: out of reach of guessing even without a slow hash. */
const codeBytes = 10;

/** Makes ten one-time codes such as `7K3M-Q0TX-9B2C-HJ4R`, to be shown once and kept only hashed. */
export function newRecoveryCodes(chance: Chance): string[] {
  return Array.from({ length: codeCount }, () => toBase32(chance.bytes(codeBytes)).replace(/(.{4})(?=.)/g, '$1-'));
}

/** Finds a code as typed, in any case and spacing; says nothing of it without the key store. */
export function recoveryCodeHash(typed: string, keyStore: KeyStore): Buffer {
  return keyedHash(keyStore.installationSecret('recovery codes'), readCharacters(typed));
}

/** Locks a private key under one code, so that a code alone brings a person back without loss. */
export function lockPrivateKeyWithCode(privateKey: Uint8Array, code: string): Buffer {
  return lockPrivateKeyWith(codeKey(code), privateKey);
}

/** Gives the pair back, or null when the code is not the one it was locked with. */
export function unlockPrivateKeyWithCode(locked: Uint8Array, code: string): KeyPair | null {
  return unlockPrivateKeyWith(codeKey(code), locked);
}

function codeKey(typed: string): Buffer {
  return deriveKey(Buffer.from(readCharacters(typed), 'utf8'), 'recovery code lock');
}
