import { isAscii } from 'node:buffer';
import { createSecretKey } from 'node:crypto';
import { deriveKey, type KeyPair, openField, unwrapRecordKey } from '../vault/index.ts';
import { findIn, fold } from './match-words.ts';
import type { Batch, Found, SealedRecord } from './scanned.ts';

/** Every text in a sealed value, however deep it lies. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** The parts as they were sealed, in JSON. */
function openParts(record: SealedRecord, key: Buffer): Buffer[] {
  const derived = new Map<string | undefined, Buffer>([[undefined, key]]);
  return record.parts.map(({ place, sealed, under }) => {
    const own = derived.get(under) ?? deriveKey(key, under!);
    derived.set(under, own);
    return openField(own, place, sealed);
  });
}

/** JSON leaves letters and digits as they are, so what stands nowhere in it stands in none of its texts either. */
const foldedJson = (json: Buffer): string =>
  isAscii(json) ? json.toString('latin1').toLowerCase() : fold(json.toString('utf8'));

/** False for nearly every record of a search: those are not read any closer. */
function mayHold(stems: readonly string[], parts: readonly Buffer[]): boolean {
  const folded = parts.map(foldedJson);
  return stems.every((stem) => folded.some((part) => part.includes(stem)));
}

/** Opens each record of the batch and gives those in which every stem stands, in the order of the batch. */
export function scanBatch({ community, stems, generations, pairs, records }: Batch): Found[] {
  const keys = new Map([...generations].map(([generation, key]) => [generation, createSecretKey(key)]));
  const keyStore = { generationKey: (generation: number) => keys.get(generation)! };
  const held = new Map([...pairs].map(([recipient, pair]) => [recipient, bytesOf(pair)]));
  return records.flatMap((record) => {
    const context = { community, record: record.id, recipient: record.recipient };
    const key = unwrapRecordKey(asBuffers(record.copy), held.get(record.recipient)!, keyStore, context);
    const parts = openParts(record, key);
    if (!mayHold(stems, parts)) return [];
    const snippet = findIn(
      stems,
      parts.flatMap((part) => textsIn(JSON.parse(part.toString('utf8')))),
    );
    return snippet ? [{ id: record.id, snippet }] : [];
  });
}

/** What comes from another thread is plain bytes. */
const bytesOf = ({ publicKey, privateKey }: KeyPair): KeyPair => ({
  publicKey: Buffer.from(publicKey),
  privateKey: Buffer.from(privateKey),
});

const asBuffers = (copy: SealedRecord['copy']): SealedRecord['copy'] => ({ ...copy, outer: Buffer.from(copy.outer) });
