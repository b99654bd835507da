import type { KeyObject } from 'node:crypto';
import { binding, decrypt, deriveKey, encrypt, keyObjectOf, type Secret } from './cipher.ts';
import { type KeyPair, openSealed, sealTo } from './key-pair.ts';
import type { KeyStore } from './key-store.ts';

/** Whose copy of which record's key this is; a copy moved elsewhere does not open. */
export type CopyContext = { community: string; record: string; recipient: string };

/**
 * One recipient's copy of a record key. `outer` is AES-256-GCM under the installation key of `generation`; inside it lies
 * a sealed box, or after the first opening AES-256-GCM under a key that only the recipient's private key gives.
 */
export type WrappedCopy = { generation: number; form: 'sealed-box' | 'symmetric'; outer: Buffer };

/** What opening needs of the key store: a thread of its own is handed no more. */
type GenerationKeys = { generationKey(generation: number): Secret };
type CurrentKeys = GenerationKeys & { readonly currentGeneration: number };

/** The keys of the store as they are now, each read once: for many copies at a stretch, never beyond one transaction. */
export function keysForNow(keyStore: KeyStore): CurrentKeys {
  const read = new Map<number, KeyObject>();
  let current: number | undefined;
  return {
    get currentGeneration() {
      current ??= keyStore.currentGeneration;
      return current;
    },
    generationKey(generation) {
      const key = read.get(generation) ?? keyObjectOf(keyStore.generationKey(generation));
      read.set(generation, key);
      return key;
    },
  };
}

/** Wraps a record key to one person or group; needs nobody signed in. */
export function wrapRecordKey(
  recordKey: Uint8Array,
  recipientPublicKey: Uint8Array,
  keyStore: CurrentKeys,
  context: CopyContext,
): WrappedCopy {
  return withOuter('sealed-box', sealTo(recipientPublicKey, recordKey), keyStore, context);
}

/** Opens a copy with the recipient's pair and the key store together, or throws `SealBroken`. */
export function unwrapRecordKey(
  copy: WrappedCopy,
  keyPair: KeyPair,
  keyStore: GenerationKeys,
  context: CopyContext,
): Buffer {
  const inner = withoutOuter(copy, keyStore, context);
  if (copy.form === 'sealed-box') return openSealed(keyPair, inner);
  return decrypt(copyKey(keyPair), boundTo(context), inner);
}

/** Wraps a record key in the form that opens fast; only the recipient can, and does once, at the first opening. */
export function wrapForOneself(
  recordKey: Uint8Array,
  keyPair: KeyPair,
  keyStore: CurrentKeys,
  context: CopyContext,
): WrappedCopy {
  return withOuter('symmetric', encrypt(copyKey(keyPair), boundTo(context), recordKey), keyStore, context);
}

/** Moves a copy under the current generation without any private key, so that the generation before can be destroyed. */
export function rewrapOuter(copy: WrappedCopy, keyStore: CurrentKeys, context: CopyContext): WrappedCopy {
  return withOuter(copy.form, withoutOuter(copy, keyStore, context), keyStore, context);
}

/** Puts a copy that came without its outer layer under this installation's current generation. */
export function withOuter(
  form: WrappedCopy['form'],
  inner: Buffer,
  keyStore: CurrentKeys,
  context: CopyContext,
): WrappedCopy {
  const generation = keyStore.currentGeneration;
  const outer = encrypt(keyStore.generationKey(generation), outerBound(form, generation, context), inner);
  return { generation, form, outer };
}

/** Takes the outer layer off: what remains opens with the recipient's private key alone, so it must never lie in the open. */
export function withoutOuter(
  { generation, form, outer }: WrappedCopy,
  keyStore: GenerationKeys,
  context: CopyContext,
): Buffer {
  return decrypt(keyStore.generationKey(generation), outerBound(form, generation, context), outer);
}

function outerBound(form: string, generation: number, { community, record, recipient }: CopyContext): Buffer {
  return binding('wrapped copy, outer', form, generation, community, record, recipient);
}

function boundTo({ community, record, recipient }: CopyContext): Buffer {
  return binding('wrapped copy, inner', community, record, recipient);
}

/** Derived once for each pair in memory, because a search opens thousands of copies with the same one. */
const copyKeys = new WeakMap<KeyPair, KeyObject>();

function copyKey(keyPair: KeyPair): KeyObject {
  const key = copyKeys.get(keyPair) ?? keyObjectOf(deriveKey(keyPair.privateKey, 'wrapped copies'));
  copyKeys.set(keyPair, key);
  return key;
}
