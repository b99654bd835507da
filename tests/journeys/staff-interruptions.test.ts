import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idleMinutes } from '../../src/platform/auth/index.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern, sayWhy } from '../program/stage.ts';
import { type Desk, fillSignIn, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const endAllSessions = () => site.program.databases.owner.query('delete from sessions');

const openReport = async ({ page }: Desk, id: string, what: string): Promise<void> => {
  await page.goto(`/console/reports/${id}`);
  await page.getByText(what).waitFor();
};

describe('what is being written', () => {
  it('is hidden but kept when the session ends, and sent by the same person after signing in again', async () => {
    const { id } = await reportConcern(site.program, { what: 'Words before the session ends.' });
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;
    await openReport(desk, id, 'Words before the session ends.');
    await page.getByLabel(say('answer.words')).fill('An answer that took an hour to write.');

    await endAllSessions();
    await page.getByRole('button', { name: say('answer.act') }).click();
    await page.getByRole('heading', { level: 1, name: say('sign-in.title') }).waitFor();
    const stillShown = await page.getByText('Words before the session ends.').isVisible();
    const atSignIn = await objections(page);
    await page.getByLabel(say('sign-in.password')).waitFor();
    await fillSignIn(desk, 'duty');
    const kept = await page.getByLabel(say('answer.words')).inputValue();
    await page.getByRole('button', { name: say('answer.act') }).click();
    await page.getByRole('listitem').filter({ hasText: 'An answer that took an hour to write.' }).waitFor();

    expect(stillShown).toBe(false);
    expect(atSignIn).toEqual([]);
    expect(kept).toBe('An answer that took an hour to write.');
    await desk.leave();
  });

  it('is not shown to somebody else who signs in at the same screen', async () => {
    const { id } = await reportConcern(site.program, { what: 'Words of the first officer.' });
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;
    await openReport(desk, id, 'Words of the first officer.');
    await page.getByLabel(say('answer.words')).fill('An answer by the first officer.');

    await endAllSessions();
    await page.getByRole('button', { name: say('answer.act') }).click();
    await page.getByRole('heading', { level: 1, name: say('sign-in.title') }).waitFor();
    await fillSignIn(desk, 'second');
    await page.getByRole('heading', { level: 1, name: say('day.title') }).waitFor();
    await sayWhy(await sessionOf(site.program, site.program.actors.second), id);
    await openReport(desk, id, 'Words of the first officer.');

    expect(await page.getByLabel(say('answer.words')).inputValue()).toBe('');
    await desk.leave();
  });

  it('is hidden when nobody touches the desk, though the live log keeps asking', async () => {
    const { id } = await reportConcern(site.program, { what: 'Words on an empty desk.' });
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;
    await openReport(desk, id, 'Words on an empty desk.');
    await page.clock.install();
    await page.getByLabel(say('answer.words')).pressSequentially('Half an answer');

    await page.clock.fastForward((idleMinutes - 1) * 60_000);
    const before = await page.getByText('Words on an empty desk.').isVisible();
    await page.clock.fastForward(2 * 60_000);
    await page.getByRole('heading', { level: 1, name: say('sign-in.title') }).waitFor();

    expect(before).toBe(true);
    expect(await page.getByText('Words on an empty desk.').isVisible()).toBe(false);
    expect(await page.getByLabel(say('answer.words')).inputValue()).toBe('Half an answer');
    await desk.leave();
  });

  it('stands beside a newer decision of somebody else, and neither replaces the other', async () => {
    const { id } = await reportConcern(site.program, { what: 'Words that two officers read.' });
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;
    await openReport(desk, id, 'Words that two officers read.');
    const form = page.getByRole('form', { name: say('urgency.title') });
    await page.getByText(say('urgency.title'), { exact: true }).first().click();
    await form.getByRole('radio', { name: say('urgency.immediate') }).check();
    await form.getByLabel(say('decide.reason')).fill('My own reason.');

    const second = await sessionOf(site.program, site.program.actors.second);
    await sayWhy(second, id);
    const { version } = (await second.call('GET', `/api/v1/reports/${id}`)).body as { version: number };
    await second.call('POST', `/api/v1/reports/${id}/urgency`, { version, urgency: 'urgent', reason: 'Theirs.' });
    await form.getByRole('button', { name: say('urgency.act') }).click();
    await form.getByText(say('newer.title')).waitFor();
    const kept = await form.getByLabel(say('decide.reason')).inputValue();
    const inBetween = (await second.call('GET', `/api/v1/reports/${id}`)).body as { urgency: string };
    await form.getByRole('button', { name: say('newer.take') }).click();
    await form.getByRole('button', { name: say('urgency.act') }).click();
    await page.getByText('My own reason.').waitFor();

    expect(kept).toBe('My own reason.');
    expect(inBetween.urgency).toBe('urgent');
    await desk.leave();
  });
});

describe('the live desk', () => {
  it('shows a new report without being asked, and moves nothing while one reads', async () => {
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;
    await page.getByRole('link', { name: say('shell.reports'), exact: true }).click();
    await page.getByText(say('shell.live.live'), { exact: true }).waitFor();
    const rows = page.getByRole('link', { name: new RegExp(say('desk.received')) });
    await rows.first().waitFor();
    const before = await rows.count();

    await reportConcern(site.program, { what: 'First arrival.' });
    await site.program.sequence();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(before + 1);
    await rows.last().click();
    await page.getByRole('heading', { level: 1, name: /Report/ }).waitFor();
    await reportConcern(site.program, { what: 'Second arrival.', dangerNow: true });
    await site.program.sequence();
    await page.getByText(say('desk.arrived', { count: 1 })).waitFor();
    const whileReading = await rows.count();
    await page.getByRole('button', { name: say('desk.show-arrived') }).click();

    expect(whileReading).toBe(before + 1);
    expect(await rows.count()).toBe(before + 2);
    expect(await objections(page)).toEqual([]);
    await desk.leave();
  });
});

describe('every screen', () => {
  const paths = [
    '/',
    '/reports',
    '/reports/new',
    '/cases',
    '/rota',
    '/people',
    '/account',
    '/oversight',
    '/mail',
    '/nowhere',
  ];

  it('fits a phone of 320 pixels in the longest language, and has one first heading and no objections', async () => {
    const { id } = await reportConcern(site.program, { what: 'Words for a narrow screen.' });
    const held = await sessionOf(site.program, site.program.actors.duty);
    const leaders = { leadId: site.program.actors.coordinator.personId, deputyId: site.program.actors.second.personId };
    const caseId = await decide(held, id, { outcome: 'opened-case', title: 'A case on a narrow screen', ...leaders });
    const desk = await site.signIn('coordinator', 'fr', { width: 320, height: 640 });
    const { page } = desk;

    for (const path of [...paths, `/cases/${caseId}`, `/reports/${id}`]) {
      await page.goto(`/console${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText(desk.say('kit.loading'), { exact: true }).first().waitFor({ state: 'detached' });
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });

      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1);
      expect(await overflow(page), path).toBe(0);
      expect(await objections(page), path).toEqual([]);
    }
    expect(desk.complaints).toEqual([]);
    await desk.leave();
  }, 180_000);
});
