import { hasRole, type PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { sealToBrowser } from '../../platform/vault/index.ts';
import type { Side } from '../contract.ts';
import { halfPlace, sealReview } from '../sealing.ts';

const dayMilliseconds = 86_400_000;

/** The request's row, locked; one that has ended is too late for anything. */
export async function lockRequest(tx: Tx, id: string) {
  const request = await tx.sql
    .selectFrom('identityRequests')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!request) throw notFound();
  return request;
}

async function lockLiveRequest(tx: Tx, ground: Ground, id: string) {
  const request = await lockRequest(tx, id);
  if (request.state === 'closed' || request.expiresAt <= ground.clock.now()) throw conflict('already-answered');
  return request;
}

const sideOf = (tx: Tx<PersonActor>): Side | null =>
  hasRole(tx.actor, 'custodian') ? 'custodian' : hasRole(tx.actor, 'overseer') ? 'overseer' : null;

/**
 * Releases this person's side: their half of the key, sealed to the browser that asked. With the second half the request is
 * open. Nobody releases for themselves and nobody both sides, which the database says too.
 */
export async function releaseHalf(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<void> {
  const request = await lockLiveRequest(tx, ground, id);
  const side = sideOf(tx);
  if (!side) throw notFound();
  if (request.askedBy === tx.actor.personId) throw conflict('same-person-twice');
  const identity = await tx.sql
    .selectFrom('sealedIdentities')
    .select(['custodianHalfId', 'overseerHalfId'])
    .where('reportId', '=', request.reportId)
    .executeTakeFirst();
  const half =
    identity &&
    (await openRecordKey(tx, ground, side === 'custodian' ? identity.custodianHalfId : identity.overseerHalfId));
  if (!half) throw notFound();
  const facts = { request: id, side };
  await recordAct(tx, ground, {
    act: 'identity-half-released',
    recordKind: 'report',
    recordId: request.reportId,
    facts,
  });
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('identityHalves')
    .values({
      communityId,
      requestId: id,
      askedBy: request.askedBy,
      side,
      personId,
      releasedAt: ground.clock.now(),
      sealedHalf: sealToBrowser(request.sessionKey, halfPlace(communityId, id, side), half),
    })
    .execute();
  if ((await sidesReleased(tx, id)) === 2) await open(tx, ground, request);
}

async function sidesReleased(tx: Tx, id: string): Promise<number> {
  return (await tx.sql.selectFrom('identityHalves').select('side').where('requestId', '=', id).execute()).length;
}

type Request = Awaited<ReturnType<typeof lockRequest>>;

/** From here on the asking browser can open; the reporter is told, and an emergency is reviewed the next day. */
async function open(tx: Tx, ground: Ground, request: Request): Promise<void> {
  const now = ground.clock.now();
  await tx.sql
    .updateTable('identityRequests')
    .set({
      state: 'open',
      openedAt: now,
      tellReporterAt: new Date(now.getTime() + request.toldAfterDays * dayMilliseconds),
      reviewDueAt: request.isEmergency ? new Date(now.getTime() + dayMilliseconds) : null,
    })
    .where('id', '=', request.id)
    .execute();
  await mailAbout(tx, ground, request, request.askedBy, 'identity-open');
}

/** Ends a request without waiting for its time: whoever asked says it is done, either side says no. */
export async function endRequest(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<void> {
  const request = await lockLiveRequest(tx, ground, id);
  const because = request.askedBy === tx.actor.personId ? 'ended' : 'refused';
  await closeRequest(tx, ground, request, because);
}

/** Closes a request: the halves are emptied, so that what was not opened by now stays sealed. */
export async function closeRequest(
  tx: Tx,
  ground: Ground,
  request: Pick<Request, 'id' | 'reportId'>,
  because: 'expired' | 'ended' | 'refused',
): Promise<void> {
  const facts = { request: request.id, because };
  await recordAct(tx, ground, { act: 'identity-closed', recordKind: 'report', recordId: request.reportId, facts });
  await tx.sql.updateTable('identityHalves').set({ sealedHalf: null }).where('requestId', '=', request.id).execute();
  await tx.sql
    .updateTable('identityRequests')
    .set({ state: 'closed', closedAt: ground.clock.now(), closedBecause: because })
    .where('id', '=', request.id)
    .execute();
}

/** Keeps what somebody else than whoever asked says of an emergency, the day after. */
export async function reviewRequest(tx: Tx<PersonActor>, ground: Ground, id: string, words: string): Promise<void> {
  const request = await lockRequest(tx, id);
  if (!request.reviewDueAt || request.reviewedAt) throw conflict('already-answered');
  if (request.askedBy === tx.actor.personId) throw conflict('same-person-twice');
  const key = await openRecordKey(tx, ground, id);
  if (!key) throw notFound();
  const facts = { request: id };
  await recordAct(tx, ground, { act: 'identity-reviewed', recordKind: 'report', recordId: request.reportId, facts });
  await tx.sql
    .updateTable('identityRequests')
    .set({
      reviewedBy: tx.actor.personId,
      reviewedAt: ground.clock.now(),
      review: sealReview(key, tx.actor.communityId, id, words),
    })
    .where('id', '=', id)
    .execute();
}

/** A mail with the number of the report and nothing else. */
export async function mailAbout(
  tx: Tx,
  ground: Ground,
  request: Pick<Request, 'reportId'>,
  to: string,
  template: 'identity-open' | 'identity-late' | 'identity-review',
): Promise<void> {
  const report = await tx.sql
    .selectFrom('reports')
    .select('number')
    .where('id', '=', request.reportId)
    .executeTakeFirstOrThrow();
  await postMail(tx, ground, to, template, { number: report.number });
}
