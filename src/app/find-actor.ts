import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { findFirstCommunity, publicCommunityId } from '../community/index.ts';
import type { Actor } from '../platform/actor.ts';
import { csrfTokenOf, findSession, type LiveSession, readSessionToken } from '../platform/auth/index.ts';
import { notFound, Refused } from '../platform/errors.ts';
import type { Ground } from '../platform/ground.ts';
import { communityNamedIn } from '../platform/http/community-address.ts';
import type { AnyRoute } from '../platform/http/route.ts';
import type { ActorFinder } from '../platform/http/serve-route.ts';

/** Sees no row of any community: what the public is before one has been founded, and where none of several is named. */
const noCommunity = '00000000-0000-0000-0000-000000000000';

/** What somebody may do who has shown a password but no second factor yet: add one, or leave. */
const enrolling = 'manage-own-sign-in';

/** An open door reads no cookie; any other needs a live session, its token with every change, and a second factor. */
export function actorFinder(ground: Ground): ActorFinder {
  return async (context, route): Promise<Actor> => {
    if (route.permission.open) return { kind: 'public', communityId: await publicCommunity(ground, context, route) };
    const session = await sessionOf(ground, context);
    requireToken(context, route, session);
    requireSecondFactor(ground, route, session);
    requireStepUp(route, session);
    return session.actor;
  };
}

/**
 * The community that the address names, or the only one. A form without a name was drawn while there was only one, the
 * first: it is taken there, whoever has come since.
 */
async function publicCommunity(ground: Ground, context: Context, route: AnyRoute): Promise<string> {
  const named = communityNamedIn(context.req);
  const found = await publicCommunityId(ground, named);
  if (found === null && named === null && route.answer === 'page')
    return (await ground.database.lookUp(findFirstCommunity))?.id ?? noCommunity;
  if (found === null && named !== null) throw notFound();
  return found ?? noCommunity;
}

/** The session in the community that the address names; one that is not theirs looks like one that is not there. */
async function sessionOf(ground: Ground, context: Context): Promise<LiveSession> {
  const token = readSessionToken(context.req.header('cookie'), ground.publicUrl);
  const session = token && (await findSession(ground, token, { community: communityNamedIn(context.req) }));
  if (!session) throw new Refused({ kind: 'not-signed-in' });
  return session;
}

function requireToken(context: Context, route: AnyRoute, session: LiveSession): void {
  if (route.method === 'GET') return;
  const given = Buffer.from(context.req.header('x-csrf-token') ?? '');
  const expected = Buffer.from(csrfTokenOf(session.token));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refused({ kind: 'not-signed-in' });
}

/** The gravest acts ask for a fresh sign-in, however long the session still lasts. */
function requireStepUp(route: AnyRoute, session: LiveSession): void {
  if (route.stepUp && !session.steppedUp) throw new Refused({ kind: 'not-signed-in', because: 'step-up-needed' });
}

function requireSecondFactor(ground: Ground, route: AnyRoute, session: LiveSession): void {
  if (session.factor !== 'password' || ground.passwordAloneSuffices || route.permission.name === enrolling) return;
  throw new Refused({ kind: 'not-signed-in', because: 'second-factor-needed' });
}
