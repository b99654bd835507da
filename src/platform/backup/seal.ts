import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { OperatorFault } from '../operator-fault.ts';

/** Whom an archive is sealed to: holders of keys (`age1…`), or whoever knows a passphrase; a random one needs less work. */
export type SealTo = { recipients: string[] } | { passphrase: string; workFactor?: number };
/** What opens an archive: a key (`AGE-SECRET-KEY-1…`), or the passphrase. */
export type OpenWith = { identity: string } | { passphrase: string };

/** Encrypts a stream in the age format. */
export async function seal(plain: Readable, to: SealTo): Promise<Readable> {
  const encrypter = new Encrypter();
  if ('passphrase' in to) {
    if (to.workFactor) encrypter.setScryptWorkFactor(to.workFactor);
    encrypter.setPassphrase(to.passphrase);
  } else for (const recipient of to.recipients) addRecipient(encrypter, recipient);
  return asNode(await encrypter.encrypt(asWeb(plain)));
}

/** Decrypts what `seal` wrote. Refuses with one line when the key or the passphrase is not the right one. */
export async function unseal(sealed: Readable, by: OpenWith): Promise<Readable> {
  const decrypter = new Decrypter();
  try {
    if ('passphrase' in by) decrypter.addPassphrase(by.passphrase);
    else decrypter.addIdentity(by.identity);
    return asNode(await decrypter.decrypt(asWeb(sealed)));
  } catch {
    throw new OperatorFault('The archive does not open: it is damaged, or this is not its key or passphrase.');
  }
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new OperatorFault(`${recipient} is not an age recipient: it must look like age1….`);
  }
}

/** The two declarations of web streams, of Node and of the browser, describe the same thing. */
const asWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
const asNode = (stream: ReadableStream<Uint8Array>) => Readable.fromWeb(stream as unknown as WebStream);
