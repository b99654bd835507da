import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ca as closing } from '../../src/cases/screens/closing/words/ca.ts';
import { cast } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { type Desk, openStaffSite, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

/** A case that the duty officer leads and the second officer is deputy of. */
async function openCase(title: string): Promise<string> {
  const { actors } = site.program;
  const { id } = await reportConcern(site.program, { what: `Words about ${title}.` });
  const duty = await sessionOf(site.program, actors.duty);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  return (await decide(duty, id, { outcome: 'opened-case', title, ...leaders })) ?? '';
}

/** Unfolds a part of the page and gives its form. */
async function unfold({ page }: Desk, title: string) {
  await page.locator('summary').getByText(title, { exact: true }).click();
  return page.getByRole('form', { name: title });
}

const optionOf = async (desk: Desk, label: string, name: string): Promise<void> => {
  const list = desk.page.getByLabel(label, { exact: true }).locator('visible=true');
  const option = list.locator('option', { hasText: name });
  await option.waitFor({ state: 'attached' });
  await list.selectOption((await option.getAttribute('value')) ?? '');
};

async function give(desk: Desk, words: string, to: string): Promise<void> {
  const { say } = desk;
  const form = await unfold(desk, say('action.add'));
  await form.getByLabel(say('action.words')).fill(words);
  await form.getByLabel(say('action.category')).selectOption('environment');
  await optionOf(desk, say('action.assignee'), to);
  await form.getByLabel(say('action.due')).fill('2026-11-27T09:00');
  await form.getByRole('button', { name: say('action.act') }).click();
  await desk.page.getByRole('listitem').filter({ hasText: words }).waitFor();
}

describe('the follow-up of a case', () => {
  it('carries an action from its assignment to a verified result', async () => {
    const caseId = await openCase('the back gate');
    const lead = await site.signIn('duty', 'en');
    const deputy = await site.signIn('second', 'es');
    const { say } = deputy;

    await lead.page.goto(`/console/cases/${caseId}`);
    await give(lead, 'Mend the lock.', cast.second.name);
    await site.program.sequence();
    await deputy.page.getByRole('link', { name: /Mend the lock/ }).click();
    await deputy.page.getByRole('button', { name: say('move.accepted') }).click();
    const end = await unfold(deputy, say('move.end'));
    await end.getByRole('radio', { name: say('action-state.done'), exact: true }).check();
    await end.getByLabel(say('move.result')).fill('New lock.');
    await end.getByRole('button', { name: say('move.end-act') }).click();
    const report = await unfold(deputy, say('move.report'));
    await report.getByLabel(say('move.outcome')).fill('The gate is shut at night.');
    await report.getByRole('button', { name: say('move.report-act') }).click();
    await deputy.page.getByText(say('action-state.result-reported'), { exact: true }).waitFor();
    await site.program.sequence();
    await lead.page.getByRole('button', { name: lead.say('move.verified') }).click();

    await lead.page.getByText(lead.say('action-state.verified'), { exact: true }).waitFor();
    expect(await lead.page.getByText('The gate is shut at night.').count()).toBe(1);
    expect([...lead.complaints, ...deputy.complaints]).toEqual([]);
    await Promise.all([lead.leave(), deputy.leave()]);
  });

  it('brings people on, sets the review, renames, closes and opens again', async () => {
    const caseId = await openCase('a first name');
    const lead = await site.signIn('duty', 'ca');
    const { page, say } = lead;
    await page.goto(`/console/cases/${caseId}`);

    const member = await unfold(lead, say('team.add'));
    await optionOf(lead, say('team.person'), cast.custodian.name);
    await member.getByRole('button', { name: say('team.act') }).click();
    await page.getByRole('button', { name: say('team.remove', { name: cast.custodian.name }) }).waitFor();
    const review = await unfold(lead, say('review.title'));
    await review.getByLabel(say('review.when')).fill('2026-12-01T10:00');
    await review.getByRole('button', { name: say('review.act') }).click();
    await page.getByText('1 de desembre').first().waitFor();
    const rename = await unfold(lead, say('description.title'));
    await rename.getByLabel(say('description.name')).fill('un segon nom');
    await rename.getByRole('button', { name: say('description.act') }).click();
    await page.getByRole('heading', { level: 1, name: 'un segon nom' }).waitFor();
    const deputy = await unfold(lead, say('deputy.title'));
    await optionOf(lead, say('deputy.new'), cast.custodian.name);
    await deputy.getByRole('button', { name: say('deputy.act') }).click();
    await page.getByText(say('lead-change.deputy-changed')).locator('visible=true').waitFor();
    const close = await unfold(lead, say('close.title'));
    await close.getByLabel(say('close.reason')).selectOption('support-in-place');
    await close.getByLabel(say('close.words')).fill('Tot en marxa.');
    await close.getByRole('button', { name: say('close.act') }).click();
    await close.getByRole('alert').getByText(closing['closing.missing-in-place']).waitFor();
    await close.getByLabel(closing['closing.in-place']).fill('Converses cada setmana.');
    await close.getByLabel(closing['closing.triggers']).fill('Una amenaça nova.');
    await close.getByRole('button', { name: say('close.act') }).click();
    const reopen = await unfold(lead, say('case-reopen.title'));
    await reopen.getByLabel(say('case-reopen.words')).fill('Un fet nou.');
    await reopen.getByLabel(say('review.when')).fill('2026-12-02T10:00');
    await reopen.getByRole('button', { name: say('case-reopen.act') }).click();

    await page.getByText(say('lead-change.reopened')).locator('visible=true').waitFor();
    expect(lead.complaints).toEqual([]);
    await lead.leave();
  });
});

describe('people and rota', () => {
  it('adds a shift and takes it off again', async () => {
    const coordinator = await site.signIn('coordinator', 'fr');
    const { page, say } = coordinator;
    await page.getByRole('link', { name: say('shell.rota'), exact: true }).click();
    for (let week = 0; week < 3; week += 1) await page.getByRole('button', { name: say('rota.after') }).click();

    const form = await unfold(coordinator, say('rota.add'));
    await form.getByLabel(say('rota.starts')).fill('2026-12-15T08:00');
    await form.getByLabel(say('rota.ends')).fill('2026-12-15T20:00');
    await optionOf(coordinator, say('rota.officer'), cast.duty.name);
    await optionOf(coordinator, say('rota.second'), cast.second.name);
    await form.getByRole('button', { name: say('rota.act') }).click();
    const remove = page.getByRole('button', { name: /Retirer la permanence/ });
    await remove.click();

    await remove.waitFor({ state: 'detached' });
    expect(coordinator.complaints).toEqual([]);
    await coordinator.leave();
  });

  it('suspends a person with a reason, hands their case to the deputy at once, and takes them back', async () => {
    const caseId = await openCase('a lead who is suspended');
    const coordinator = await site.signIn('coordinator', 'en');
    const { page, say } = coordinator;
    await page.getByRole('link', { name: say('shell.people'), exact: true }).click();
    const card = page.getByRole('listitem').filter({ hasText: 'duty@test-town.example' });

    await card.getByText(say('people.suspend'), { exact: true }).click();
    await card.getByLabel(say('standing.reason')).fill('Absent without word.');
    await card.getByRole('button', { name: say('standing.suspend', { name: cast.duty.name }) }).click();
    await card.getByText(say('people.suspended'), { exact: true }).waitFor();
    const { rows } = await site.program.databases.owner.query('select lead_id from cases where id = $1', [caseId]);
    await card.getByText(say('people.reinstate'), { exact: true }).click();
    await card.getByLabel(say('standing.reason')).fill('Back again.');
    await card.getByRole('button', { name: say('standing.reinstate', { name: cast.duty.name }) }).click();
    await card.getByText(say('people.suspended'), { exact: true }).waitFor({ state: 'detached' });

    expect(rows[0].lead_id).toBe(site.program.actors.second.personId);
    expect(coordinator.complaints).toEqual([]);
    await coordinator.leave();
  });
});
