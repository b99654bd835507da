import type { IdentityOpening } from '../contract.ts';

/*
 * What the browser does by itself, with Web Cryptography alone: the server seals each half to a key whose private part
 * cannot leave this browser, and never holds both halves. The bytes are those of src/platform/vault (browser-box, field).
 */

export type SessionKeys = { publicKey: string; privateKey: CryptoKey };
type Bytes = Uint8Array<ArrayBuffer>;

const boxPurpose = 'forestall browser box 1';
const [publicLength, nonceLength, headerLength] = [65, 12, 5];
const utf8 = new TextEncoder();

const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const toBase64 = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const bytesOf = (parts: readonly (string | number)[]): Bytes => utf8.encode(JSON.stringify(parts));

/** Makes the key of this browser session; its private part cannot be read out, not even by this page. */
export const newSessionKeys = async (): Promise<SessionKeys> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { publicKey: toBase64(new Uint8Array(raw)), privateKey: pair.privateKey };
};

const derive = async (secret: BufferSource, purpose: readonly string[]): Promise<CryptoKey> => {
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: bytesOf(['forestall 1', ...purpose]) };
  return await crypto.subtle.deriveKey(how, source, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
};

const decrypt = async (key: CryptoKey, bound: Bytes, sealed: Bytes): Promise<Bytes> => {
  const how = { name: 'AES-GCM', iv: sealed.slice(0, nonceLength), additionalData: bound };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.slice(nonceLength)));
};

/** Opens a half that was sealed to this browser session for this request and side. */
const openHalf = async (privateKey: CryptoKey, sealed: string, place: readonly string[]): Promise<Bytes> => {
  const bytes = fromBase64(sealed);
  const ephemeral = await crypto.subtle.importKey(
    'raw',
    bytes.slice(0, publicLength),
    { name: 'ECDH', namedCurve: 'P-256' },
    false,
    [],
  );
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: ephemeral }, privateKey, 256);
  const key = await derive(shared, [boxPurpose]);
  return await decrypt(key, bytesOf([boxPurpose, ...place]), bytes.slice(publicLength));
};

/** Joins both halves in this browser and opens how the reporter can be reached; throws where anything does not fit. */
export const openIdentity = async (opening: IdentityOpening, privateKey: CryptoKey): Promise<string> => {
  const { community, request, record } = opening;
  const halfA = await openHalf(privateKey, opening.custodianHalf, [community, request, 'custodian']);
  const halfB = await openHalf(privateKey, opening.overseerHalf, [community, request, 'overseer']);
  const key = await derive(
    halfA.map((byte, at) => byte ^ (halfB[at] ?? 0)),
    ['field', 'sealed_identities', 'content'],
  );
  const content = fromBase64(opening.content);
  const header = content.slice(0, headerLength);
  const place = bytesOf([community, 'sealed_identities', 'content', record, record, 1]);
  const bound = new Uint8Array([...header, ...place]);
  return JSON.parse(new TextDecoder().decode(await decrypt(key, bound, content.slice(headerLength))));
};
