import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { closeCase } from '../closing/close-case.ts';
import { reopenCase } from '../closing/reopen-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { setStandards, standardsOf } from './standards.ts';
import { answerStage, climbOverdueStages, leaveStage } from './walk-stages.ts';

let program: Program;
const { as, opened, page } = onCases((started) => {
  program = started;
});
const leave = async (id: string, to: 'screening' | 'assessment' | 'management' | 'monitoring') => {
  const { version } = await page(id);
  await as(program.actors.duty, (tx) => leaveStage(tx, program.ground, id, { version, to, reason: 'So decided.' }));
};

describe('the stages of a case', () => {
  it('begin with triage, keep each answer, and go on by a decision with its reason', async () => {
    const id = await opened();

    await as(program.actors.duty, (tx) =>
      answerStage(tx, program.ground, id, { version: 1, question: 'known', answer: 'A pupil.' }),
    );
    await leave(id, 'screening');

    const { stage, stages } = await page(id);
    expect(stage).toBe('screening');
    expect(stages.map(({ exit, answers }) => [exit, answers])).toEqual([
      ['screening', { known: 'A pupil.' }],
      [null, {}],
    ]);
    expect(stages[0]?.reason).toBe('So decided.');
  });

  it('refuse a stage that the present one does not lead to, and a question of another page', async () => {
    const id = await opened();

    await expect(leave(id, 'monitoring')).rejects.toMatchObject({
      refusal: { fields: { to: 'not-from-this-stage' } },
    });
    const foreign = as(program.actors.duty, (tx) =>
      answerStage(tx, program.ground, id, { version: 1, question: 'aim', answer: 'A.' }),
    );
    await expect(foreign).rejects.toMatchObject({ refusal: { fields: { question: 'not-valid' } } });
  });

  it('do not overwrite an answer that somebody kept since', async () => {
    const id = await opened();
    const answer = (actor: PersonActor) =>
      as(actor, (tx) => answerStage(tx, program.ground, id, { version: 1, question: 'known', answer: 'Mine.' }));
    await answer(program.actors.duty);

    const late = answer(program.actors.second);

    await expect(late).rejects.toMatchObject({ refusal: { because: 'changed-since-you-opened-it' } });
  });

  it('end at closing and begin again with screening', async () => {
    const id = await opened();
    const { version } = await page(id);

    await as(program.actors.duty, (tx) =>
      closeCase(tx, program.ground, id, { version, reason: 'no-concern', words: 'It was a joke.' }),
    );
    await as(program.actors.duty, (tx) =>
      reopenCase(tx, program.ground, id, {
        version: version + 1,
        words: 'Something new.',
        nextReviewAt: new Date(program.clock.now().getTime() + 86_400_000).toISOString(),
      }),
    );

    const { stages } = await page(id);
    expect(stages.map(({ stage, exit }) => [stage, exit])).toEqual([
      ['triage', 'closed'],
      ['screening', null],
    ]);
  });

  it('tell lead and deputy once when they take too long', async () => {
    await opened();
    program.clock.advance(25 * 3_600_000);
    const sweep = () =>
      program.as({ kind: 'system', communityId: program.communityId, job: 'climb-stages' }, (tx) =>
        climbOverdueStages(tx, program.ground),
      );

    const first = await sweep();

    expect(first).toBeGreaterThan(0);
    expect(await sweep()).toBe(0);
  });
});

describe('the database', () => {
  it('refuses a stage that no exit decision led to', async () => {
    const id = await opened();

    const skipped = program.databases.owner.query("update cases set stage = 'management' where id = $1", [id]);

    await expect(skipped).rejects.toMatchObject({ constraint: 'stage_follows_its_exit_decision' });
  });

  it('refuses a case that closes while its stage is open, and a second open stage', async () => {
    const id = await opened();
    const { owner } = program.databases;

    const closed = owner.query(
      "update cases set state = 'closed', closing_reason = 'resolved', closed_at = now(), closed_by = lead_id where id = $1",
      [id],
    );
    const twice = owner.query(
      `insert into stage_visits (community_id, id, case_id, position, stage, entered_at, entered_by, due_at)
       select community_id, gen_random_uuid(), id, 99, 'screening', now(), lead_id, now() from cases where id = $1`,
      [id],
    );

    await Promise.all([
      expect(closed).rejects.toMatchObject({ constraint: 'stage_follows_its_exit_decision' }),
      expect(twice).rejects.toMatchObject({ constraint: 'one_stage_at_a_time' }),
    ]);
  });

  it('refuses an exit without its reason', async () => {
    const id = await opened();

    const silent = program.databases.owner.query(
      "update stage_visits set exit = 'screening', exited_at = now(), exited_by = entered_by where case_id = $1",
      [id],
    );

    await expect(silent).rejects.toMatchObject({ constraint: 'a_stage_is_left_by_a_decision' });
  });
});

describe('the standards', () => {
  it('are set by version, and refuse less looking where there is more concern', async () => {
    const { coordinator } = program.actors;
    const before = await as(coordinator, standardsOf);
    const set = (change: object) => as(coordinator, (tx) => setStandards(tx, program.ground, { ...before, ...change }));

    await set({ triageHours: 12 });

    expect(await as(coordinator, standardsOf)).toMatchObject({ version: 1, triageHours: 12 });
    await expect(set({ triageHours: 6 })).rejects.toMatchObject({
      refusal: { because: 'changed-since-you-opened-it' },
    });
    await expect(set({ version: 1, highReviewDays: 30 })).rejects.toMatchObject({
      refusal: { fields: { highReviewDays: 'sooner-with-concern' } },
    });
  });
});
