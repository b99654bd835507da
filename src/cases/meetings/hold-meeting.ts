import type { z } from 'zod';
import { lockMembers, membersById } from '../../community/index.ts';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId, spokenNumber } from '../../platform/ids.ts';
import { postMail } from '../../platform/mail/index.ts';
import { ahead, lockOpenCase } from '../commands/case-row.ts';
import { whatIsDue } from './agenda.ts';
import type { addItemInput, attendMeetingInput, callMeetingInput, callOffInput, endMeetingInput } from './contract.ts';

const keptMilliseconds = 730 * 86_400_000;

/** Calls a meeting at a moment that lies ahead; whoever calls it chairs it, and each who is asked is told. */
export async function callMeeting(
  tx: Tx<PersonActor>,
  ground: Ground,
  input: z.infer<typeof callMeetingInput>,
): Promise<string> {
  const heldAt = ahead(ground, 'heldAt', input.heldAt);
  const { communityId, personId } = tx.actor;
  const people = [...new Set([personId, ...input.personIds])];
  const active = await lockMembers(tx, people);
  if (people.some((each) => !active.has(each))) throw invalid({ personIds: 'not-an-active-member' });
  const id = newId(ground.clock, ground.chance);
  const number = spokenNumber(ground.chance);
  const row = { communityId, id, number, heldAt, chairId: personId, calledBy: personId, calledAt: ground.clock.now() };
  await tx.sql.insertInto('meetings').values(row).execute();
  const names = await membersById(tx, people);
  const asked = people.map((each) => ({
    communityId,
    meetingId: id,
    personId: each,
    discipline: names.get(each)?.discipline ?? '',
  }));
  await tx.sql.insertInto('meetingAttendance').values(asked).execute();
  await recordAct(tx, ground, { act: 'meeting-called', recordKind: 'meeting', recordId: id });
  for (const each of people.filter((one) => one !== personId))
    await postMail(tx, ground, each, 'meeting-called', { number });
  return id;
}

