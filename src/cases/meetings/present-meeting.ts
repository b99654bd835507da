import type { Selectable } from 'kysely';
import type { Meetings } from '../../../db/types.ts';
import { type Member, membersById } from '../../community/index.ts';
import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { openRecordKeys } from '../../platform/keys/index.ts';
import { caseKey } from '../commands/case-row.ts';
import { named } from '../present.ts';
import { type CaseContent, caseSpot, minutesSpot, openAt } from '../sealing.ts';
import { standardsOf } from '../stages/standards.ts';
import { type Due, whatIsDue } from './agenda.ts';
import type { CaseMinutes, MeetingList, MeetingPage } from './contract.ts';

const rowsAtMost = 100;

const presentRow = (
  row: Selectable<Meetings>,
  names: Map<string, Member>,
  asked: number,
): MeetingList['rows'][number] => ({
  id: row.id,
  number: row.number,
  state: row.state as MeetingPage['state'],
  heldAt: row.heldAt.toISOString(),
  chair: named(row.chairId, names),
  asked,
});

/** The meetings to which this person is asked, for a coordinator all; the next first, then what is past. */
export async function meetingsOf(tx: Tx<PersonActor>): Promise<MeetingList> {
  const mine = tx.sql.selectFrom('meetingAttendance').select('meetingId').where('personId', '=', tx.actor.personId);
  const all = tx.sql.selectFrom('meetings').selectAll();
  const rows = await (hasRole(tx.actor, 'coordinator') ? all : all.where('id', 'in', mine))
    .orderBy('heldAt', 'desc')
    .limit(rowsAtMost)
    .execute();
  const counts = await tx.sql
    .selectFrom('meetingAttendance')
    .select(['meetingId', (count) => count.fn.countAll<number>().as('count')])
    .where('meetingId', 'in', [...rows.map((row) => row.id), '00000000-0000-0000-0000-000000000000'])
    .groupBy('meetingId')
    .execute();
  const asked = new Map(counts.map((row) => [row.meetingId, Number(row.count)]));
  const names = await membersById(
    tx,
    rows.map((row) => row.chairId),
  );
  return { rows: rows.map((row) => presentRow(row, names, asked.get(row.id) ?? 0)) };
}

