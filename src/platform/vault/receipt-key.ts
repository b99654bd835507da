import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type HashCost, slowHash } from './argon2id.ts';
import { binding, decrypt, deriveKey, encrypt, keyedHash } from './cipher.ts';
import type { ReceiptKeys } from './key-store.ts';
import { locatorOf } from './receipt.ts';

/** Small, since every report costs one; the strength lies in 15 random digits, the salt and the pepper. */
const receiptCost: HashCost = { memoryKib: 4096, passes: 1 };
const saltLength = 16;

/** What the database keeps of a receipt besides its locator's hash. */
export type StoredReceipt = { salt: Uint8Array; verifier: Uint8Array };

/** Where something sealed under a receipt belongs. */
export type ReceiptPlace = { community: string; record: string };

/** A fresh salt for one row. */
export function newReceiptSalt(): Buffer {
  return randomBytes(saltLength);
}

/** Finds the row of a receipt: 32 bytes, which say nothing of the digits without the key store. */
export function receiptLocatorHash(digits: string, keyStore: ReceiptKeys): Buffer {
  return keyedHash(keyStore.locatorKey, locatorOf(digits));
}

/** Turns a receipt into the key of its mailbox; takes the row's salt and the pepper that is not in the database. */
export function receiptKey(digits: string, salt: Uint8Array, keyStore: ReceiptKeys): Promise<Buffer> {
  return slowHash(digits, salt, receiptCost, keyStore.receiptPepper);
}

/** What the row keeps to recognise its receipt; does not open anything. */
export function receiptVerifier(key: Uint8Array): Buffer {
  return deriveKey(key, 'receipt verifier');
}

/** Spends what opening a receipt costs, and opens nothing. */
export async function dummyReceiptHash(digits: string, keyStore: ReceiptKeys): Promise<void> {
  await openReceipt(digits, undefined, keyStore);
}

/**
 * Gives the receipt's key if it is the row's receipt, else null. An unknown locator (`stored` undefined) takes the same
 * path and the same time as a wrong secret, because it is the same code.
 */
export async function openReceipt(
  digits: string,
  stored: StoredReceipt | undefined,
  keyStore: ReceiptKeys,
): Promise<Buffer | null> {
  const { salt, verifier } = stored ?? nobodysReceipt;
  const key = await receiptKey(digits, salt, keyStore);
  return timingSafeEqual(receiptVerifier(key), verifier) ? key : null;
}

/** Seals bytes that only the receipt opens, such as the key of its mailbox. */
export function sealWithReceipt(key: Uint8Array, place: ReceiptPlace, bytes: Uint8Array): Buffer {
  return encrypt(deriveKey(key, 'receipt seal'), boundTo(place), bytes);
}

/** Opens what `sealWithReceipt` made for this report, or throws `SealBroken`. */
export function openWithReceipt(key: Uint8Array, place: ReceiptPlace, sealed: Uint8Array): Buffer {
  return decrypt(deriveKey(key, 'receipt seal'), boundTo(place), sealed);
}

const nobodysReceipt: StoredReceipt = { salt: newReceiptSalt(), verifier: randomBytes(32) };

function boundTo({ community, record }: ReceiptPlace): Buffer {
  return binding('receipt seal', community, record);
}
