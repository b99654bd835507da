import { hashRaw } from '@node-rs/argon2';

/** What one hash costs; kept beside what it protects, so that the cost can be raised later. */
export type HashCost = { memoryKib: number; passes: number };

const argon2id = 2;

/** Hashes to 32 bytes with Argon2id (RFC 9106), off the main thread; `pepper` is the secret that is not in the database. */
export function slowHash(secret: string, salt: Uint8Array, cost: HashCost, pepper?: Uint8Array): Promise<Buffer> {
  return hashRaw(secret, {
    algorithm: argon2id,
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: 1,
    outputLen: 32,
    salt,
    secret: pepper,
  });
}
