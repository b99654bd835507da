import { sql } from 'kysely';
import type { PersonActor } from '../actor.ts';
import type { Ground } from '../ground.ts';
import { notKeptOut } from '../keys/index.ts';

/**
 * One line of the live feed: the leaf number is the event's id, so a reader that reconnects misses nothing. It names a record only
 * to somebody whom a copy of its key was given to; anybody else learns that something of its kind changed.
 */
export type LiveEvent = {
  id: number;
  community: string;
  act: string;
  recordKind: string;
  recordId: string | null;
  at: string;
};
/** A log that somebody follows, as the person they are there. */
export type Watched = { slug: string; actor: PersonActor };
/** How far each log has been read, by the community's short name: the number of the last leaf. */
export type Positions = Map<string, number>;

/** Entries of the community's log from `after` on (exclusive), oldest first, at most 200. */
export async function eventsAfter(ground: Ground, { slug, actor }: Watched, after: number): Promise<LiveEvent[]> {
  return await ground.database.withActor(actor, async (tx) => {
    const rows = await tx.sql
      .selectFrom('auditLeaves as leaf')
      .innerJoin('auditEntries as entry', 'entry.id', 'leaf.entryId')
      .select(['leaf.leafNumber', 'entry.act', 'entry.recordKind', 'entry.at', namedTo(actor).as('recordId')])
      .where('leaf.leafNumber', '>', String(after))
      .orderBy('leaf.leafNumber')
      .limit(200)
      .execute();
    return rows.map((row) => ({
      id: Number(row.leafNumber),
      community: slug,
      act: row.act,
      recordKind: row.recordKind,
      recordId: row.recordId,
      at: row.at.toISOString(),
    }));
  });
}

const namedTo = ({ personId }: PersonActor) => sql<string | null>`case when exists (
  select from wrapped_copies copy where copy.community_id = entry.community_id and copy.record_id = entry.record_id
    and (copy.recipient_id = ${personId} or copy.recipient_id in (
      select member.group_id from key_group_members member
      where member.community_id = entry.community_id and member.person_id = ${personId}))
) and ${notKeptOut(personId, 'entry.recordId')} then entry.record_id end`;

/** The number of the newest leaf, -1 before the first. */
async function newestLeaf(ground: Ground, actor: PersonActor): Promise<number> {
  const tree = await ground.database.withActor(actor, ({ sql }) =>
    sql.selectFrom('auditTrees').select('size').executeTakeFirst(),
  );
  return Number(tree?.size ?? 0) - 1;
}

const pauseMilliseconds = 700;

/**
 * Reads where a stream broke off: the number of a leaf of the one log that `slug` names, or numbers by short name. What was
 * not written by us is as if nothing had been said.
 */
export function readPositions(lastEventId: string | null, slug: string): Positions {
  if (lastEventId === null) return new Map();
  if (/^\d{1,15}$/.test(lastEventId)) return new Map([[slug, Number(lastEventId)]]);
  const pairs = lastEventId.slice(0, 4_000).matchAll(/(?:^|,)([a-z0-9-]{1,41})=(\d{1,15})(?=,|$)/g);
  return new Map([...pairs].map(([, name, leaf]) => [name ?? '', Number(leaf)]));
}

const writePositions = (positions: Positions): string =>
  positions.size === 1
    ? String([...positions.values()][0])
    : [...positions].map(([slug, leaf]) => `${slug}=${leaf}`).join(',');

/**
 * A stream of server-sent events over every log that the person follows. Every round asks `watched` first (null ends it), so
 * that a suspended person's stream ends within a second or two; it never keeps a session alive.
 */
export function eventStream(
  ground: Ground,
  positions: Positions,
  watched: () => Promise<readonly Watched[] | null>,
): Response {
  let open = true;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      say(`retry: 2000\n: listening\n\n`);
      for (let logs = await watched(); open && logs; logs = await watched()) {
        for (const log of logs) await tellNews(ground, log, positions, say);
        say(': \n\n');
        await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      }
      if (open) controller.close();
    },
    cancel() {
      open = false;
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

/** Says what is new in one log; one that was not followed yet is followed from now on. */
async function tellNews(ground: Ground, log: Watched, positions: Positions, say: (text: string) => void) {
  const from = positions.get(log.slug) ?? (await newestLeaf(ground, log.actor));
  positions.set(log.slug, from);
  for (const event of await eventsAfter(ground, log, from)) {
    positions.set(log.slug, event.id);
    say(`id: ${writePositions(positions)}\ndata: ${JSON.stringify(event)}\n\n`);
  }
}
