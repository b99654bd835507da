import { once } from 'node:events';
import { encrypt } from '../../src/platform/vault/cipher.ts';

const nonceLength = 12;
const atOnce = 10_000;

/** One process of many: encrypts so many times under the key it is given, and writes every nonce that it used. */
const [keyInHex = '', count = '0'] = process.argv.slice(2);
const key = Buffer.from(keyInHex, 'hex');
const bound = Buffer.from('K-03');
const text = Buffer.alloc(32, 7);
for (let left = Number(count); left > 0; left -= atOnce) {
  const nonces = Buffer.alloc(Math.min(left, atOnce) * nonceLength);
  for (let at = 0; at < nonces.length; at += nonceLength) encrypt(key, bound, text).copy(nonces, at, 0, nonceLength);
  if (!process.stdout.write(nonces)) await once(process.stdout, 'drain');
}
