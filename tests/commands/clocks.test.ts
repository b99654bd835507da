import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCase } from '../../src/cases/testing/a-case.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { type Program, startProgram } from '../program/program.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.close());

const minutes = (count: number) => count * 60_000;
const row = async (text: string, values: unknown[] = []) => (await program.databases.owner.query(text, values)).rows[0];
const mailsTo = async (person: string, template: string) =>
  (
    await program.databases.owner.query('select 1 from mail_messages where person_id = $1 and template = $2', [
      person,
      template,
    ])
  ).rowCount;

describe('climb-overdue', () => {
  it('moves an unread report from officer to second to coordinator, and tells the overseer that it climbed', async () => {
    const { actors, clock } = program;
    const { id } = await aReport(program.ground, program.communityId, { dangerNow: true });

    const steps = [];
    for (const wait of [4, 2, 5, 5]) {
      clock.advance(minutes(wait));
      await program.sweep();
      steps.push(await row('select climbed_to, responsible_id from reports where id = $1', [id]));
    }

    expect(steps).toEqual([
      { climbed_to: 'duty', responsible_id: actors.duty.personId },
      { climbed_to: 'second', responsible_id: actors.second.personId },
      { climbed_to: 'coordinator', responsible_id: actors.coordinator.personId },
      { climbed_to: 'coordinator', responsible_id: actors.coordinator.personId },
    ]);
    expect(await mailsTo(actors.second.personId, 'report-climbed')).toBe(1);
    expect(await mailsTo(actors.overseer.personId, 'oversight-climbed')).toBe(2);
  });

  it('leaves a report that was read in time until its decision is due', async () => {
    const { id } = await aReport(program.ground, program.communityId, { dangerNow: true });
    const duty = await program.signIn('duty');
    await duty.call('GET', `/api/v1/reports/${id}`);

    program.clock.advance(minutes(30));
    await program.sweep();
    const before = await row('select climbed_to from reports where id = $1', [id]);
    program.clock.advance(minutes(40));
    await program.sweep();
    const after = await row('select climbed_to from reports where id = $1', [id]);

    expect([before, after]).toEqual([{ climbed_to: 'duty' }, { climbed_to: 'second' }]);
  });

  it('keeps what was relayed open until somebody there accepts, and climbs after fifteen minutes', async () => {
    const { id } = await aReport(program.ground, program.communityId, { dangerNow: true });
    const duty = await program.signIn('duty');
    const decision = {
      outcome: 'emergency-relayed',
      basis: 'this-report-alone',
      version: 1,
      reason: 'Told the control room.',
      recipient: 'Control room',
    };
    await duty.call('POST', `/api/v1/reports/${id}/decisions`, decision);

    program.clock.advance(minutes(16));
    await program.sweep();
    const handover = await row(
      'select id, climbed_at is not null as climbed, accepted_at from report_handovers where report_id = $1',
      [id],
    );
    const again = await program.signIn('duty');
    const accepted = await again.call('POST', `/api/v1/handovers/${handover.id}/acceptance`, {
      acceptedName: 'Sergeant Prat',
    });

    expect(handover).toMatchObject({ climbed: true, accepted_at: null });
    expect(await mailsTo(program.actors.coordinator.personId, 'handover-overdue')).toBe(1);
    expect(accepted.body).toMatchObject({ handovers: [{ acceptedName: 'Sergeant Prat' }] });
  });

  it('tells of an overdue review and an overdue action once', async () => {
    const { actors, clock } = program;
    const { id } = await aCase(program.ground, actors.duty, actors.second.personId);
    const duty = await program.signIn('duty');
    const action = {
      category: 'subject',
      words: 'Call the family.',
      assigneeId: actors.second.personId,
      dueAt: '2026-11-23T12:00:00Z',
    };
    expect((await duty.call('POST', `/api/v1/cases/${id}/actions`, action)).status).toBe(200);

    clock.advance(minutes(26 * 60));
    await program.sweep();
    await program.sweep();

    expect(await mailsTo(actors.second.personId, 'action-overdue')).toBe(1);
    expect(await mailsTo(actors.duty.personId, 'review-overdue')).toBe(1);
    expect(await mailsTo(actors.coordinator.personId, 'review-overdue')).toBe(1);
  });
});

describe('add-from-reporter', () => {
  it('puts a decided report back before whoever is on duty', async () => {
    const { id, receipt } = await aReport(program.ground, program.communityId);
    const duty = await program.signIn('duty');
    await duty.call('POST', `/api/v1/reports/${id}/decisions`, {
      outcome: 'unsubstantiated',
      version: 1,
      reason: 'Nothing found.',
    });

    const added = await program.request('POST', '/api/v1/receipts/messages', {
      body: { receipt, words: 'It happened again.' },
    });

    expect(added.body).toMatchObject({
      status: 'received',
      conversation: [{ from: 'reporter', words: 'It happened again.' }],
    });
    expect(await row('select state, responsible_id from reports where id = $1', [id])).toEqual({
      state: 'waiting',
      responsible_id: program.actors.duty.personId,
    });
  });
});
