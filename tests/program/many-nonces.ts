import { once } from 'node:events';
import { encrypt } from '../../src/platform/vault/cipher.ts';

export const nonceLength = 12;
const atOnce = 10_000;

/** Encrypts so many times under this key, and writes every nonce that was used. */
async function writeNonces(key: Buffer, count: number): Promise<void> {
  const bound = Buffer.from('K-03');
  const text = Buffer.alloc(32, 7);
  for (let left = count; left > 0; left -= atOnce) {
    const nonces = Buffer.alloc(Math.min(left, atOnce) * nonceLength);
    for (let at = 0; at < nonces.length; at += nonceLength) encrypt(key, bound, text).copy(nonces, at, 0, nonceLength);
    if (!process.stdout.write(nonces)) await once(process.stdout, 'drain');
  }
}

// One process of many, started with the key in hex and a count.
const [, started, keyInHex = '', count = '0'] = process.argv;
if (started === import.meta.filename) await writeNonces(Buffer.from(keyInHex, 'hex'), Number(count));
