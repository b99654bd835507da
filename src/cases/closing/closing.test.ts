import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import { handOnWork } from '../../app/routes.ts';
import { suspend } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { linkReports } from '../../reports/linking/link-reports.ts';
import { aReport } from '../../reports/testing/a-report.ts';
import { addMember } from '../commands/direct-case.ts';
import { linkReport } from '../commands/open-case.ts';
import { askedOfMe } from '../queries/asked-of-me.ts';
import { aCase } from '../testing/a-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { closeCase } from './close-case.ts';
import { askToReopen, reopenCase, stayClosed } from './reopen-case.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
let member: PersonActor;
let coordinator: PersonActor;
const { as, inDays, page } = onCases((started) => {
  program = started;
  ({ duty, second, member, coordinator } = started.actors);
});
const full = { reason: 'resolved' as const, words: 'He is well.', reopenTriggers: 'A new threat.' };
const close = async (id: string, more: object = {}) => {
  const { version } = await page(id);
  await as(duty, (tx) => closeCase(tx, program.ground, id, { version, ...full, ...more }));
};
const closed = async (by = duty, deputy = second) => {
  const made = await aCase(program.ground, by, deputy.personId);
  const { version } = await page(made.id, by);
  await as(by, (tx) => closeCase(tx, program.ground, made.id, { version, ...full }));
  return made;
};
const reopen = async (id: string, nextReviewAt = inDays(5), by = duty) => {
  const { version } = await page(id, by);
  await as(by, (tx) => reopenCase(tx, program.ground, id, { version, words: 'A new threat came.', nextReviewAt }));
};
const sweep = () =>
  program.as({ kind: 'system', communityId: program.communityId, job: 'ask-to-reopen' }, (tx) =>
    askToReopen(tx, program.ground),
  );
const mailsOf = async (template: string, person: PersonActor) =>
  (
    await program.databases.owner.query('select id from mail_messages where template = $1 and person_id = $2', [
      template,
      person.personId,
    ])
  ).rows.length;

describe('closing a case', () => {
  it('says why, what stays in place, who is told and what would reopen it, sealed', async () => {
    const { id } = await aCase(program.ground, duty, second.personId);
    const told = [{ who: 'The family', how: 'By phone' }];

    await close(id, { reason: 'support-in-place', words: 'Quince and calm.', inPlace: 'Weekly talks.', told });

    expect((await page(id)).closings).toMatchObject([
      { reason: 'support-in-place', words: 'Quince and calm.', inPlace: 'Weekly talks.', told, reopenedAt: null },
    ]);
    const { rows } = await program.databases.owner.query('select content from case_closings where case_id = $1', [id]);
    expect(String(rows[0].content)).not.toContain('Quince');
  });

  it('is refused without what its reason asks for, and nothing is half done', async () => {
    const { id } = await aCase(program.ground, duty, second.personId);
    const refusals: [object, string][] = [
      [{ reopenTriggers: '' }, 'reopenTriggers'],
      [{ reason: 'support-in-place' }, 'inPlace'],
      [{ reason: 'transferred' }, 'acceptedBy'],
      [{ reason: 'moved-away' }, 'told'],
    ];

    for (const [more, field] of refusals)
      await expect(close(id, more), field).rejects.toMatchObject({ refusal: { fields: { [field]: 'required' } } });
    expect((await page(id)).state).toBe('open');
    await close(id, { reason: 'no-concern', reopenTriggers: '' });

    expect((await page(id)).closingReason).toBe('no-concern');
  });
});

describe('reopening a case', () => {
  it('keeps the story of each closing, and asks for a next review that lies ahead', async () => {
    const { id } = await closed();

    await expect(reopen(id, inDays(-1))).rejects.toMatchObject({
      refusal: { fields: { nextReviewAt: 'in-the-past' } },
    });
    await expect(reopen(id, inDays(400))).rejects.toMatchObject({
      refusal: { fields: { nextReviewAt: 'later-than-standard' } },
    });
    await reopen(id);
    await close(id, { words: 'Well again.' });

    expect((await page(id)).closings).toMatchObject([
      { words: 'Well again.', reopenedAt: null },
      { words: 'He is well.', reopenedBecause: 'A new threat came.', reopenedBy: { id: duty.personId } },
    ]);
  });

  it('finds another deputy where the one of before has left', async () => {
    const { actors } = program;
    const { id } = await aCase(program.ground, duty, actors.custodian.personId);
    await as(duty, (tx) => addMember(tx, program.ground, id, { personId: member.personId, part: 'member' }));
    await close(id);
    await as(coordinator, (tx) => suspend(tx, program.ground, actors.custodian.personId, handOnWork));

    await reopen(id);

    expect((await page(id)).deputy.id).toBe(member.personId);
  });
});

