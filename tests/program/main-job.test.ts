import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from './program.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

describe('the main job', () => {
  it('carries a concern from the public to a case that one person leads', async () => {
    const told = await program.request('POST', '/api/v1/reports', {
      body: { dangerNow: false, what: 'He wrote down rooms and times.', language: 'en', signs: ['M1', 'P1'] },
    });
    const { receipt } = told.body as { receipt: string };
    const duty = await program.signIn('duty');
    const triage = (await duty.call('GET', '/api/v1/triage')).body as { rows: { id: string; urgency: string }[] };
    const report = triage.rows[0]!;
    const opened = (await duty.call('GET', `/api/v1/reports/${report.id}`)).body as {
      version: number;
      concern: { what: string };
      rule: string;
    };
    await duty.call('POST', `/api/v1/reports/${report.id}/answers`, { words: 'Thank you. When was that?' });
    const decision = await duty.call('POST', `/api/v1/reports/${report.id}/decisions`, {
      outcome: 'opened-case',
      version: opened.version,
      reason: 'Motivation and preparation.',
      title: 'Rooms and times',
      leadId: program.actors.member.personId,
      deputyId: program.actors.second.personId,
    });
    const { caseId } = decision.body as { caseId: string };
    const member = await program.signIn('member');
    const day = (await member.call('GET', '/api/v1/my-day')).body as { offers: { id: string }[] };
    const accepted = await member.call('POST', `/api/v1/offers/${day.offers[0]!.id}/acceptance`);
    const mailbox = await program.request('POST', '/api/v1/receipts/open', { body: { receipt } });

    expect(told.status).toBe(201);
    expect(report.urgency).toBe('urgent');
    expect(opened.concern.what).toBe('He wrote down rooms and times.');
    expect(opened.rule).toBe('motivation-and-preparation');
    expect(accepted.body).toMatchObject({
      id: caseId,
      lead: { name: 'Mem Berri' },
      deputy: { name: 'Sec Ondo' },
      title: 'Rooms and times',
    });
    expect(mailbox.body).toMatchObject({
      status: 'finished',
      conversation: [{ from: 'staff', words: 'Thank you. When was that?' }],
    });
  });
});
