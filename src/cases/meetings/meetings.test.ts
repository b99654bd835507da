import { beforeEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { addAction } from '../commands/add-action.ts';
import { addMember } from '../commands/direct-case.ts';
import { openCasePage } from '../queries/case-page.ts';
import { recuse } from '../team/recuse.ts';
import { onCases } from '../testing/on-cases.ts';
import { beginMeeting, bringCase, callMeeting, callOffMeeting, endMeeting, forgetMeetings } from './hold-meeting.ts';
import { caseMinutesOf, meetingPageOf, meetingsOf } from './present-meeting.ts';
import { writeMinutes } from './write-minutes.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
let member: PersonActor;
let coordinator: PersonActor;
const { as, inDays, opened } = onCases((started) => {
  program = started;
  ({ duty, second, member, coordinator } = started.actors);
});

const day = 86_400_000;
const page = (id: string, reader = duty) => as(reader, (tx) => meetingPageOf(tx, program.ground, id));
const call = (by: PersonActor, others: PersonActor[]) =>
  as(by, (tx) =>
    callMeeting(tx, program.ground, { heldAt: inDays(1), personIds: others.map(({ personId }) => personId) }),
  );
const begin = async (id: string, by: PersonActor, present: PersonActor[]) => {
  const { version } = await page(id, by);
  const presentIds = present.map(({ personId }) => personId);
  await as(by, (tx) => beginMeeting(tx, program.ground, id, { version, presentIds }));
};
const held = async (by = duty, others = [second]) => {
  const id = await call(by, others);
  await begin(id, by, [by, ...others]);
  return id;
};
const write = (id: string, caseId: string, by = duty, more: object = {}) =>
  as(by, (tx) => writeMinutes(tx, program.ground, id, caseId, { words: 'We spoke of him.', ...more }));
const end = async (id: string, putOffRest = false, by = duty) => {
  const { version } = await page(id, by);
  await as(by, (tx) => endMeeting(tx, program.ground, id, { version, putOffRest }));
};
const reasonsFor = async (id: string, caseId: string, reader = duty) =>
  (await page(id, reader)).agenda.find((item) => item.caseId === caseId)?.reasons;
const anAction = (more: object = {}) => ({
  category: 'subject',
  words: 'Talk with the family.',
  assigneeId: second.personId,
  dueAt: inDays(5),
  ...more,
});

beforeEach(async () => {
  await program.databases.owner.query(
    "update meetings set state = 'called-off', ended_at = called_at, ended_by = called_by where state in ('planned', 'running')",
  );
});

describe('an agenda', () => {
  it('is made from what is due: new cases, what is late, what was put off', async () => {
    const caseId = await opened();
    const first = await call(duty, [second]);
    expect(await reasonsFor(first, caseId)).toEqual(['new', 'review-due']);
    await begin(first, duty, [duty, second]);
    await write(first, caseId);
    await end(first, true);
    await as(duty, (tx) => addAction(tx, program.ground, caseId, anAction({ dueAt: inDays(2) }) as never));
    program.clock.advance(3 * day);

    const next = await call(duty, [second]);

    expect(await reasonsFor(next, caseId)).toEqual(['review-overdue', 'action-overdue', 'stage-overdue']);
    await begin(next, duty, [duty, second]);
    await end(next, true);
    expect(await reasonsFor(await call(duty, [second]), caseId)).toContain('put-off');
  });

  it('shows nobody a case that they have no part in, and tells how many there are', async () => {
    const caseId = await opened();
    const id = await call(duty, [second, member]);

    const [mine, theirs, all] = [await page(id), await page(id, member), await page(id, coordinator)];

    expect(mine.agenda.find((item) => item.caseId === caseId)?.title).toBe('A case');
    expect(theirs.agenda).toEqual([]);
    expect(theirs.others).toBe(mine.agenda.length);
    expect(all.agenda.find((item) => item.caseId === caseId)?.title).toBeNull();
    expect((await as(member, (tx) => meetingsOf(tx))).rows.map((row) => row.id)).toContain(id);
  });

  it('says which disciplines are missing from the table', async () => {
    const id = await call(duty, [second]);

    expect((await page(id)).lacking).toEqual(['school', 'mental-health']);
  });
});

describe('minutes', () => {
  it('become actions and the next review in one go, sealed with the case', async () => {
    const caseId = await opened();
    const id = await held();

    await write(id, caseId, duty, {
      words: 'Zinnia-coloured words.',
      actions: [anAction(), anAction({ words: 'Mend the gate.', category: 'environment' })],
      review: { nextReviewAt: inDays(6) },
    });

    const opening = await as(second, (tx) => openCasePage(tx, program.ground, caseId));
    const { entries } = await as(second, (tx) => caseMinutesOf(tx, program.ground, caseId));
    expect(opening.actions.map(({ words, state }) => [words, state])).toEqual([
      ['Talk with the family.', 'assigned'],
      ['Mend the gate.', 'assigned'],
    ]);
    expect(opening.nextReviewAt).toBe(inDays(6));
    expect(entries).toMatchObject([
      { words: 'Zinnia-coloured words.', decided: opening.actions.map(({ position }) => position) },
    ]);
    const stored = await program.databases.owner.query('select content from meeting_entries');
    expect(stored.rows.some(({ content }) => String(content).includes('Zinnia'))).toBe(false);
  });

  it('are written whole or not at all', async () => {
    const caseId = await opened();
    const id = await held();
    const bad: [object, string][] = [
      [{ actions: [anAction(), anAction({ dueAt: inDays(-1) })] }, 'actions.1.dueAt'],
      [{ actions: [anAction({ assigneeId: member.personId })] }, 'actions.0.assigneeId'],
      [{ review: { nextReviewAt: inDays(400) } }, 'review.nextReviewAt'],
    ];

    for (const [more, field] of bad)
      await expect(write(id, caseId, duty, more), field).rejects.toMatchObject({
        refusal: { fields: { [field]: expect.any(String) } },
      });

    expect((await as(duty, (tx) => caseMinutesOf(tx, program.ground, caseId))).entries).toEqual([]);
    expect((await as(duty, (tx) => openCasePage(tx, program.ground, caseId))).actions).toEqual([]);
  });

  it('decide nothing where neither lead nor deputy is there', async () => {
    const caseId = await opened();
    await as(duty, (tx) => addMember(tx, program.ground, caseId, { personId: member.personId, part: 'member' }));
    const id = await held(member, [coordinator]);

    await expect(write(id, caseId, member, { actions: [anAction()] })).rejects.toMatchObject({
      refusal: { fields: { actions: 'neither-lead-nor-deputy-there' } },
    });
    await write(id, caseId, member);

    expect((await page(id, member)).agenda.find((item) => item.caseId === caseId)?.state).toBe('minuted');
  });

  it('take nothing from whoever is recused, and nothing once the meeting is closed; the database says so too', async () => {
    const caseId = await opened();
    await as(duty, (tx) => addMember(tx, program.ground, caseId, { personId: member.personId, part: 'member' }));
    const id = await held(duty, [second, member]);
    const { call: ask } = await program.signIn('member');
    const path = `/api/v1/meetings/${id}/items/${caseId}/entries`;
    expect((await ask('POST', path, { words: 'We spoke of him.' })).status).toBe(200);
    await as(duty, (tx) =>
      recuse(tx, program.ground, caseId, { personId: member.personId, reason: 'A cousin of the family.' }),
    );

    expect((await ask('POST', path, { words: 'We spoke of him.' })).status).toBe(404);
    expect((await page(id, member)).agenda.map((item) => item.caseId)).not.toContain(caseId);
    const insert = (by: PersonActor) =>
      program.databases.owner.query(
        "insert into meeting_entries values ($1, gen_random_uuid(), $2, $3, 9999, $4, now(), 'x')",
        [program.communityId, id, caseId, by.personId],
      );
    await expect(insert(member)).rejects.toMatchObject({ constraint: 'a_recused_person_has_no_part' });
    await end(id, true);
    await expect(write(id, caseId)).rejects.toMatchObject({ refusal: { because: 'changed-since-you-opened-it' } });
    await expect(insert(duty)).rejects.toMatchObject({ constraint: 'minutes_are_taken_in_the_meeting' });
  });
});

describe('a meeting', () => {
  it('closes over no case that is neither spoken of nor put off', async () => {
    const caseId = await opened();
    const id = await held();

    await expect(end(id)).rejects.toMatchObject({ refusal: { fields: { putOffRest: 'cases-not-spoken-of' } } });
    const close = "update meetings set state = 'closed', ended_at = began_at, ended_by = chair_id where id = $1";
    await expect(program.databases.owner.query(close, [id])).rejects.toMatchObject({
      constraint: 'no_case_is_passed_over',
    });
    await end(id, true);

    expect((await page(id)).agenda.find((item) => item.caseId === caseId)?.state).toBe('put-off');
    await expect(
      program.databases.owner.query('update meetings set version = 9 where id = $1', [id]),
    ).rejects.toMatchObject({
      constraint: 'an_ended_meeting_stands',
    });
  });

  it('takes a further case that somebody there brings', async () => {
    const id = await held();
    const caseId = await opened();

    await as(duty, (tx) => bringCase(tx, program.ground, id, { caseId }));

    expect(await reasonsFor(id, caseId)).toEqual(['asked-for']);
  });

  it('refuses one person alone, a stranger, a past moment, and a second beginning', async () => {
    const id = await call(duty, [second]);

    await expect(begin(id, duty, [duty])).rejects.toMatchObject({
      refusal: { fields: { presentIds: 'two-at-least' } },
    });
    await expect(begin(id, duty, [duty, member])).rejects.toMatchObject({
      refusal: { fields: { presentIds: 'not-asked-to-come' } },
    });
    await expect(
      as(duty, (tx) => callMeeting(tx, program.ground, { heldAt: inDays(-1), personIds: [second.personId] })),
    ).rejects.toMatchObject({ refusal: { fields: { heldAt: 'in-the-past' } } });
    await begin(id, duty, [duty, second]);
    await expect(begin(id, duty, [duty, second])).rejects.toMatchObject({
      refusal: { because: 'changed-since-you-opened-it' },
    });
  });

  it('that was called off tells whoever was asked, and is forgotten after two years', async () => {
    const id = await call(duty, [second]);
    const { version } = await page(id);
    const { rows: before } = await program.databases.owner.query(
      "select id from mail_messages where template = 'meeting-called-off'",
    );

    await as(duty, (tx) => callOffMeeting(tx, program.ground, id, { version }));

    const { rows: after } = await program.databases.owner.query(
      "select id from mail_messages where template = 'meeting-called-off'",
    );
    expect(after.length - before.length).toBe(1);
    program.clock.advance(731 * day);
    const forget = () =>
      program.as({ kind: 'system', communityId: program.communityId, job: 'forget-meetings' }, (tx) =>
        forgetMeetings(tx, program.ground),
      );
    expect(await forget()).toBeGreaterThan(0);
    expect((await as(coordinator, (tx) => meetingsOf(tx))).rows.map((row) => row.id)).not.toContain(id);
  });
});
