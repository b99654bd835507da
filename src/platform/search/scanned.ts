import type { KeyPair, Place, WrappedCopy } from '../vault/index.ts';
import type { Snippet } from './match-words.ts';

/** A sealed value of a record; `under` names the key derived from the record's, where it is not the record's own. */
export interface SealedPart {
  place: Place;
  sealed: Uint8Array;
  under?: string;
}

/** One record to be opened and looked through, with the copy of its key that the searcher holds. */
export interface SealedRecord {
  id: string;
  recipient: string;
  copy: WrappedCopy;
  parts: SealedPart[];
}

/** What the thread is handed for one batch, and forgets with its answer. */
export interface Batch {
  community: string;
  stems: readonly string[];
  generations: ReadonlyMap<number, Uint8Array>;
  pairs: ReadonlyMap<string, KeyPair>;
  records: readonly SealedRecord[];
}

export interface Found {
  id: string;
  snippet: Snippet;
}
