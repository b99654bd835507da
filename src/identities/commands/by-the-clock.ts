import { activeWithRoles } from '../../community/index.ts';
import type { SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { closeRequest, mailAbout } from './answer-request.ts';

const atOnce = 50;

/** Closes what expired, calls again where an answer is late, and asks for the review of an emergency. */
export async function tendRequests(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  return (await closeExpired(tx, ground)) + (await callTheLate(tx, ground)) + (await askForReviews(tx, ground));
}

async function closeExpired(tx: Tx, ground: Ground): Promise<number> {
  const expired = await live(tx).where('expiresAt', '<=', ground.clock.now()).execute();
  for (const request of expired) await closeRequest(tx, ground, request, 'expired');
  return expired.length;
}

/** An answer that is late goes to the coordinators too: they cannot release, but can reach who can. */
async function callTheLate(tx: Tx, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const late = await live(tx)
    .where('state', '=', 'asked')
    .where('answerDueAt', '<=', now)
    .where('lateAt', 'is', null)
    .execute();
  for (const request of late) {
    const facts = { request: request.id };
    await recordAct(tx, ground, { act: 'identity-late', recordKind: 'report', recordId: request.reportId, facts });
    await tx.sql.updateTable('identityRequests').set({ lateAt: now }).where('id', '=', request.id).execute();
    for (const { id } of await activeWithRoles(tx, ['custodian', 'overseer', 'coordinator']))
      await mailAbout(tx, ground, request, id, 'identity-late');
  }
  return late.length;
}

async function askForReviews(tx: Tx, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const due = await tx.sql
    .selectFrom('identityRequests')
    .select(['id', 'reportId', 'askedBy'])
    .where('reviewDueAt', '<=', now)
    .where('reviewAskedAt', 'is', null)
    .where('reviewedAt', 'is', null)
    .limit(atOnce)
    .execute();
  for (const request of due) {
    const facts = { request: request.id };
    await recordAct(tx, ground, {
      act: 'identity-review-due',
      recordKind: 'report',
      recordId: request.reportId,
      facts,
    });
    await tx.sql.updateTable('identityRequests').set({ reviewAskedAt: now }).where('id', '=', request.id).execute();
    for (const { id } of await activeWithRoles(tx, ['custodian', 'overseer']))
      if (id !== request.askedBy) await mailAbout(tx, ground, request, id, 'identity-review');
  }
  return due.length;
}

const live = (tx: Tx) =>
  tx.sql
    .selectFrom('identityRequests')
    .select(['id', 'reportId', 'askedBy'])
    .where('state', '<>', 'closed')
    .limit(atOnce)
    .forUpdate();
