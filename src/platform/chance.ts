import { createHash, randomBytes, randomFillSync } from 'node:crypto';

/** The only source of randomness that product code is given. */
export type Chance = { bytes(count: number): Buffer };

const drawnAtOnce = 4_096;
const small = 64;
const drawn = Buffer.alloc(drawnAtOnce);
let given = drawnAtOnce;

/** Draws many at once, since asking the system costs more than the bytes; each is given once and then wiped. */
function fromStock(count: number): Buffer {
  if (given + count > drawnAtOnce) {
    randomFillSync(drawn);
    given = 0;
  }
  const bytes = Buffer.from(drawn.subarray(given, given + count));
  drawn.fill(0, given, given + count);
  given += count;
  return bytes;
}

/** Unpredictable bytes from the operating system. */
export const systemChance: Chance = { bytes: (count) => (count <= small ? fromStock(count) : randomBytes(count)) };

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
