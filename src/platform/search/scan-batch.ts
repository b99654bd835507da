import { deriveKey, type KeyPair, openJson, unwrapRecordKey } from '../vault/index.ts';
import { findIn } from './match-words.ts';
import type { Batch, Found, SealedRecord } from './scanned.ts';

/** Every text in a sealed value, however deep it lies. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

function textsOf(record: SealedRecord, key: Buffer): string[] {
  return record.parts.flatMap(({ place, sealed, under }) =>
    textsIn(openJson(under ? deriveKey(key, under) : key, place, sealed)),
  );
}

/** Opens each record of the batch and gives those in which every stem stands, in the order of the batch. */
export function scanBatch({ community, stems, generations, pairs, records }: Batch): Found[] {
  const keyStore = { generationKey: (generation: number) => Buffer.from(generations.get(generation) ?? []) };
  const held = new Map<string, KeyPair>();
  const pairOf = (recipient: string): KeyPair => {
    const pair = held.get(recipient) ?? bytesOf(pairs.get(recipient)!);
    held.set(recipient, pair);
    return pair;
  };
  return records.flatMap((record) => {
    const context = { community, record: record.id, recipient: record.recipient };
    const key = unwrapRecordKey(asBuffers(record.copy), pairOf(record.recipient), keyStore, context);
    const snippet = findIn(stems, textsOf(record, key));
    return snippet ? [{ id: record.id, snippet }] : [];
  });
}

/** What comes from another thread is plain bytes. */
const bytesOf = ({ publicKey, privateKey }: KeyPair): KeyPair => ({
  publicKey: Buffer.from(publicKey),
  privateKey: Buffer.from(privateKey),
});

const asBuffers = (copy: SealedRecord['copy']): SealedRecord['copy'] => ({ ...copy, outer: Buffer.from(copy.outer) });
