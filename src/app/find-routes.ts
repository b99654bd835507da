import { z } from 'zod';
import { caseNarratives } from '../cases/index.ts';
import { isPerson, type PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import { type AnyRoute, type Permission, route } from '../platform/http/route.ts';
import { type Cursor, findWords, type SearchLine, searchGate } from '../platform/search/index.ts';
import { reportNarratives } from '../reports/index.ts';

/** Every member: what is found is only ever what their own keys open. */
const mayFind: Permission<unknown> = {
  name: 'find-in-own-records',
  open: false,
  check: async ({ actor }) => isPerson(actor),
};

const sources = [reportNarratives, caseNarratives];
const budgetMilliseconds = 2_000;

const input = z.strictObject({
  words: z.string().trim().min(2).max(200),
  /** Where the search before this one stopped. */
  from: z.record(z.enum(['report', 'case']), z.union([z.uuid(), z.literal('newest')]).nullable()).optional(),
});

/** One line of JSON for each thing that is found; whoever goes away ends the search. */
function searchStream(ground: Ground, actor: PersonActor, words: string, from: Cursor | null): Response {
  let isCancelled = false;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: SearchLine | { type: 'busy' | 'fault' }) =>
        isCancelled || controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      const search = { sought: words, sources, from, budget: budgetMilliseconds, isCancelled: () => isCancelled };
      const run = async () => {
        for await (const line of findWords(ground, actor, search)) tell(line);
      };
      const answer = await searchGate.run(run).catch((error: Error) => {
        ground.log.error({ name: error.name }, 'a search failed');
        tell({ type: 'fault' });
      });
      if (answer === 'busy') tell({ type: 'busy' });
      if (!isCancelled) controller.close();
    },
    cancel() {
      isCancelled = true;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
}

export const findRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/find',
    summary: 'Look through all that I may open; lines of JSON as they are found, for two seconds at most',
    permission: mayFind,
    audit: { act: 'content-searched', recordKind: 'community', recordId: () => null },
    input: { path: null, query: null, body: input },
    answer: 'stream',
    async handle(tx, { body }, ground) {
      return searchStream(ground, (tx as Tx<PersonActor>).actor, body.words, (body.from ?? null) as Cursor | null);
    },
  }),
];
