import type { Selectable } from 'kysely';
import type { IdentityHalves, IdentityRequests } from '../../../db/types.ts';
import { type Member, membersById } from '../../community/index.ts';
import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { notKeptOut, openRecordKeys } from '../../platform/keys/index.ts';
import type { IdentityOpening, IdentityRequest, ReportIdentity, Side } from '../contract.ts';
import { openWhy } from '../sealing.ts';

type Row = Selectable<IdentityRequests> & { number: string };

const rows = (tx: Tx<PersonActor>) =>
  tx.sql
    .selectFrom('identityRequests as q')
    .innerJoin('reports as r', 'r.id', 'q.reportId')
    .selectAll('q')
    .select('r.number')
    .where(notKeptOut(tx.actor.personId, 'q.reportId'))
    .orderBy('q.askedAt', 'desc')
    .limit(100);

/** Whether a report came with a sealed identity, and everything that was asked about it. */
export async function identityOf(tx: Tx<PersonActor>, ground: Ground, reportId: string): Promise<ReportIdentity> {
  const given = await tx.sql
    .selectFrom('sealedIdentities')
    .select('id')
    .where('reportId', '=', reportId)
    .executeTakeFirst();
  const requests = await rows(tx).where('q.reportId', '=', reportId).execute();
  return { isGiven: given !== undefined, requests: await present(tx, ground, requests) };
}

/** What a custodian or an overseer may release, review or look back on; for anybody else what they asked for. */
export async function requestsFor(tx: Tx<PersonActor>, ground: Ground): Promise<IdentityRequest[]> {
  const isOnASide = hasRole(tx.actor, 'custodian', 'overseer');
  const query = isOnASide ? rows(tx) : rows(tx).where('q.askedBy', '=', tx.actor.personId);
  return await present(tx, ground, await query.execute());
}

async function present(tx: Tx<PersonActor>, ground: Ground, found: Row[]): Promise<IdentityRequest[]> {
  if (found.length === 0) return [];
  const ids = found.map((row) => row.id);
  const halves = await tx.sql.selectFrom('identityHalves').selectAll().where('requestId', 'in', ids).execute();
  const keys = await openRecordKeys(tx, ground, ids);
  const people = [...found.flatMap((row) => [row.askedBy, row.reviewedBy]), ...halves.map((half) => half.personId)];
  const names = await membersById(
    tx,
    people.filter((id) => id !== null),
  );
  return found.map((row) => {
    const own = halves.filter((half) => half.requestId === row.id);
    return presentOne(tx, row, own, keys.get(row.id), names, ground.clock.now());
  });
}

const named = (id: string, names: Map<string, Member>) => ({ id, name: names.get(id)?.name ?? '' });
const time = (date: Date | null) => date?.toISOString() ?? null;

function presentOne(
  tx: Tx<PersonActor>,
  row: Row,
  halves: Selectable<IdentityHalves>[],
  key: Buffer | undefined,
  names: Map<string, Member>,
  now: Date,
): IdentityRequest {
  const released = (side: Side) => {
    const half = halves.find((each) => each.side === side);
    return half ? { by: named(half.personId, names), at: half.releasedAt.toISOString() } : null;
  };
  const isMine = row.askedBy === tx.actor.personId;
  const side = hasRole(tx.actor, 'custodian') ? 'custodian' : hasRole(tx.actor, 'overseer') ? 'overseer' : null;
  const isLive = row.state !== 'closed' && row.expiresAt > now;
  const hasReleased = halves.some((half) => half.personId === tx.actor.personId);
  return {
    id: row.id,
    reportId: row.reportId,
    number: row.number,
    state: row.state as IdentityRequest['state'],
    closedBecause: row.closedBecause as IdentityRequest['closedBecause'],
    askedBy: named(row.askedBy, names),
    askedAt: row.askedAt.toISOString(),
    isEmergency: row.isEmergency,
    answerDueAt: row.answerDueAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    custodian: released('custodian'),
    overseer: released('overseer'),
    tellReporterAt: time(row.tellReporterAt),
    tellAfterDays: row.toldAfterDays,
    why: key ? openWhy(key, row) : null,
    reviewDueAt: time(row.reviewDueAt),
    reviewedBy: row.reviewedBy ? named(row.reviewedBy, names) : null,
    mySide: side && isLive && !isMine && !hasReleased && released(side) === null ? side : null,
    isMine,
    mayReview: side !== null && !isMine && row.reviewDueAt !== null && row.reviewedAt === null,
  };
}

/**
 * What the asking browser needs: the sealed contact and both halves sealed to its key. Nothing that passes here is of use to
 * the server; nothing is given after the expiry.
 */
export async function openingOf(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<IdentityOpening> {
  const request = await tx.sql.selectFrom('identityRequests').selectAll().where('id', '=', id).executeTakeFirst();
  if (!request) throw notFound();
  if (request.state !== 'open' || request.expiresAt <= ground.clock.now())
    throw conflict('changed-since-you-opened-it');
  const identity = await tx.sql
    .selectFrom('sealedIdentities')
    .selectAll()
    .where('reportId', '=', request.reportId)
    .executeTakeFirstOrThrow();
  const halves = await tx.sql.selectFrom('identityHalves').selectAll().where('requestId', '=', id).execute();
  const half = (side: Side) => {
    const sealed = halves.find((each) => each.side === side)?.sealedHalf;
    if (!sealed) throw conflict('changed-since-you-opened-it');
    return sealed.toString('base64url');
  };
  return {
    community: request.communityId,
    request: id,
    record: identity.id,
    custodianHalf: half('custodian'),
    overseerHalf: half('overseer'),
    content: identity.content.toString('base64url'),
    expiresAt: request.expiresAt.toISOString(),
  };
}

/** When the reporter's identity was opened, as far as the reporter is told by now. */
export async function openingsTold(tx: Tx, ground: Ground, reportId: string): Promise<Date[]> {
  const told = await tx.sql
    .selectFrom('identityRequests')
    .select('openedAt')
    .where('reportId', '=', reportId)
    .where('tellReporterAt', '<=', ground.clock.now())
    .orderBy('openedAt')
    .execute();
  return told.flatMap(({ openedAt }) => (openedAt ? [openedAt] : []));
}
