import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { communityOf, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { type Language, translator } from '../../platform/i18n/index.ts';
import { newId } from '../../platform/ids.ts';
import { meetingsAhead } from '../meetings/meetings-ahead.ts';
import { caseWords } from '../words/index.ts';
import type { calendarFeed } from './contract.ts';
import { type CalendarEvent, icalendar } from './icalendar.ts';

const meetingsAheadMilliseconds = 366 * 86_400_000;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** Makes a new address for one's own dates and ends the one before; it is shown once and kept only hashed. */
export async function makeFeed(tx: Tx<PersonActor>, ground: Ground): Promise<z.infer<typeof calendarFeed>> {
  await revokeFeed(tx, ground);
  const secret = ground.chance.bytes(32).toString('base64url');
  const madeAt = ground.clock.now();
  await tx.sql
    .insertInto('calendarFeeds')
    .values({
      communityId: tx.actor.communityId,
      id: newId(ground.clock, ground.chance),
      personId: tx.actor.personId,
      secretHash: hashOf(secret),
      madeAt,
    })
    .execute();
  await recordAct(tx, ground, { act: 'calendar-made', recordKind: 'person', recordId: tx.actor.personId });
  const { slug } = await communityOf(tx);
  return {
    madeAt: madeAt.toISOString(),
    address: `${ground.publicUrl}/api/v1/communities/${slug}/calendars/${secret}`,
  };
}

/** Ends the address: from the next request on it shows nothing. */
export async function revokeFeed(tx: Tx<PersonActor>, ground: Ground): Promise<void> {
  await tx.sql
    .updateTable('calendarFeeds')
    .set({ revokedAt: ground.clock.now() })
    .where('personId', '=', tx.actor.personId)
    .where('revokedAt', 'is', null)
    .execute();
  await recordAct(tx, ground, { act: 'calendar-revoked', recordKind: 'person', recordId: tx.actor.personId });
}

/** Since when a calendar may read one's dates. */
export async function feedOf(tx: Tx<PersonActor>): Promise<z.infer<typeof calendarFeed>> {
  const feed = await tx.sql
    .selectFrom('calendarFeeds')
    .select('madeAt')
    .where('personId', '=', tx.actor.personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return { madeAt: feed?.madeAt.toISOString() ?? null, address: null };
}

/** The dates of whoever this address belongs to, as iCalendar: numbers of cases and times, no word of content. */
export async function calendarAt(tx: Tx, ground: Ground, secret: string): Promise<string> {
  const feed = await tx.sql
    .selectFrom('calendarFeeds')
    .select('personId')
    .where('secretHash', '=', hashOf(secret))
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  const person = feed && (await membersById(tx, [feed.personId])).get(feed.personId);
  if (person?.state !== 'active') throw notFound();
  const { t } = translator(caseWords, person.language as Language, 'UTC');
  const ahead = new Date(ground.clock.now().getTime() + meetingsAheadMilliseconds);
  const events = [
    ...(await reviewsOf(tx, person.id)).map((row) => ({ ...row, title: t('calendar.review', { number: row.number }) })),
    ...(await actionsOf(tx, person.id)).map((row) => ({ ...row, title: t('calendar.action', { number: row.number }) })),
    ...(await meetingsAhead(tx, person.id, ahead)).map(({ id, heldAt }) => ({
      id,
      at: new Date(heldAt),
      title: t('calendar.meeting'),
    })),
  ];
  return icalendar(events, ground.clock.now());
}

type Dated = Omit<CalendarEvent, 'title'> & { number: string };

async function reviewsOf(tx: Tx, personId: string): Promise<Dated[]> {
  const rows = await tx.sql
    .selectFrom('cases')
    .select(['id', 'number', 'nextReviewAt'])
    .where('state', '=', 'open')
    .where((is) => is.or([is('leadId', '=', personId), is('deputyId', '=', personId)]))
    .execute();
  return rows.map((row) => ({ id: row.id, number: row.number, at: row.nextReviewAt! }));
}

async function actionsOf(tx: Tx, personId: string): Promise<Dated[]> {
  const rows = await tx.sql
    .selectFrom('actions')
    .innerJoin('cases', 'cases.id', 'actions.caseId')
    .select(['actions.id', 'actions.dueAt', 'cases.number'])
    .where('actions.assigneeId', '=', personId)
    .where('actions.state', 'in', ['assigned', 'accepted'])
    .execute();
  return rows.map((row) => ({ id: row.id, number: row.number, at: row.dueAt }));
}