/** A meeting as somebody who was asked to it sees it: the agenda holds the cases that they may open, and counts the others. */
export async function meetingPageOf(tx: Tx<PersonActor>, ground: Ground, id: string): Promise<MeetingPage> {
  const row = await tx.sql.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  const attendance = await tx.sql.selectFrom('meetingAttendance').selectAll().where('meetingId', '=', id).execute();
  const names = await membersById(
    tx,
    attendance.map((each) => each.personId),
  );
  const hasBegun = row.state === 'running' || row.state === 'closed';
  const counted = attendance.filter((each) => !hasBegun || each.isPresent);
  const { disciplines } = await standardsOf(tx);
  const isThere = attendance.some((each) => each.personId === tx.actor.personId && each.isPresent);
  const items = await itemsOf(tx, ground, row, attendance);
  const agenda = await agendaFor(tx, ground, items, row.state === 'running' && isThere);
  return {
    ...presentRow(row, names, attendance.length),
    version: row.version,
    beganAt: row.beganAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    mayChair: row.chairId === tx.actor.personId || hasRole(tx.actor, 'coordinator'),
    attendance: attendance
      .map((each) => ({
        ...named(each.personId, names),
        discipline: each.discipline,
        agency: names.get(each.personId)?.agency ?? '',
        isPresent: each.isPresent,
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name)),
    lacking: disciplines.filter((each) => !counted.some(({ discipline }) => discipline === each)),
    agenda,
    others: items.length - agenda.length,
  };
}

type Item = Due & { state: 'open' | 'minuted' | 'put-off' };

/** The agenda as it stands, or while the meeting has not begun as it would stand now. */
async function itemsOf(
  tx: Tx,
  ground: Ground,
  row: Selectable<Meetings>,
  attendance: readonly { personId: string }[],
): Promise<Item[]> {
  if (row.state === 'called-off') return [];
  if (row.state === 'planned') {
    const people = attendance.map((each) => each.personId);
    return (await whatIsDue(tx, ground, people)).map((due) => ({ ...due, state: 'open' }));
  }
  const items = await tx.sql
    .selectFrom('meetingItems')
    .selectAll()
    .where('meetingId', '=', row.id)
    .orderBy('position')
    .execute();
  const entries = await tx.sql.selectFrom('meetingEntries').select('caseId').where('meetingId', '=', row.id).execute();
  const minuted = new Set(entries.map((entry) => entry.caseId));
  return items.map((item) => ({
    caseId: item.caseId,
    reasons: item.reasons as Due['reasons'],
    state: minuted.has(item.caseId) ? 'minuted' : item.putOffAt ? 'put-off' : 'open',
  }));
}

async function agendaFor(
  tx: Tx<PersonActor>,
  ground: Ground,
  items: readonly Item[],
  takesMinutes: boolean,
): Promise<MeetingPage['agenda']> {
  const me = tx.actor.personId;
  const ids = items.map((item) => item.caseId);
  if (ids.length === 0) return [];
  const cases = await tx.sql.selectFrom('cases').selectAll().where('id', 'in', ids).execute();
  const members = await tx.sql
    .selectFrom('caseMembers')
    .select('caseId')
    .where('caseId', 'in', ids)
    .where('personId', '=', me)
    .where('part', '=', 'member')
    .where('leftAt', 'is', null)
    .execute();
  const keptOut = await tx.sql.selectFrom('recusals').select('caseId').where('personId', '=', me).execute();
  const recused = new Set(keptOut.map((each) => each.caseId));
  const onTeam = new Set(members.map((member) => member.caseId));
  for (const row of cases) if (row.leadId === me || row.deputyId === me) onTeam.add(row.id);
  const keys = await openRecordKeys(tx, ground, [...onTeam]);
  const names = await membersById(
    tx,
    cases.flatMap((row) => [row.leadId, row.deputyId]),
  );
  const byId = new Map(cases.map((row) => [row.id, row]));
  const mine = items.filter(
    ({ caseId }) => !recused.has(caseId) && (onTeam.has(caseId) || hasRole(tx.actor, 'coordinator')),
  );
  return mine.map(({ caseId, reasons, state }) => {
    const row = byId.get(caseId)!;
    const key = keys.get(caseId);
    return {
      caseId,
      caseNumber: row.number,
      title: key ? openAt<CaseContent>(key, caseSpot(row.communityId, caseId), row.content).title : null,
      levelOfConcern: row.levelOfConcern as MeetingPage['agenda'][number]['levelOfConcern'],
      lead: named(row.leadId, names),
      deputy: named(row.deputyId, names),
      reasons,
      state,
      mayWrite: takesMinutes && key !== undefined && row.state === 'open',
    };
  });
}

/** What was said of one case in its meetings, the latest first, for somebody who may open the case. */
export async function caseMinutesOf(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<CaseMinutes> {
  const key = await caseKey(tx, ground, caseId);
  const rows = await tx.sql
    .selectFrom('meetingEntries as entry')
    .innerJoin('meetings', 'meetings.id', 'entry.meetingId')
    .selectAll('entry')
    .select(['meetings.number', 'meetings.heldAt'])
    .where('entry.caseId', '=', caseId)
    .orderBy('entry.position', 'desc')
    .execute();
  const decided = await tx.sql
    .selectFrom('meetingDecisions as decision')
    .innerJoin('actions', 'actions.id', 'decision.actionId')
    .select(['decision.entryId', 'actions.position'])
    .where('actions.caseId', '=', caseId)
    .orderBy('actions.position')
    .execute();
  const byEntry = Map.groupBy(decided, (each) => each.entryId);
  const names = await membersById(
    tx,
    rows.map((row) => row.writtenBy),
  );
  return {
    entries: rows.map((row) => ({
      id: row.id,
      meetingId: row.meetingId,
      meetingNumber: row.number,
      heldAt: row.heldAt.toISOString(),
      words: openAt<string>(key, minutesSpot(row.communityId, caseId, row.id), row.content),
      writtenBy: named(row.writtenBy, names),
      writtenAt: row.writtenAt.toISOString(),
      decided: (byEntry.get(row.id) ?? []).map((each) => each.position),
    })),
  };
}
