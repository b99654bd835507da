import { sql } from 'kysely';
import type { PersonActor } from '../actor.ts';
import type { Ground } from '../ground.ts';

/**
 * One line of the live feed: the leaf number is the event's id, so a reader that reconnects misses nothing. It names a record only
 * to somebody whom a copy of its key was given to; anybody else learns that something of its kind changed.
 */
export type LiveEvent = { id: number; act: string; recordKind: string; recordId: string | null; at: string };

/** Entries of the community's log from `after` on (exclusive), oldest first, at most 200. */
export async function eventsAfter(ground: Ground, actor: PersonActor, after: number): Promise<LiveEvent[]> {
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
) then entry.record_id end`;

/** The number of the newest leaf, -1 before the first. */
export async function newestLeaf(ground: Ground, actor: PersonActor): Promise<number> {
  const tree = await ground.database.withActor(actor, ({ sql }) =>
    sql.selectFrom('auditTrees').select('size').executeTakeFirst(),
  );
  return Number(tree?.size ?? 0) - 1;
}

const pauseMilliseconds = 700;

/**
 * A stream of server-sent events. Every round asks `stillAllowed` first, so that a suspended person's stream ends within a
 * second or two; it never keeps a session alive.
 */
export function eventStream(
  ground: Ground,
  actor: PersonActor,
  from: number,
  stillAllowed: () => Promise<boolean>,
): Response {
  let open = true;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let last = from;
      controller.enqueue(encoder.encode(`retry: 2000\n: listening\n\n`));
      while (open && (await stillAllowed())) {
        for (const event of await eventsAfter(ground, actor, last)) {
          last = event.id;
          controller.enqueue(encoder.encode(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`));
        }
        controller.enqueue(encoder.encode(': \n\n'));
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