/** The meeting's row, locked, in this state and unchanged since this version was read. */
export async function lockMeeting(tx: Tx, id: string, state: 'planned' | 'running', version?: number) {
  const row = await tx.sql.selectFrom('meetings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  if (row.state !== state || (version !== undefined && row.version !== version))
    throw conflict('changed-since-you-opened-it');
  return row;
}

/** Begins the meeting with those who are there, two at least; from now on its agenda stands. */
export async function beginMeeting(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: z.infer<typeof attendMeetingInput>,
): Promise<void> {
  const row = await lockMeeting(tx, id, 'planned', input.version);
  await notePresence(tx, id, input.presentIds);
  const now = ground.clock.now();
  await tx.sql
    .updateTable('meetings')
    .set({ state: 'running', beganAt: now, version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  const due = await whatIsDue(tx, ground, input.presentIds);
  const items = due.map((each, at) => ({ communityId: row.communityId, meetingId: id, position: at + 1, ...each }));
  if (items.length > 0) await tx.sql.insertInto('meetingItems').values(items).execute();
  await recordAct(tx, ground, {
    act: 'meeting-begun',
    recordKind: 'meeting',
    recordId: id,
    facts: { present: input.presentIds.length, items: items.length },
  });
}

/** Notes who came or left while the meeting runs. */
export async function noteAttendance(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: z.infer<typeof attendMeetingInput>,
): Promise<void> {
  const row = await lockMeeting(tx, id, 'running', input.version);
  await notePresence(tx, id, input.presentIds);
  await tx.sql
    .updateTable('meetings')
    .set({ version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  await recordAct(tx, ground, {
    act: 'attendance-noted',
    recordKind: 'meeting',
    recordId: id,
    facts: { present: input.presentIds.length },
  });
}

async function notePresence(tx: Tx, meetingId: string, presentIds: readonly string[]): Promise<void> {
  const asked = await tx.sql
    .selectFrom('meetingAttendance')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .execute();
  const known = new Set(asked.map((each) => each.personId));
  if (presentIds.some((each) => !known.has(each))) throw invalid({ presentIds: 'not-asked-to-come' });
  if (new Set(presentIds).size < 2) throw invalid({ presentIds: 'two-at-least' });
  for (const isPresent of [true, false])
    await tx.sql
      .updateTable('meetingAttendance')
      .set({ isPresent })
      .where('meetingId', '=', meetingId)
      .where('personId', isPresent ? 'in' : 'not in', [...presentIds])
      .execute();
}

/** Puts a further open case on the agenda of a running meeting; one that is there already stays as it is. */
export async function bringCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  { caseId }: z.infer<typeof addItemInput>,
): Promise<void> {
  await lockOpenCase(tx, caseId);
  const row = await lockMeeting(tx, id, 'running');
  const last = await tx.sql
    .selectFrom('meetingItems')
    .select((is) => is.fn.coalesce(is.fn.max('position'), is.lit(0)).as('position'))
    .where('meetingId', '=', id)
    .executeTakeFirstOrThrow();
  const item = { communityId: row.communityId, meetingId: id, caseId, position: last.position + 1 };
  await tx.sql
    .insertInto('meetingItems')
    .values({ ...item, reasons: ['asked-for'] })
    .onConflict((is) => is.columns(['communityId', 'meetingId', 'caseId']).doNothing())
    .execute();
  await recordAct(tx, ground, { act: 'case-brought', recordKind: 'case', recordId: caseId, facts: { meeting: id } });
}

/** Closes the meeting; refused while a case on its agenda is neither spoken of nor put off. */
export async function endMeeting(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: z.infer<typeof endMeetingInput>,
): Promise<void> {
  const row = await lockMeeting(tx, id, 'running', input.version);
  const now = ground.clock.now();
  const open = await itemsLeft(tx, id);
  if (open.length > 0 && !input.putOffRest) throw invalid({ putOffRest: 'cases-not-spoken-of' });
  if (open.length > 0)
    await tx.sql
      .updateTable('meetingItems')
      .set({ putOffAt: now })
      .where('meetingId', '=', id)
      .where('caseId', 'in', open)
      .execute();
  await tx.sql
    .updateTable('meetings')
    .set({ state: 'closed', endedAt: now, endedBy: tx.actor.personId, version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  await recordAct(tx, ground, {
    act: 'meeting-closed',
    recordKind: 'meeting',
    recordId: id,
    facts: { putOff: open.length },
  });
}

async function itemsLeft(tx: Tx, meetingId: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('meetingItems as item')
    .select('item.caseId')
    .where('item.meetingId', '=', meetingId)
    .where('item.putOffAt', 'is', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('meetingEntries as entry')
            .select('entry.id')
            .where('entry.meetingId', '=', meetingId)
            .whereRef('entry.caseId', '=', 'item.caseId'),
        ),
      ),
    )
    .execute();
  return rows.map((item) => item.caseId);
}

/** Calls off a meeting that has not begun, and tells whoever was asked. */
export async function callOffMeeting(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  input: z.infer<typeof callOffInput>,
): Promise<void> {
  const row = await lockMeeting(tx, id, 'planned', input.version);
  await tx.sql
    .updateTable('meetings')
    .set({ state: 'called-off', endedAt: ground.clock.now(), endedBy: tx.actor.personId, version: row.version + 1 })
    .where('id', '=', id)
    .execute();
  await recordAct(tx, ground, { act: 'meeting-called-off', recordKind: 'meeting', recordId: id });
  const asked = await tx.sql.selectFrom('meetingAttendance').select('personId').where('meetingId', '=', id).execute();
  for (const { personId } of asked.filter((each) => each.personId !== tx.actor.personId))
    await postMail(tx, ground, personId, 'meeting-called-off', { number: row.number });
}

/** Forgets meetings that ended two years ago and on which no case hangs any more. */
export async function forgetMeetings(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - keptMilliseconds);
  const gone = await tx.sql
    .deleteFrom('meetings')
    .where('endedAt', '<', before)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('meetingItems')
            .select('meetingItems.caseId')
            .whereRef('meetingItems.meetingId', '=', 'meetings.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
