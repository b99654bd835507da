import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as concern } from '../../src/cases/screens/concern/words/en.ts';
import { en as inquiry } from '../../src/cases/screens/inquiries/words/en.ts';
import { en as known } from '../../src/cases/screens/known/words/en.ts';
import { en as plan } from '../../src/cases/screens/plan/words/en.ts';
import { en as stage } from '../../src/cases/screens/stages/words/en.ts';
import { en as caseWords } from '../../src/cases/words/en.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
let caseId: string;
beforeAll(async () => {
  site = await openStaffSite();
  const { actors } = site.program;
  const { id } = await reportConcern(site.program, { what: 'He wrote down rooms and times.' });
  const duty = await sessionOf(site.program, actors.duty);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  caseId = (await decide(duty, id, { outcome: 'opened-case', title: 'Rooms and times', ...leaders })) ?? '';
});
afterAll(() => site.close());

const open = (desk: Desk, page = '') => desk.page.goto(`/console/cases/${caseId}${page}`);

/** Gives one's own rating on the page of the level of concern. */
async function rate({ page }: Desk, level: 'low' | 'moderate' | 'high' | 'imminent'): Promise<void> {
  const form = page.getByRole('form', { name: concern['rate.title'] });
  await form.getByLabel(concern['rate.for']).fill('He wrote down times.');
  await form.getByLabel(concern['rate.against']).fill('He talks to his tutor.');
  await form.getByLabel(concern['rate.unknowns']).fill('The means.');
  await form.getByRole('radio', { name: concern[`level.${level}`] }).check();
  await form.getByRole('radio', { name: concern['confidence.fair'], exact: true }).check();
  await form.getByRole('button', { name: concern['rate.act'] }).click();
}

