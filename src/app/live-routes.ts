import { mayFollowTheLog } from '../community/index.ts';
import type { PersonActor } from '../platform/actor.ts';
import { findSession, readSessionToken } from '../platform/auth/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { eventStream, readPositions, type Watched } from '../platform/live/feed.ts';

/** Every log that the session's person may follow right now, or null once it has ended; asking never keeps it awake. */
async function followedBy(ground: Ground, headers: Headers, actor: PersonActor): Promise<Watched[] | null> {
  const token = readSessionToken(headers.get('cookie') ?? undefined, ground.publicUrl);
  const session = token && (await findSession(ground, token, { touches: false }));
  if (!session) return null;
  return session.memberships.map(({ slug, communityId, roles }) => ({ slug, actor: { ...actor, communityId, roles } }));
}

/** The short name of the community in which the stream was asked for. */
const slugOf = async (ground: Ground, headers: Headers, actor: PersonActor): Promise<string> =>
  (await followedBy(ground, headers, actor))?.find((each) => each.actor.communityId === actor.communityId)?.slug ?? '';

export const liveRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/events',
    summary: 'The live feed of every community of the person: server-sent events over the logs, without content',
    permission: mayFollowTheLog,
    audit: { none: 'ids and acts only; opening a record is logged' },
    input: { path: null, query: null, body: null },
    answer: 'stream',
    prepare: (ground, input, actor) => slugOf(ground, input.headers, actor as PersonActor),
    async handle(tx, { headers, prepared: slug }, ground) {
      const { actor } = tx as Tx<PersonActor>;
      const positions = readPositions(headers.get('last-event-id'), slug);
      return eventStream(ground, positions, () => followedBy(ground, headers, actor));
    },
  }),
];
