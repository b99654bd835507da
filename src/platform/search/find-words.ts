import type { PersonActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { openableCopies } from '../keys/index.ts';
import { type Snippet, stemsOf } from './match-words.ts';
import type { Batch, SealedPart } from './scanned.ts';
import { scanInThread } from './scanner.ts';

/** What a slice lets its people search: first which records, then, for those that the searcher can open, what is sealed in them. */
export interface NarrativeSource {
  kind: string;
  /** Ids of records that this person may open by the slice's rules, newest first, older than `before`. */
  ids(tx: Tx<PersonActor>, ground: Ground, before: string | null, limit: number): Promise<string[]>;
  /** The sealed words of these records, and by what number people know each. */
  load(tx: Tx<PersonActor>, ids: readonly string[]): Promise<{ id: string; number: string; parts: SealedPart[] }[]>;
}

/** From where on each source is to be searched; a source that is through stands at `null`. */
export type Cursor = Record<string, string | null>;

export type SearchLine =
  | { type: 'match'; kind: string; id: string; number: string; snippet: Snippet }
  | { type: 'progress'; scanned: number }
  | { type: 'end'; scanned: number; next: Cursor | null };

export interface Search {
  sought: string;
  sources: readonly NarrativeSource[];
  from: Cursor | null;
  /** Milliseconds after which the rest is left for another time. */
  budget: number;
  isCancelled(): boolean;
}

const batchSize = 400;
const matchesAtMost = 100;

type Loaded = { batch: Batch; numbers: Map<string, string>; last: string | null };

/** Authorises, then loads: what this person holds no key to is never read, let alone opened. */
async function loadBatch(
  tx: Tx<PersonActor>,
  ground: Ground,
  source: NarrativeSource,
  before: string | null,
  stems: readonly string[],
): Promise<Loaded> {
  const ids = await source.ids(tx, ground, before, batchSize);
  const { copies, pairs } = await openableCopies(tx, ids);
  const copyOf = new Map(copies.map((copy) => [copy.recordId, copy]));
  const loaded = await source.load(tx, [...copyOf.keys()]);
  const used = new Set(copies.map((copy) => copy.generation));
  return {
    batch: {
      community: tx.actor.communityId,
      stems,
      generations: new Map([...used].map((each) => [each, ground.keyStore.generationKey(each)])),
      pairs,
      records: loaded.map(({ id, parts }) => {
        const { recipientId, generation, form, wrapped } = copyOf.get(id)!;
        return { id, recipient: recipientId, copy: { generation, form: form as 'symmetric', outer: wrapped }, parts };
      }),
    },
    numbers: new Map(loaded.map(({ id, number }) => [id, number])),
    last: ids.length < batchSize ? null : ids.at(-1)!,
  };
}

/**
 * Looks through everything that this person may open, newest first, and tells what it finds as it goes: matches, how far it came,
 * and where to go on when the time is over. While one batch is looked through the next is read.
 */
export async function* findWords(ground: Ground, actor: PersonActor, search: Search): AsyncGenerator<SearchLine> {
  const stems = stemsOf(search.sought);
  const until = performance.now() + search.budget;
  const cursor: Cursor = { ...(search.from ?? Object.fromEntries(search.sources.map(({ kind }) => [kind, 'newest']))) };
  const load = (source: NarrativeSource, before: string | null) =>
    ground.database.withActor(actor, (tx) => loadBatch(tx, ground, source, before, stems));
  let scanned = 0;
  let matches = 0;
  for (const source of search.sources) {
    const at = cursor[source.kind];
    let next = at ? load(source, at === 'newest' ? null : at) : null;
    while (next) {
      const { batch, numbers, last } = await next;
      next = last === null ? null : load(source, last);
      // Nobody waits for what is read ahead when the search ends here.
      next?.catch(() => {});
      for (const { id, snippet } of await scanInThread(batch)) {
        matches += 1;
        yield { type: 'match', kind: source.kind, id, number: numbers.get(id) ?? '', snippet };
      }
      scanned += batch.records.length;
      cursor[source.kind] = last;
      yield { type: 'progress', scanned };
      if (performance.now() > until || matches >= matchesAtMost || search.isCancelled()) {
        await next?.catch(() => {});
        const isThrough = Object.values(cursor).every((each) => each === null);
        return yield { type: 'end', scanned, next: isThrough ? null : cursor };
      }
    }
  }
  yield { type: 'end', scanned, next: null };
}
