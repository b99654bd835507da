import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import { presentPerson } from '../present.ts';
import { openAt, type Spot, sealAt } from '../sealing.ts';
import type { ReadingReason } from './contract.ts';

/** As long as a session can last: whoever comes back on another day says why again. */
const holdsMilliseconds = 12 * 3_600_000;

const wordsSpot = (community: string, report: string, id: string): Spot => ({
  community,
  report,
  table: 'reading_reasons',
  column: 'words',
  row: id,
});

/** Keeps why this person reads a report outside their assignment; it opens to them for twelve hours, and all readers see why. */
export async function giveReason(tx: Tx<PersonActor>, ground: Ground, report: string, words: string): Promise<void> {
  const key = await openRecordKey(tx, ground, report);
  if (!key) throw notFound();
  const { communityId, personId } = tx.actor;
  const id = newId(ground.clock, ground.chance);
  await recordAct(tx, ground, { act: 'reading-reason-given', recordKind: 'report', recordId: report });
  await tx.sql
    .insertInto('readingReasons')
    .values({
      communityId,
      id,
      reportId: report,
      personId,
      givenAt: ground.clock.now(),
      words: sealAt(key, wordsSpot(communityId, report, id), words),
    })
    .execute();
}

/** True if this person said within the last twelve hours why they read this report. */
export async function hasGivenReason(tx: Tx<PersonActor>, ground: Ground, report: string): Promise<boolean> {
  const since = new Date(ground.clock.now().getTime() - holdsMilliseconds);
  const given = await tx.sql
    .selectFrom('readingReasons')
    .select('id')
    .where('reportId', '=', report)
    .where('personId', '=', tx.actor.personId)
    .where('givenAt', '>', since)
    .limit(1)
    .executeTakeFirst();
  return given !== undefined;
}

/** Who read a report outside their assignment, when, and why, in their words. */
export async function reasonsGiven(tx: Tx, report: string, key: Buffer): Promise<ReadingReason[]> {
  const rows = await tx.sql
    .selectFrom('readingReasons')
    .selectAll()
    .where('reportId', '=', report)
    .orderBy('givenAt')
    .execute();
  const names = await membersById(
    tx,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ id, communityId, personId, givenAt, words }) => ({
    person: presentPerson(personId, names),
    at: givenAt.toISOString(),
    words: openAt<string>(key, wordsSpot(communityId, report, id), words),
  }));
}
