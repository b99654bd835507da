import type { PersonActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { openableCopies, openingPairs, wrappedIn } from '../keys/index.ts';
import type { Batch, SealedPart } from './scanned.ts';

/** Which ids are asked for: older than `before`, so many at most; `holders` are the searcher and the groups whose keys they hold. */
export type Page = { before: string | null; limit: number; holders: readonly string[] };

/** What a slice lets its people search: first which records, then, for those that the searcher can open, what is sealed in them. */
export interface NarrativeSource {
  kind: string;
  /** Ids of records that this person may open by the slice's rules, newest first. */
  ids(tx: Tx<PersonActor>, ground: Ground, page: Page): Promise<string[]>;
  /** The sealed words of these records, and by what number people know each. */
  load(tx: Tx<PersonActor>, ids: readonly string[]): Promise<{ id: string; number: string; parts: SealedPart[] }[]>;
}

/** Records to be looked through, the numbers that people know them by, and the last id of them, or null when they are the last. */
export type Loaded = Omit<Batch, 'stems'> & { numbers: Map<string, string>; last: string | null };

/** The first batch is small, so that something is seen soon; the others cost few questions for each record. */
const firstBatch = 200;
const batchSize = 1_000;
/** About as many as are looked through in the time of one search. */
const idsAtOnce = 40_000;

/** Gives one batch of the source after the other at each call, newest first; null when it is through. */
export function batchesOf(
  ground: Ground,
  actor: PersonActor,
  source: NarrativeSource,
  from: string | null,
): () => Promise<Loaded | null> {
  let page: { ids: string[]; isLast: boolean } = { ids: [], isLast: false };
  let before = from;
  let size = firstBatch;
  return () =>
    ground.database.withActor(actor, async (tx) => {
      if (page.ids.length === 0 && !page.isLast) page = await pageOf(tx, ground, source, before);
      const ids = page.ids.slice(0, size);
      const loaded = await loadBatch(tx, ground, source, ids);
      page = { ...page, ids: page.ids.slice(size) };
      size = batchSize;
      before = ids.at(-1) ?? null;
      return before === null ? null : { ...loaded, last: page.isLast && page.ids.length === 0 ? null : before };
    });
}

/** Authorises: which records are looked through at all. */
async function pageOf(tx: Tx<PersonActor>, ground: Ground, source: NarrativeSource, before: string | null) {
  const holders = [...(await openingPairs(tx)).keys()];
  const ids = await source.ids(tx, ground, { before, limit: idsAtOnce, holders });
  return { ids, isLast: ids.length < idsAtOnce };
}

/** Loads what this person holds keys to: anything else is never read, let alone opened. */
async function loadBatch(tx: Tx<PersonActor>, ground: Ground, source: NarrativeSource, ids: readonly string[]) {
  const { copies, pairs } = await openableCopies(tx, ids);
  const copyOf = new Map(copies.map((copy) => [copy.recordId, copy]));
  const loaded = await source.load(tx, [...copyOf.keys()]);
  const used = new Set(copies.map((copy) => copy.generation));
  return {
    community: tx.actor.communityId,
    generations: new Map([...used].map((each) => [each, ground.keyStore.generationKey(each)])),
    pairs,
    records: loaded.map(({ id, parts }) => {
      const copy = copyOf.get(id)!;
      return { id, recipient: copy.recipientId, copy: wrappedIn(copy), parts };
    }),
    numbers: new Map(loaded.map(({ id, number }) => [id, number])),
  };
}
