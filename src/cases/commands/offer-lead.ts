import { lockMembers } from '../../community/index.ts';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import { noteSpot, sealAt } from '../sealing.ts';
import { refuseRecused } from '../team/recused.ts';
import { caseKey, type LockedCase, lockCase, lockCaseAt, nextPosition } from './case-row.ts';
import { setLeadAndDeputy } from './change-lead.ts';
import { endOpenOffers, shareWithTeam, withdrawFrom } from './share-case.ts';

type Offer = { toIds: readonly string[]; deputyAfterId: string; expiresAt: Date; note?: string };

/** Offers the lead to one or several; the holder keeps it until exactly one of them accepts. */
export async function offerLead(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: Offer & { version: number },
): Promise<void> {
  const row = await lockCaseAt(tx, caseId, input.version);
  await makeOffers(tx, ground, row, input);
  await tx.sql
    .updateTable('cases')
    .set({ version: row.version + 1 })
    .where('id', '=', caseId)
    .execute();
  await shareWithTeam(tx, ground, caseId);
}

/** Writes one round of offers; the caller holds the case's row lock. A new round replaces one that is still open. */
export async function makeOffers(tx: Tx<PersonActor>, ground: Ground, row: LockedCase, offer: Offer): Promise<void> {
  const now = ground.clock.now();
  if (offer.expiresAt <= now) throw invalid({ expiresAt: 'in-the-past' });
  if (offer.toIds.includes(row.leadId)) throw invalid({ toIds: 'already-the-lead' });
  const active = await lockMembers(tx, [...offer.toIds, offer.deputyAfterId]);
  if (offer.toIds.some((person) => !active.has(person))) throw invalid({ toIds: 'not-an-active-member' });
  if (!active.has(offer.deputyAfterId)) throw invalid({ deputyAfterId: 'not-an-active-member' });
  if (offer.toIds.includes(offer.deputyAfterId)) throw invalid({ deputyAfterId: 'same-person-twice' });
  await refuseRecused(tx, row.id, 'toIds', offer.toIds);
  await refuseRecused(tx, row.id, 'deputyAfterId', [offer.deputyAfterId]);
  const passedOver = await endOpenOffers(tx, row.id, now);
  const roundId = newId(ground.clock, ground.chance);
  const key = offer.note ? await caseKey(tx, ground, row.id) : null;
  for (const toId of new Set(offer.toIds)) {
    const id = newId(ground.clock, ground.chance);
    await tx.sql
      .insertInto('handOverOffers')
      .values({
        communityId: row.communityId,
        id,
        caseId: row.id,
        position: await nextPosition(tx, row.id),
        roundId,
        fromId: row.leadId,
        toId,
        deputyAfterId: offer.deputyAfterId,
        offeredAt: now,
        expiresAt: offer.expiresAt,
        note: key && sealAt(key, noteSpot(row.communityId, row.id, id), offer.note),
      })
      .execute();
    await recordAct(tx, ground, { act: 'lead-offered', recordKind: 'case', recordId: row.id, facts: { to: toId } });
    await postMail(tx, ground, toId, 'lead-offered', { number: row.number });
  }
  for (const person of passedOver) await withdrawFrom(tx, row.id, person);
}

/**
 * Makes this person the only lead of the case, or refuses. Several asking at once: the row lock lets one through, the others
 * find their offer withdrawn, and the unique index says so too.
 */
export async function acceptOffer(tx: Tx<PersonActor>, ground: Ground, offerId: string): Promise<string> {
  const found = await openOffer(tx, offerId);
  const row = await lockCase(tx, found.caseId);
  const offer = await openOffer(tx, offerId);
  const now = ground.clock.now();
  if (offer.state !== 'open' || row.state !== 'open') throw conflict('already-owned');
  if (offer.expiresAt <= now) throw conflict('already-answered');
  await tx.sql
    .updateTable('handOverOffers')
    .set({ state: 'accepted', answeredAt: now })
    .where('id', '=', offerId)
    .execute();
  const passedOver = await endOpenOffers(tx, row.id, now);
  const deputyId = offer.deputyAfterId === tx.actor.personId ? row.leadId : offer.deputyAfterId;
  await setLeadAndDeputy(tx, ground, row, { leadId: tx.actor.personId, deputyId }, 'accepted-offer');
  await postMail(tx, ground, offer.fromId, 'offer-accepted', { number: row.number });
  for (const person of passedOver) await withdrawFrom(tx, row.id, person);
  await shareWithTeam(tx, ground, row.id);
  return row.id;
}

/** Says no to an offer; whoever held the lead still holds it. */
export async function declineOffer(tx: Tx<PersonActor>, ground: Ground, offerId: string): Promise<void> {
  const found = await openOffer(tx, offerId);
  const row = await lockCase(tx, found.caseId);
  const now = ground.clock.now();
  const changed = await tx.sql
    .updateTable('handOverOffers')
    .set({ state: 'declined', answeredAt: now })
    .where('id', '=', offerId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw conflict('already-answered');
  await recordAct(tx, ground, { act: 'lead-declined', recordKind: 'case', recordId: row.id });
  await postMail(tx, ground, found.fromId, 'offer-declined', { number: row.number });
  await withdrawFrom(tx, row.id, tx.actor.personId);
}

async function openOffer(tx: Tx, id: string) {
  const offer = await tx.sql.selectFrom('handOverOffers').selectAll().where('id', '=', id).executeTakeFirst();
  if (!offer) throw notFound();
  return offer;
}

/** Ends offers whose time ran out and tells the one who still holds the lead. */
export async function lapseOffers(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const due = await tx.sql
    .selectFrom('handOverOffers as offer')
    .innerJoin('cases', 'cases.id', 'offer.caseId')
    .select(['offer.id', 'offer.caseId', 'offer.toId', 'cases.leadId', 'cases.number'])
    .where('offer.state', '=', 'open')
    .where('offer.expiresAt', '<=', now)
    .limit(100)
    .execute();
  for (const offer of due) {
    await lockCase(tx, offer.caseId);
    await tx.sql
      .updateTable('handOverOffers')
      .set({ state: 'lapsed', answeredAt: now })
      .where('id', '=', offer.id)
      .where('state', '=', 'open')
      .execute();
    await recordAct(tx, ground, { act: 'lead-offer-lapsed', recordKind: 'case', recordId: offer.caseId });
    await postMail(tx, ground, offer.leadId, 'offer-lapsed', { number: offer.number });
    await withdrawFrom(tx, offer.caseId, offer.toId);
  }
  return due.length;
}
