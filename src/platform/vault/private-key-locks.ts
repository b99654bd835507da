import { randomBytes } from 'node:crypto';
import { type HashCost, slowHash } from './argon2id.ts';
import { binding, decrypt, deriveKey, encrypt } from './cipher.ts';
import { SealBroken } from './errors.ts';
import { type KeyPair, keyPairOf } from './key-pair.ts';

/** About thrice OWASP's least (19 MiB, two passes), since whoever steals the database may try passwords at leisure. */
const passwordCost: HashCost = { memoryKib: 32_768, passes: 3 };
/** A changed row must not be able to ask for hours of work or all of the memory. */
const highestCost: HashCost = { memoryKib: 262_144, passes: 16 };
const lowestCost: HashCost = { memoryKib: 8, passes: 1 };
const saltLength = 16;
const headerLength = 6 + saltLength;

/** Locks a private key under a password: 0x01 | memory in KiB (uint32) | passes (uint8) | salt | sealed key. */
export async function lockPrivateKeyWithPassword(privateKey: Uint8Array, password: string): Promise<Buffer> {
  const header = Buffer.alloc(headerLength, 0x01);
  header.writeUInt32BE(passwordCost.memoryKib, 1);
  header.writeUInt8(passwordCost.passes, 5);
  randomBytes(saltLength).copy(header, 6);
  const key = await passwordKey(password, header);
  return Buffer.concat([header, encrypt(key, header, privateKey)]);
}

/** Gives the pair back, or null when the password is wrong; what cannot be a lock at all throws `SealBroken`. */
export async function unlockPrivateKeyWithPassword(locked: Uint8Array, password: string): Promise<KeyPair | null> {
  const header = Buffer.from(locked.subarray(0, headerLength));
  if (header.length !== headerLength || header[0] !== 0x01) throw new SealBroken();
  const key = await passwordKey(password, header);
  return openedOrNull(() => decrypt(key, header, locked.subarray(headerLength)));
}

/** Spends what a wrong password costs, so that an unknown address cannot be told from a known one by waiting. */
export async function spendPasswordTime(password: string): Promise<void> {
  await slowHash(password.normalize('NFKC'), Buffer.alloc(saltLength), passwordCost);
}

/** Locks a private key under 32 random bytes: a passkey's PRF secret, or the key that lives in a session cookie. */
export function lockPrivateKeyWith(secret: Uint8Array, privateKey: Uint8Array): Buffer {
  return encrypt(deriveKey(secret, 'private key lock'), binding('private key lock'), privateKey);
}

/** Gives the pair back, or null when the secret is not the one it was locked with. */
export function unlockPrivateKeyWith(secret: Uint8Array, locked: Uint8Array): KeyPair | null {
  return openedOrNull(() => decrypt(deriveKey(secret, 'private key lock'), binding('private key lock'), locked));
}

function passwordKey(password: string, header: Buffer): Promise<Buffer> {
  const cost = { memoryKib: header.readUInt32BE(1), passes: header.readUInt8(5) };
  if (!isWithin(cost, lowestCost, highestCost)) throw new SealBroken();
  // The same password typed on two keyboards may differ in bytes but not after NFKC (NIST SP 800-63B-4).
  return slowHash(password.normalize('NFKC'), header.subarray(6), cost);
}

function isWithin(cost: HashCost, lowest: HashCost, highest: HashCost): boolean {
  const has = (part: keyof HashCost) => cost[part] >= lowest[part] && cost[part] <= highest[part];
  return has('memoryKib') && has('passes');
}

function openedOrNull(open: () => Buffer): KeyPair | null {
  try {
    return keyPairOf(open());
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