describe('the assessment of a case', () => {
  it('keeps each answer of a stage as one goes, finds it again after sign-in, and leaves by a decision', async () => {
    const first = await site.signIn('duty', 'en');
    await open(first, '/stage');
    await first.page.getByLabel(stage['question.triage.known']).fill('A pupil of the third year.');
    await first.page.getByLabel(stage['question.triage.protect']).fill('Talk with the tutor.');
    await first.page.getByText(stage['answer.saved']).first().waitFor();
    await first.leave();

    const { page, complaints, leave } = await site.signIn('duty', 'en');
    await page.goto(`/console/cases/${caseId}/stage`);
    await page.getByText(stage['answer.saved']).first().waitFor();
    const kept = await page.getByLabel(stage['question.triage.known']).inputValue();
    const form = page.getByRole('form', { name: stage['exit.title'] });
    await form.getByRole('button', { name: stage['exit.act'] }).click();
    await form.getByRole('alert').getByText(stage['exit.missing-to']).waitFor();
    await form.getByLabel(stage['exit.reason']).fill('Somebody has to look closer.');
    await form.getByRole('radio', { name: stage['exit.screening'] }).check();
    await form.getByRole('button', { name: stage['exit.act'] }).click();
    await page
      .getByRole('link', { name: stage['stage.begin'].replace('{stage}', caseWords['stage.screening']) })
      .waitFor();

    expect(kept).toBe('A pupil of the third year.');
    expect(await objections(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('lets two rate apart and agree, and puts the emergency steps first when it is imminent', async () => {
    const lead = await site.signIn('duty', 'en');
    const deputy = await site.signIn('second', 'en', { width: 360, height: 800 });
    await open(lead, '/concern');
    await rate(lead, 'high');
    await lead.page.getByText(concern['rate.waiting']).waitFor();

    await open(deputy, '/concern');
    await deputy.page.getByText(concern['rate.gave'].replace('{name}', 'Dina Utyman')).waitFor();
    const hidden = await deputy.page.getByText('He wrote down times.').count();
    await rate(deputy, 'imminent');
    const agreement = deputy.page.getByRole('form', { name: concern['agree.title'] });
    await agreement.getByRole('radio', { name: concern['level.imminent'] }).check();
    await agreement.getByRole('radio', { name: concern['confidence.fair'], exact: true }).check();
    await agreement.getByLabel(concern['agree.words']).fill('Both of us fear for tonight.');
    await agreement.getByRole('button', { name: concern['agree.act'] }).click();
    await deputy.page.getByText('Both of us fear for tonight.').waitFor();
    await open(deputy);
    await deputy.page.getByText(plan['imminent.title']).waitFor();

    expect(hidden).toBe(0);
    expect(
      await deputy.page.getByRole('link', { name: plan['imminent.call'].replace('{number}', '112') }).count(),
    ).toBe(1);
    expect(await overflow(deputy.page)).toBe(0);
    expect(await objections(deputy.page)).toEqual([]);
    expect([...lead.complaints, ...deputy.complaints]).toEqual([]);
    await Promise.all([lead.leave(), deputy.leave()]);
  });

  it('sets motives and preparation side by side, and says what is missing', async () => {
    const lead = await site.signIn('duty', 'en');
    const { page, say } = lead;
    await open(lead);
    await page.getByText(say('statement.add'), { exact: true }).click();
    const form = page.getByRole('form', { name: say('statement.add') });
    await form.getByRole('radio', { name: say('statement.seen') }).check();
    await form.getByLabel(say('statement.words'), { exact: true }).fill('A page with rooms and times.');
    await form.getByLabel(say('statement.source'), { exact: true }).fill('His tutor');
    await form.getByText(known['form.signs'], { exact: true }).click();
    await form.getByRole('checkbox', { name: known['sign.P1'] }).check();
    await form.getByRole('button', { name: say('statement.act') }).click();
    await page.getByText('A page with rooms and times.').first().waitFor();
    await page.getByRole('link', { name: known['known.open'] }).click();
    await page.getByRole('heading', { level: 1, name: known['known.title'] }).waitFor();

    expect(await page.getByText(known['sign.P1']).count()).toBe(1);
    expect(await page.getByText(known['missing.motivation']).count()).toBe(1);
    expect(await page.getByText(known['missing.preparation']).count()).toBe(0);
    expect(await objections(page)).toEqual([]);
    await lead.leave();
  });

  it('plans a talk with a minor only with company, keeping what was typed', async () => {
    const lead = await site.signIn('duty', 'en');
    const { page } = lead;
    await open(lead, '/inquiries');
    await page.locator('summary').getByText(inquiry['inquiry.plan'], { exact: true }).click();
    const form = page.getByRole('form', { name: inquiry['inquiry.plan'] });
    await form.getByLabel(inquiry['inquiry.guide'], { exact: true }).selectOption('subject');
    await form.getByLabel(inquiry['inquiry.who']).fill('The pupil');
    await form.getByLabel(inquiry['inquiry.purpose']).fill('How he is.');
    await form.getByLabel(inquiry['inquiry.asker']).selectOption(site.program.actors.duty.personId);
    await form.getByLabel(inquiry['inquiry.due']).fill('2026-11-27T09:00');
    await form.getByLabel(inquiry['inquiry.minor']).check();
    await form.getByRole('button', { name: inquiry['inquiry.act'] }).click();
    await form.getByRole('alert').getByText(inquiry['inquiry.missing-companion']).waitFor();
    const kept = await form.getByLabel(inquiry['inquiry.who']).inputValue();
    await form.getByLabel(inquiry['inquiry.companion']).fill('His aunt');
    await form.getByRole('radio', { name: inquiry['inquiry.given'], exact: true }).check();
    await form.getByRole('button', { name: inquiry['inquiry.act'] }).click();
    await page.getByRole('listitem').filter({ hasText: 'His aunt' }).waitFor();

    expect(kept).toBe('The pupil');
    expect(await objections(page)).toEqual([]);
    expect(lead.complaints).toEqual([]);
    await lead.leave();
  });
});
