import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { closeCase } from '../closing/close-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { addAction } from './add-action.ts';
import { climbOverdueFollowUp, moveAction } from './follow-up.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
const { as, inDays, opened, page } = onCases((started) => {
  program = started;
  ({ duty, second } = started.actors);
});
const add = (id: string, more: object = {}) =>
  as(duty, (tx) =>
    addAction(tx, program.ground, id, {
      category: 'subject',
      words: 'Talk with him.',
      assigneeId: second.personId,
      dueAt: inDays(2),
      ...more,
    }),
  );
const finish = async (id: string, by: PersonActor, to: 'done' | 'verified') => {
  const action = (await page(id)).actions[0]!;
  const input = to === 'done' ? { to, result: 'Done.', version: action.version } : { to, version: action.version };
  await as(by, (tx) => moveAction(tx, program.ground, id, action.id, input));
};

describe('the plan', () => {
  it('refers to a service only with what happens if the appointment does not', async () => {
    const id = await opened();
    const referral = { kind: 'counselling', service: 'Health centre' } as const;

    await expect(add(id, referral)).rejects.toMatchObject({ refusal: { fields: { fallback: 'required' } } });
    await expect(add(id, { kind: 'counselling' })).rejects.toMatchObject({
      refusal: { fields: { service: 'required' } },
    });
    await add(id, { ...referral, fallback: 'Call the family the same day.' });

    expect((await page(id)).actions[0]).toMatchObject({
      kind: 'counselling',
      service: 'Health centre',
      fallback: 'Call the family the same day.',
    });
  });

  it('refuses a kind of another category, a result before its action, and an assignee without access', async () => {
    const id = await opened();

    await expect(add(id, { kind: 'safety-plan' })).rejects.toMatchObject({
      refusal: { fields: { kind: 'not-valid' } },
    });
    await expect(add(id, { resultDueAt: inDays(1) })).rejects.toMatchObject({
      refusal: { fields: { resultDueAt: 'before-the-action' } },
    });
    await expect(add(id, { assigneeId: program.actors.member.personId })).rejects.toMatchObject({
      refusal: { fields: { assigneeId: 'not-on-the-team' } },
    });
  });

  it('keeps a case open until another has verified what safety depends on', async () => {
    const id = await opened();
    await add(id, { category: 'target', kind: 'safety-plan' });
    await finish(id, second, 'done');
    const close = async () => {
      const { version } = await page(id);
      await as(duty, (tx) =>
        closeCase(tx, program.ground, id, {
          version,
          reason: 'resolved',
          words: 'All is well.',
          reopenTriggers: 'New words.',
        }),
      );
    };

    await expect(close()).rejects.toMatchObject({ refusal: { fields: { reason: 'has-open-actions' } } });
    await finish(id, duty, 'verified');
    await close();

    expect((await page(id)).state).toBe('closed');
  });

  it('climbs once when a result is not told in time', async () => {
    const id = await opened();
    await add(id);
    await finish(id, second, 'done');
    program.clock.advance(10 * 86_400_000);

    await program.as({ kind: 'system', communityId: program.communityId, job: 'climb-follow-up' }, (tx) =>
      climbOverdueFollowUp(tx, program.ground),
    );

    const { rows } = await program.databases.owner.query(
      "select count(*)::int as mails from mail_messages where template = 'result-overdue'",
    );
    expect(rows[0].mails).toBe(2);
  });
});

describe('the database', () => {
  it('refuses to close over an open action, and a referral without a fallback', async () => {
    const id = await opened();
    await add(id);
    const { owner } = program.databases;

    const closing = owner.query(
      `with left_stage as (update stage_visits set exit = 'closed', exited_at = now(), exited_by = entered_by, reason = 'x' where case_id = $1)
       update cases set state = 'closed', closing_reason = 'resolved', closed_at = now(), closed_by = lead_id where id = $1`,
      [id],
    );
    await expect(closing).rejects.toMatchObject({ constraint: 'nothing_is_dropped_at_closing' });
    const referral = owner.query('update actions set is_referral = true where case_id = $1', [id]);
    await expect(referral).rejects.toMatchObject({ constraint: 'a_referral_says_what_if_missed' });
  });
});
