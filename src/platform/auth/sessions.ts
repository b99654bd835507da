import { sql as raw } from 'kysely';
import type { PersonActor } from '../actor.ts';
import type { Sql, Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import type { Ground } from '../ground.ts';
import { type KeyPair, lockPrivateKeyWith, unlockPrivateKeyWith } from '../vault/index.ts';
import { newSessionToken, type SessionToken, sessionIdHash } from './session-cookie.ts';

export const idleMinutes = 15;
const absoluteHours = 12;
const stepUpMinutes = 5;
const touchEverySeconds = 20;

export type Factor = 'password' | 'totp' | 'passkey' | 'recovery-code';
/** One community of a person, as sign-in knows it before any has been chosen. */
export type ActiveMembership = { communityId: string; slug: string; name: string; roles: string[] };
export type LiveSession = {
  actor: PersonActor;
  /** Every community in which this person may work today, the one they joined first on top. */
  memberships: ActiveMembership[];
  factor: Factor;
  steppedUp: boolean;
  token: SessionToken;
};

const minutes = (count: number) => count * 60_000;

/** Begins a session; the private key is kept only locked under a key that the cookie alone holds. */
export async function beginSession(
  sql: Sql,
  ground: Ground,
  who: { personId: string; communityId: string; keyPair: KeyPair; factor: Factor },
): Promise<SessionToken> {
  const token = newSessionToken(ground.chance);
  const now = ground.clock.now();
  await sql
    .insertInto('sessions')
    .values({
      idHash: sessionIdHash(token),
      personId: who.personId,
      communityId: who.communityId,
      lockedKey: lockPrivateKeyWith(token.lockKey, who.keyPair.privateKey),
      factor: who.factor,
      createdAt: now,
      lastSeenAt: now,
      steppedUpAt: now,
      expiresAt: new Date(now.getTime() + minutes(absoluteHours * 60)),
    })
    .execute();
  return token;
}

/**
 * The live session of a token with today's roles, or null: idle, expired, ended, or no longer a member anywhere. It acts in
 * the `community` that is named (refused as not found where that is not theirs), else in the one in which it began. Being
 * asked for keeps it awake unless told otherwise.
 */
export async function findSession(
  ground: Ground,
  token: SessionToken,
  { touches = true, community = null }: { touches?: boolean; community?: string | null } = {},
): Promise<LiveSession | null> {
  return await ground.database.withoutCommunity(async (sql) => {
    const now = ground.clock.now();
    const row = await sql
      .selectFrom('sessions')
      .select([
        'sessions.personId',
        'sessions.communityId',
        'sessions.lockedKey',
        'sessions.factor',
        'sessions.lastSeenAt',
        'sessions.steppedUpAt',
      ])
      .where('idHash', '=', sessionIdHash(token))
      .where('expiresAt', '>', now)
      .where('lastSeenAt', '>', new Date(now.getTime() - minutes(idleMinutes)))
      .executeTakeFirst();
    if (!row) return null;
    const memberships = await activeMemberships(sql, row.personId, now);
    const member = chosen(memberships, community, row.communityId);
    if (!member) return null;
    if (touches && now.getTime() - row.lastSeenAt.getTime() > touchEverySeconds * 1_000) await touch(sql, token, now);
    const keyPair = unlockPrivateKeyWith(token.lockKey, row.lockedKey);
    if (!keyPair) return null;
    return {
      actor: {
        kind: 'person',
        communityId: member.communityId,
        personId: row.personId,
        roles: member.roles,
        keyPair,
      },
      memberships,
      factor: row.factor as Factor,
      steppedUp: now.getTime() - row.steppedUpAt.getTime() < minutes(stepUpMinutes),
      token,
    };
  });
}

const touch = (sql: Sql, token: SessionToken, now: Date) =>
  sql.updateTable('sessions').set({ lastSeenAt: now }).where('idHash', '=', sessionIdHash(token)).execute();

/** A person's active memberships at this moment, the oldest first, known before any community is chosen. */
export async function activeMemberships(sql: Sql, personId: string, at: Date): Promise<ActiveMembership[]> {
  await raw`select set_config('app.person', ${personId}, true)`.execute(sql);
  return await sql
    .selectFrom('memberships')
    .innerJoin('communities', 'communities.id', 'memberships.communityId')
    .select(['memberships.communityId', 'communities.slug', 'communities.name', 'memberships.roles'])
    .where('memberships.personId', '=', personId)
    .where('memberships.state', '=', 'active')
    .where((is) => is.or([is('memberships.lentUntil', 'is', null), is('memberships.lentUntil', '>', at)]))
    .orderBy('memberships.joinedAt')
    .orderBy('memberships.communityId')
    .execute();
}

/** The membership in the community that an address names; where it names none, in `first`, else in any. */
function chosen(memberships: ActiveMembership[], slug: string | null, first: string): ActiveMembership | undefined {
  if (slug === null) return memberships.find(({ communityId }) => communityId === first) ?? memberships[0];
  const named = memberships.find((each) => each.slug === slug);
  if (!named && memberships.length > 0) throw notFound();
  return named;
}

/** Notes that this session, and no other of the same person, has shown a second factor. */
export const raiseSession = (sql: Sql, token: SessionToken, factor: 'totp' | 'passkey') =>
  sql
    .updateTable('sessions')
    .set({ factor })
    .where('idHash', '=', sessionIdHash(token))
    .where('factor', '=', 'password')
    .execute();

export const endSession = (sql: Sql, token: SessionToken) =>
  sql.deleteFrom('sessions').where('idHash', '=', sessionIdHash(token)).execute();

/** Ends all sessions of a person at once, but the one named; for a suspension, a closed account, a new password. */
export const endSessionsOf = (sql: Sql, personId: string, butFor?: SessionToken) => {
  const all = sql.deleteFrom('sessions').where('personId', '=', personId);
  return (butFor ? all.where('idHash', '!=', sessionIdHash(butFor)) : all).execute();
};

/** Forgets sessions that have run out. */
export async function forgetEndedSessions(tx: Tx, ground: Ground): Promise<number> {
  await tx.sql.deleteFrom('sessions').where('expiresAt', '<', ground.clock.now()).execute();
  return 0;
}
