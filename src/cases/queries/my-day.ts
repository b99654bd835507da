import { dutyAt, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import { handoversAwaiting, reportsAwaiting } from '../../reports/index.ts';
import type { MyDay } from '../contract.ts';
import { adviceAskedOfMe } from '../extracts/present-extracts.ts';
import { meetingsAhead } from '../meetings/meetings-ahead.ts';
import { type CaseContent, caseSpot, openActionContent, openAt } from '../sealing.ts';
import { sharedWithMe, sharingThatEnds } from '../sharing/in-my-day.ts';
import { askedOfMe } from './asked-of-me.ts';
import { presentOffer } from './offers.ts';

const reviewsAheadDays = 14;
const meetingsAheadDays = 7;
const inDays = (ground: Ground, days: number) => new Date(ground.clock.now().getTime() + days * 86_400_000);

/** What waits for this person, soonest first; the cost grows with what they carry. */
export async function myDayOf(tx: Tx<PersonActor>, ground: Ground): Promise<MyDay> {
  const { personId } = tx.actor;
  const reports = await reportsAwaiting(tx, personId);
  const handovers = await handoversAwaiting(tx, personId);
  return {
    onDuty: await onDuty(tx, ground),
    reports: reports.map((row) => ({
      ...row,
      nextDueAt: row.nextDueAt?.toISOString() ?? null,
      receivedAt: row.receivedAt.toISOString(),
    })),
    handovers: handovers.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() })),
    offers: await offersTo(tx, ground, personId),
    actions: await actionsOf(tx, ground, personId),
    asked: await askedOfMe(tx, ground),
    advice: await adviceAskedOfMe(tx),
    reviews: await reviewsOf(tx, ground, personId),
    meetings: await meetingsAhead(tx, personId, inDays(ground, meetingsAheadDays)),
    sharingEnds: await sharingThatEnds(tx, ground),
    sharedWithMe: await sharedWithMe(tx, ground),
  };
}

async function onDuty(tx: Tx<PersonActor>, ground: Ground): Promise<MyDay['onDuty']> {
  const duty = await dutyAt(tx, ground.clock.now());
  if (!duty) return null;
  const until = duty.endsAt.toISOString();
  if (duty.officerId === tx.actor.personId) return { as: 'officer', until };
  return duty.secondId === tx.actor.personId ? { as: 'second', until } : null;
}

async function offersTo(tx: Tx<PersonActor>, ground: Ground, personId: string): Promise<MyDay['offers']> {
  const rows = await tx.sql
    .selectFrom('handOverOffers as offer')
    .innerJoin('cases', 'cases.id', 'offer.caseId')
    .select([
      'offer.id',
      'offer.caseId',
      'offer.roundId',
      'offer.fromId',
      'offer.toId',
      'offer.deputyAfterId',
      'offer.state',
      'offer.offeredAt',
      'offer.expiresAt',
      'offer.answeredAt',
      'offer.communityId',
      'offer.note',
      'cases.number',
    ])
    .where('offer.toId', '=', personId)
    .where('offer.state', '=', 'open')
    .where('offer.expiresAt', '>', ground.clock.now())
    .orderBy('offer.expiresAt')
    .execute();
  const names = await membersById(
    tx,
    rows.flatMap((row) => [row.fromId, row.toId, row.deputyAfterId]),
  );
  const keys = await openRecordKeys(
    tx,
    ground,
    rows.map((row) => row.caseId),
  );
  return rows.map((row) => ({
    ...presentOffer(row, names, keys.get(row.caseId)),
    caseId: row.caseId,
    caseNumber: row.number,
  }));
}

async function actionsOf(tx: Tx<PersonActor>, ground: Ground, personId: string): Promise<MyDay['actions']> {
  const rows = await tx.sql
    .selectFrom('actions')
    .innerJoin('cases', 'cases.id', 'actions.caseId')
    .select([
      'actions.id',
      'actions.caseId',
      'actions.state',
      'actions.dueAt',
      'actions.content',
      'actions.communityId',
      'cases.number',
    ])
    .where('actions.assigneeId', '=', personId)
    .where('actions.state', 'in', ['assigned', 'accepted'])
    .orderBy('actions.dueAt')
    .limit(100)
    .execute();
  const keys = await openRecordKeys(tx, ground, [...new Set(rows.map((row) => row.caseId))]);
  return rows.map((row) => {
    const key = keys.get(row.caseId);
    const words = key ? openActionContent(key, row).words : null;
    return {
      id: row.id,
      caseId: row.caseId,
      caseNumber: row.number,
      words,
      state: row.state as 'assigned',
      dueAt: row.dueAt.toISOString(),
    };
  });
}

async function reviewsOf(tx: Tx<PersonActor>, ground: Ground, personId: string): Promise<MyDay['reviews']> {
  const rows = await tx.sql
    .selectFrom('cases')
    .select(['id', 'number', 'leadId', 'nextReviewAt', 'content', 'communityId'])
    .where('state', '=', 'open')
    .where('nextReviewAt', '<=', inDays(ground, reviewsAheadDays))
    .where((is) => is.or([is('leadId', '=', personId), is('deputyId', '=', personId)]))
    .orderBy('nextReviewAt')
    .limit(100)
    .execute();
  const keys = await openRecordKeys(
    tx,
    ground,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const key = keys.get(row.id);
    const title = key ? openAt<CaseContent>(key, caseSpot(row.communityId, row.id), row.content).title : null;
    return {
      caseId: row.id,
      caseNumber: row.number,
      title,
      nextReviewAt: row.nextReviewAt!.toISOString(),
      part: row.leadId === personId ? ('lead' as const) : ('deputy' as const),
    };
  });
}
