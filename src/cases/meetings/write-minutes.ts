import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound, Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { addAction } from '../commands/add-action.ts';
import { caseKey, type LockedCase, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { reviewCase } from '../reviews/review-case.ts';
import { minutesSpot, sealAt } from '../sealing.ts';
import { lockMeeting } from './hold-meeting.ts';
import { writeMinutesInput } from './minutes-contract.ts';

/**
 * Writes what a running meeting said of a case, with all the actions that it decided, or nothing of it. What is decided needs
 * the lead or the deputy in the meeting: nobody decides over the head of whoever directs the follow-up.
 */
export async function writeMinutes(
  tx: Tx<PersonActor>,
  ground: Ground,
  meetingId: string,
  caseId: string,
  input: z.input<typeof writeMinutesInput>,
): Promise<void> {
  const { words, actions, review } = writeMinutesInput.parse(input);
  const key = await caseKey(tx, ground, caseId);
  const row = await lockOpenCase(tx, caseId);
  await lockMeeting(tx, meetingId, 'running');
  await mustBeOnAgenda(tx, meetingId, caseId);
  if (actions.length > 0 || review) await mustBeLed(tx, meetingId, row);
  const id = newId(ground.clock, ground.chance);
  await tx.sql
    .insertInto('meetingEntries')
    .values({
      communityId: row.communityId,
      id,
      meetingId,
      caseId,
      position: await nextPosition(tx, caseId),
      writtenBy: tx.actor.personId,
      writtenAt: ground.clock.now(),
      content: sealAt(key, minutesSpot(row.communityId, caseId, id), words),
    })
    .execute();
  await recordAct(tx, ground, {
    act: 'minutes-written',
    recordKind: 'case',
    recordId: caseId,
    facts: { meeting: meetingId, decided: actions.length },
  });
  for (const [at, action] of actions.entries()) {
    const actionId = await besideItsField(`actions.${at}`, () => addAction(tx, ground, caseId, action));
    await tx.sql
      .insertInto('meetingDecisions')
      .values({ communityId: row.communityId, entryId: id, actionId })
      .execute();
  }
  if (review)
    await besideItsField('review', () =>
      reviewCase(tx, ground, caseId, { version: row.version, words: words.slice(0, 4_000), ...review }),
    );
}

async function mustBeOnAgenda(tx: Tx, meetingId: string, caseId: string): Promise<void> {
  const item = await tx.sql
    .selectFrom('meetingItems')
    .select('caseId')
    .where('meetingId', '=', meetingId)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (!item) throw notFound();
}

async function mustBeLed(tx: Tx, meetingId: string, row: LockedCase): Promise<void> {
  const there = await tx.sql
    .selectFrom('meetingAttendance')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .where('personId', 'in', [row.leadId, row.deputyId])
    .where('isPresent', '=', true)
    .limit(1)
    .executeTakeFirst();
  if (!there) throw invalid({ actions: 'neither-lead-nor-deputy-there' });
}

/** What is refused of a part is said beside that part. */
async function besideItsField<T>(part: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.kind !== 'invalid') throw error;
    const fields = Object.entries(error.refusal.fields).map(([field, why]) => [`${part}.${field}`, why]);
    throw invalid(Object.fromEntries(fields));
  }
}
