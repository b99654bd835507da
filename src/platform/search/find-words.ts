import type { PersonActor } from '../actor.ts';
import type { Ground } from '../ground.ts';
import { type Snippet, stemsOf } from './match-words.ts';
import { batchesOf, type NarrativeSource } from './narratives.ts';
import { scanInThread } from './scanner.ts';

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

const matchesAtMost = 100;

/**
 * Looks through everything that this person may open, newest first, and tells what it finds as it goes: matches, how far it came,
 * and where to go on when the time is over. While one batch is looked through the next is read.
 */
export async function* findWords(ground: Ground, actor: PersonActor, search: Search): AsyncGenerator<SearchLine> {
  const stems = stemsOf(search.sought);
  const until = performance.now() + search.budget;
  const cursor: Cursor = { ...(search.from ?? Object.fromEntries(search.sources.map(({ kind }) => [kind, 'newest']))) };
  let scanned = 0;
  let matches = 0;
  for (const source of search.sources) {
    const at = cursor[source.kind];
    if (!at) continue;
    const read = batchesOf(ground, actor, source, at === 'newest' ? null : at);
    cursor[source.kind] = null;
    for (let next = read(); ; ) {
      const batch = await next;
      if (!batch) break;
      const { numbers, last, ...sealed } = batch;
      next = last === null ? Promise.resolve(null) : read();
      // Nobody waits for what is read ahead when the search ends here.
      next.catch(() => {});
      for (const { id, snippet } of await scanInThread({ ...sealed, stems })) {
        matches += 1;
        yield { type: 'match', kind: source.kind, id, number: numbers.get(id) ?? '', snippet };
      }
      scanned += sealed.records.length;
      cursor[source.kind] = last;
      yield { type: 'progress', scanned };
      if (performance.now() > until || matches >= matchesAtMost || search.isCancelled()) {
        await next.catch(() => {});
        const isThrough = Object.values(cursor).every((each) => each === null);
        return yield { type: 'end', scanned, next: isThrough ? null : cursor };
      }
    }
  }
  yield { type: 'end', scanned, next: null };
}