describe('a new report on a closed case', () => {
  it('asks the last lead, who is told once, and climbs to the coordinator after a day', async () => {
    const { id } = await closed();
    const { id: reportId } = await aReport(program.ground, program.communityId);
    const before = await mailsOf('reopening-asked', duty);

    await as(duty, (tx) => linkReport(tx, program.ground, id, reportId));
    await sweep();
    await sweep();

    expect(await mailsOf('reopening-asked', duty)).toBe(before + 1);
    expect(await as(duty, (tx) => askedOfMe(tx, program.ground))).toContainEqual(
      expect.objectContaining({ what: 'reopening', caseId: id }),
    );
    expect((await page(id)).state).toBe('closed');
    program.clock.advance(86_400_000);
    await sweep();
    expect(await mailsOf('reopening-late', coordinator)).toBeGreaterThan(0);
    expect(await sweep()).toBe(0);
  });

  it('is heard where it is put beside a report of that case, whichever way round', async () => {
    const { id, reportId } = await closed();
    const [one, other] = [
      await aReport(program.ground, program.communityId),
      await aReport(program.ground, program.communityId),
    ];

    await as(duty, (tx) => linkReports(tx, program.ground, one.id, { act: 'link', to: reportId }));
    await as(duty, (tx) => linkReports(tx, program.ground, reportId, { act: 'link', to: other.id }));

    const { reopeningQuestions } = await page(id);
    expect(reopeningQuestions.map(({ askedOf, answer }) => [askedOf?.id, answer])).toEqual([
      [duty.personId, null],
      [duty.personId, null],
    ]);
  });

  it('is answered by reopening, or by a reason why not', async () => {
    const { id, reportId } = await closed();
    const { id: report } = await aReport(program.ground, program.communityId);
    await as(duty, (tx) => linkReports(tx, program.ground, report, { act: 'link', to: reportId }));
    const question = (await page(id)).reopeningQuestions[0]!;

    await as(duty, (tx) => stayClosed(tx, program.ground, id, question.id, { reason: 'Another boy.' }));
    const again = as(duty, (tx) => stayClosed(tx, program.ground, id, question.id, { reason: 'Another boy.' }));

    await expect(again).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
    expect((await page(id)).reopeningQuestions).toMatchObject([{ answer: 'stays-closed', reason: 'Another boy.' }]);
    const { id: more } = await aReport(program.ground, program.communityId);
    await as(duty, (tx) => linkReports(tx, program.ground, more, { act: 'link', to: reportId }));
    await reopen(id, inDays(5));
    expect((await page(id)).reopeningQuestions.map(({ answer }) => answer).toSorted()).toEqual([
      'reopened',
      'stays-closed',
    ]);
  });

  it('asks the deputy where the lead has left, and the coordinators where both have', async () => {
    const { actors } = program;
    const { id } = await closed(second, member);
    const ask = async () => {
      const { id: reportId } = await aReport(program.ground, program.communityId);
      await program.databases.owner.query(
        `insert into case_reports (community_id, case_id, report_id, linked_at, linked_by, position)
           select $1, $2, $3, now(), $4, coalesce(max(position), 0) + 1 from case_reports where case_id = $2`,
        [program.communityId, id, reportId, duty.personId],
      );
      const { rows } = await program.databases.owner.query(
        'select asked_of from reopening_questions where report_id = $1',
        [reportId],
      );
      return rows[0].asked_of as string | null;
    };

    const [first, later, last] = [
      await ask(),
      await as(actors.coordinator, (tx) => suspend(tx, program.ground, second.personId, handOnWork)).then(ask),
      await as(actors.coordinator, (tx) => suspend(tx, program.ground, member.personId, handOnWork)).then(ask),
    ];

    expect([first, later, last]).toEqual([second.personId, member.personId, null]);
    expect(await as(coordinator, (tx) => askedOfMe(tx, program.ground))).toContainEqual(
      expect.objectContaining({ what: 'reopening', caseId: id }),
    );
  });
});
