import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as closing } from '../../src/cases/screens/closing/words/en.ts';
import { ca as paper } from '../../src/cases/words/documents/ca.ts';
import { en as documents } from '../../src/cases/words/documents/en.ts';
import { must } from '../program/must.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
let caseId: string;
beforeAll(async () => {
  site = await openStaffSite();
  const { actors } = site.program;
  const duty = await sessionOf(site.program, actors.duty);
  const { id } = await reportConcern(site.program);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  caseId = (await decide(duty, id, { outcome: 'opened-case', title: 'Rooms and times', ...leaders })) ?? '';
  const told = { kind: 'seen', words: 'A list on a desk.', source: 'A tutor' };
  await must(duty.call('POST', `/api/v1/cases/${caseId}/statements`, told));
  await must(
    duty.call('POST', `/api/v1/cases/${caseId}/closing`, {
      version: 1,
      reason: 'support-in-place',
      words: 'He talks with his tutor every morning.',
      inPlace: 'The talks go on until summer.',
      told: [{ who: 'The family', how: 'By phone' }],
      reopenTriggers: 'He stops coming.',
    }),
  );
  const later = await reportConcern(site.program);
  await must(duty.call('POST', `/api/v1/reports/${later.id}/links`, { act: 'link', to: id }));
});
afterAll(() => site.close());

describe('documents of a case', () => {
  it('are chosen with their language, shown as they are printed, and taken as a PDF', async () => {
    const { page, complaints, leave } = await site.signIn('duty', 'en');
    await page.goto(`/console/cases/${caseId}`);
    await page.getByRole('link', { name: documents['documents.title'] }).click();
    await page.getByLabel(documents['documents.language']).selectOption('ca');
    await page.getByRole('link', { name: documents['document.closing-memo'] }).click();
    await page.getByRole('heading', { level: 1, name: paper['document.closing-memo'] }).waitFor();
    await page.getByText('The talks go on until summer.').waitFor();
    const problems = await objections(page);
    const taken = page.waitForEvent('download');
    await page.getByRole('link', { name: documents['documents.file'] }).click();
    const file = (await taken).suggestedFilename();
    await page.setViewportSize({ width: 360, height: 800 });
    const wide = await overflow(page);
    await page.goto(`/console/cases/${caseId}/documents/assessment-summary?language=fr`);
    await page.locator('.paper table').first().waitFor();
    problems.push(...(await objections(page)));

    expect([problems, file, wide, complaints]).toEqual([[], 'closing-memo-ca.pdf', 0, []]);
    await leave();
  });
});

describe('a closed case of which a new report asks', () => {
  it('shows the question first, and keeps closed with a reason', async () => {
    const { page, complaints, leave } = await site.signIn('duty', 'en');
    await page.goto(`/console/cases/${caseId}`);
    await page.getByText(closing['question.title']).waitFor();
    await page.getByText('The talks go on until summer.').waitFor();
    const problems = await objections(page);
    await page.locator('summary', { hasText: closing['question.stay'] }).click();
    const form = page.getByRole('form', { name: closing['question.stay'] });
    await form.getByRole('button', { name: closing['question.act'], exact: true }).click();
    await form.getByRole('alert').getByText(closing['question.missing-why']).waitFor();
    await form.getByLabel(closing['question.why']).fill('It is about somebody else.');
    await form.getByRole('button', { name: closing['question.act'], exact: true }).click();
    await page.getByText('It is about somebody else.').waitFor();

    expect([problems, complaints]).toEqual([[], []]);
    await leave();
  });
});
