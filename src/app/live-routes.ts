import { mayFollowTheLog } from '../community/index.ts';
import type { PersonActor } from '../platform/actor.ts';
import { findSession, readSessionToken } from '../platform/auth/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { eventStream, newestLeaf } from '../platform/live/feed.ts';

const lastEventId = (headers: Headers): number | null => {
  const given = headers.get('last-event-id');
  return given !== null && /^\d{1,15}$/.test(given) ? Number(given) : null;
};

/** Asked before every round of a stream; a stream alone never keeps a session awake. */
const stillSignedIn = (ground: Ground, headers: Headers) => async (): Promise<boolean> => {
  const token = readSessionToken(headers.get('cookie') ?? undefined, ground.publicUrl);
  return token !== null && (await findSession(ground, token, { touches: false })) !== null;
};

export const liveRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/events',
    summary: 'The live feed: server-sent events over the log, without content',
    permission: mayFollowTheLog,
    audit: { none: 'ids and acts only; opening a record is logged' },
    input: { path: null, query: null, body: null },
    answer: 'stream',
    prepare: async (ground, input, actor) =>
      lastEventId(input.headers) ?? (await newestLeaf(ground, actor as PersonActor)),
    handle: async (tx, input, ground) =>
      eventStream(ground, (tx as Tx<PersonActor>).actor, input.prepared, stillSignedIn(ground, input.headers)),
  }),
];
