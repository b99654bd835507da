import { describe, expect, it } from 'vitest';
import { aKeyStore } from '../../vault/testing/a-key-store.ts';
import { verifyNote } from './checkpoint.ts';
import { leafHash, signCheckpoint, verifierKeyOf, verifyCheckpoint } from './index.ts';

const key = aKeyStore().checkpointKey;
const checkpoint = { origin: 'forestall/c1', size: 20_852_163, root: leafHash(Buffer.from('entry')) };
const verifierKey = verifierKeyOf(checkpoint.origin, key.publicKey);

describe('checkpoint', () => {
  it('reads as three lines, an empty one and a signature', () => {
    const note = signCheckpoint(checkpoint, key);

    expect(note.split('\n')).toEqual([
      'forestall/c1',
      '20852163',
      checkpoint.root.toString('base64'),
      '',
      expect.stringMatching(/^— forestall\/c1 [A-Za-z0-9+/]+=*$/),
      '',
    ]);
  });

  it('verifies with its key, beside the signatures of others', () => {
    const note = `${signCheckpoint(checkpoint, key)}— witness.example AAAAAAAA\n`;

    expect(verifyCheckpoint(note, verifierKey)).toEqual(checkpoint);
  });

  it.each([
    ['another size', (note: string) => note.replace('20852163', '20852164')],
    [
      'another root',
      (note: string) => note.replace(checkpoint.root.toString('base64'), leafHash(Buffer.from('x')).toString('base64')),
    ],
    ['another origin', (note: string) => note.replace('forestall/c1\n', 'forestall/c2\n')],
    ['no signature', (note: string) => note.slice(0, note.indexOf('—'))],
    ['no text', () => ''],
  ])('is refused with %s', (_, change) => {
    expect(verifyCheckpoint(change(signCheckpoint(checkpoint, key)), verifierKey)).toBeNull();
  });

  it('is refused when another installation signed it in the same name', () => {
    const note = signCheckpoint(checkpoint, aKeyStore().checkpointKey);

    expect(verifyCheckpoint(note, verifierKey)).toBeNull();
  });

  it('verifies the note that the signed-note format publishes as its example', () => {
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const signature =
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    const publishedKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

    expect(verifyNote(`${text}\n${signature}`, publishedKey)).toBe(text);
    expect(verifyNote(`${text.replace('your', 'our')}\n${signature}`, publishedKey)).toBeNull();
  });

  it.each([
    ['another name', () => verifierKey.replace('c1+', 'c2+')],
    ['no name', () => verifierKey.slice(verifierKey.indexOf('+'))],
    ['another kind of key', () => verifierKey.replace(/[^+]+$/, Buffer.from([2, ...key.publicKey]).toString('base64'))],
    ['a key that is too short', () => verifierKeyOf(checkpoint.origin, key.publicKey.subarray(1))],
    ['another key than its hash says', () => verifierKey.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
  ])('takes no key of %s', (_, mistyped) => {
    const verify = () => verifyCheckpoint(signCheckpoint(checkpoint, key), mistyped());

    expect(verify).toThrow('Not a verifier key');
  });
});
