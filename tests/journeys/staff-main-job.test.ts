import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/platform/i18n/index.ts';
import { cast } from '../program/program.ts';
import { reportConcern } from '../program/stage.ts';
import { type Desk, objections, openStaffSite, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const isCase = (name: string) => ({ name: new RegExp(name), level: 1 });
const chooseBy = (name: string) => new RegExp(`^${name}`);

/** Chooses a person out of a list of them, by name. */
async function choosePerson({ page }: Desk, label: string, name: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true });
  await list.locator('option', { hasText: name }).waitFor({ state: 'attached' });
  await list.selectOption((await list.locator('option', { hasText: name }).getAttribute('value')) ?? '');
}

async function openFirstReport({ page, say }: Desk, what: string): Promise<void> {
  await page.getByRole('link', { name: say('shell.reports'), exact: true }).click();
  await page
    .getByRole('link', { name: new RegExp(say('urgency.urgent')) })
    .first()
    .click();
  await page.getByText(what).waitFor();
}

async function decideToOpenACase(desk: Desk, title: string): Promise<void> {
  const { page, say } = desk;
  const form = page.getByRole('form', { name: say('decide.title') });
  await form.getByRole('radio', { name: chooseBy(say('outcome.opened-case')) }).check();
  await form.getByLabel(say('decide.case-title')).fill(title);
  await choosePerson(desk, say('decide.lead'), cast.member.name);
  await choosePerson(desk, say('decide.deputy'), cast.second.name);
  await form.getByLabel(say('decide.reason')).fill('Motive and preparation.');
  await form.getByRole('button', { name: say('decide.act'), exact: true }).click();
  await page.getByRole('heading', isCase(title)).waitFor();
}

async function addStatement({ page, say }: Desk, words: string): Promise<void> {
  await page.getByText(say('statement.add'), { exact: true }).click();
  const form = page.getByRole('form', { name: say('statement.add') });
  await form.getByRole('radio', { name: chooseBy(say('statement.seen')) }).check();
  await form.getByLabel(say('statement.words'), { exact: true }).fill(words);
  await form.getByLabel(say('statement.source'), { exact: true }).fill('A teacher');
  await form.getByRole('button', { name: say('statement.act') }).click();
  await page.getByRole('listitem').filter({ hasText: words }).waitFor();
}

async function addAction(desk: Desk, words: string): Promise<void> {
  const { page, say } = desk;
  await page.getByText(say('action.add'), { exact: true }).click();
  const form = page.getByRole('form', { name: say('action.add') });
  await form.getByLabel(say('action.words')).fill(words);
  await form.getByLabel(say('action.category')).selectOption('subject');
  await choosePerson(desk, say('action.assignee'), cast.second.name);
  await form.getByLabel(say('action.due')).fill('2026-11-26T12:00');
  await form.getByRole('button', { name: say('action.act') }).click();
  await page.getByRole('listitem').filter({ hasText: words }).waitFor();
}

async function offerToSeveral({ page, say }: Desk, names: readonly string[]): Promise<void> {
  await page.getByText(say('hand-over.title'), { exact: true }).click();
  const form = page.getByRole('form', { name: say('hand-over.title') });
  for (const name of names) await form.getByRole('checkbox', { name: chooseBy(name) }).check();
  await form.getByRole('button', { name: say('hand-over.act') }).click();
  await page.getByText(say('offer.open'), { exact: true }).waitFor();
}

describe.each<Language>(['en', 'fr'])('the main job of staff, in %s', (language) => {
  const what = `He wrote down rooms and times (${language}).`;
  const title = `Rooms and times ${language}`;

  it('triages, answers and opens a case', async () => {
    await reportConcern(site.program, { what, signs: ['M1', 'P1'] });
    const duty = await site.signIn('duty', language);
    const { page, say } = duty;

    const dayObjections = await objections(page);
    await openFirstReport(duty, what);
    const reportObjections = await objections(page);
    await page.getByLabel(say('answer.words')).fill('Thank you. When was that?');
    await page.getByRole('button', { name: say('answer.act') }).click();
    await page.getByRole('listitem').filter({ hasText: 'When was that?' }).waitFor();
    await decideToOpenACase(duty, title);
    const caseObjections = await objections(page);

    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(dayObjections).toEqual([]);
    expect(reportObjections).toEqual([]);
    expect(caseObjections).toEqual([]);
    expect(duty.complaints).toEqual([]);
    await duty.leave();
  });

  it('accepts the lead, writes down what is known and what is to be done, and offers the lead to several', async () => {
    const member = await site.signIn('member', language);
    const { page, say } = member;

    await page.getByRole('button', { name: say('offer.accept') }).click();
    await page.getByRole('heading', isCase(title)).waitFor();
    await addStatement(member, 'A list of rooms lay on his desk.');
    await addAction(member, 'Talk with the family.');
    await offerToSeveral(member, [cast.coordinator.name, cast.custodian.name]);

    expect(await page.getByText(say('lead-change.accepted-offer')).count()).toBe(1);
    expect(await objections(page)).toEqual([]);
    expect(member.complaints).toEqual([]);
    await member.leave();
  });

  it('lets exactly one of several accept, and tells the other', async () => {
    const first = await site.signIn('coordinator', language);
    const second = await site.signIn('custodian', language);
    const accept = first.say('offer.accept');

    await second.page.getByRole('button', { name: accept }).waitFor();
    await first.page.getByRole('button', { name: accept }).click();
    await first.page.getByRole('button', { name: accept }).waitFor({ state: 'detached' });
    await second.page.getByRole('button', { name: accept }).click();

    const told = second.page.getByRole('main').getByRole('alert');
    await told.waitFor();
    expect(await told.textContent()).not.toBe('');
    await Promise.all([first.leave(), second.leave()]);
  });

  it('shows the overseer that all is owned, and nothing of what was told', async () => {
    const overseer = await site.signIn('overseer', language);
    const { page, say } = overseer;

    await page.getByRole('link', { name: say('shell.oversight'), exact: true }).click();
    await page.getByRole('cell', { name: cast.coordinator.name }).first().waitFor();
    const shown = (await page.textContent('body')) ?? '';

    expect(shown).not.toContain(what);
    expect(shown).not.toContain(title);
    expect(await page.getByRole('link', { name: say('shell.reports'), exact: true }).count()).toBe(0);
    expect(await objections(page)).toEqual([]);
    await overseer.leave();
  });
});
