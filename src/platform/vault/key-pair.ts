import sodium from 'libsodium-wrappers';
import { SealBroken } from './errors.ts';

await sodium.ready;

/** An X25519 pair of a person, a group or a community's recovery kit; both halves are 32 bytes. */
export type KeyPair = { publicKey: Buffer; privateKey: Buffer };

/** Makes a fresh pair from the system's randomness. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey: Buffer.from(publicKey), privateKey: Buffer.from(privateKey) };
}

/** Gives the pair that a 32-byte private key belongs to. */
export function keyPairOf(privateKey: Uint8Array): KeyPair {
  return { publicKey: Buffer.from(sodium.crypto_scalarmult_base(privateKey)), privateKey: Buffer.from(privateKey) };
}

/** Seals bytes so that only the holder of the private key opens them; needs nobody signed in (libsodium sealed box). */
export function sealTo(publicKey: Uint8Array, bytes: Uint8Array): Buffer {
  return Buffer.from(sodium.crypto_box_seal(bytes, publicKey));
}

/** Opens a sealed box made to this pair, or throws `SealBroken`. */
export function openSealed(keyPair: KeyPair, box: Uint8Array): Buffer {
  try {
    return Buffer.from(sodium.crypto_box_seal_open(box, keyPair.publicKey, keyPair.privateKey));
  } catch {
    throw new SealBroken();
  }
}
