import type { SessionKeys } from './browser-box.ts';

/*
 * The private key of a request stays in this browser: in the page's memory, which outlives a locked screen, and in the
 * browser's own key storage, which outlives a reload and is emptied at sign-out. It cannot be read out of either.
 */
const inMemory = new Map<string, CryptoKey>();
const store = 'session-keys';

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('forestall-identities', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ask = async <Answer>(mode: IDBTransactionMode, act: (of: IDBObjectStore) => IDBRequest<Answer>) => {
  const database = await opened();
  return await new Promise<Answer>((resolve, reject) => {
    const request = act(database.transaction(store, mode).objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).finally(() => database.close());
};

export const keepSessionKey = async (request: string, { privateKey }: SessionKeys): Promise<void> => {
  inMemory.set(request, privateKey);
  await ask('readwrite', (keys) => keys.put(privateKey, request)).catch(() => {});
};

/** The key of a request that was asked for in this browser, or null. */
export const sessionKeyOf = async (request: string): Promise<CryptoKey | null> =>
  inMemory.get(request) ??
  (await ask<CryptoKey | undefined>('readonly', (keys) => keys.get(request)).catch(() => null)) ??
  null;

export const forgetSessionKey = async (request: string): Promise<void> => {
  inMemory.delete(request);
  await ask('readwrite', (keys) => keys.delete(request)).catch(() => {});
};
