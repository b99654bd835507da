import { createHash, randomBytes } from 'node:crypto';

/** The only source of randomness that product code is given. */
export type Chance = { bytes(count: number): Buffer };

/** Unpredictable bytes from the operating system. */
export const systemChance: Chance = { bytes: (count) => randomBytes(count) };

/** Gives the same bytes for the same seed: for tests and invented demonstrations only, never where a secret is made. */
export function seededChance(seed: string | number): Chance {
  let block = 0;
  const nextBlock = () => createHash('sha256').update(`${seed}:${block++}`).digest();
  return {
    bytes: (count) => {
      const blocks = Array.from({ length: Math.ceil(count / 32) }, nextBlock);
      return Buffer.concat(blocks).subarray(0, count);
    },
  };
}
