import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retentionWords } from '../../src/retention/words/index.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const day = 86_400_000;
const dayIn = (days: number) => new Date(site.program.clock.now().getTime() + days * day).toISOString().slice(0, 10);

/** The day on which the report is destroyed, as its own page says. */
async function destroyedOn({ page }: Desk, report: string): Promise<string> {
  await page.goto(`/console/reports/${report}`);
  await page.getByText(retentionWords.en.title, { exact: true }).click();
  const moment = page.locator('dt', { hasText: retentionWords.en['runs-out'] }).locator('..').locator('time');
  return (await moment.getAttribute('datetime'))?.slice(0, 10) ?? '';
}

describe('the legal profile', () => {
  it('moves the day on which a report is destroyed, and says so where the report is', async () => {
    const duty = await sessionOf(site.program, site.program.actors.duty);
    const { id } = await reportConcern(site.program);
    await decide(duty, id, { outcome: 'unsubstantiated' });
    const officer = await site.signIn('duty', 'en');
    const before = await destroyedOn(officer, id);
    const custodian = await site.signIn('custodian', 'en', { width: 360, height: 740 });
    const { page, say } = custodian;

    await page.goto('/console/keeping');
    await page.getByRole('link', { name: retentionWords.en['period.law'] }).click();
    await page.getByRole('heading', { level: 1, name: say('legal.title') }).waitFor();
    const asked = await objections(page);
    await page.getByLabel(say('profile.france')).check();
    await page.getByRole('button', { name: say('legal.choose') }).click();
    await page.getByRole('heading', { level: 2, name: say('profile.france') }).waitFor();
    const after = await destroyedOn(officer, id);

    expect([before, after]).toEqual([dayIn(90), dayIn(60)]);
    expect([asked, await overflow(page)]).toEqual([[], 0]);
    expect([...officer.complaints, ...custodian.complaints]).toEqual([]);
    await Promise.all([officer.leave(), custodian.leave()]);
  });

  it('marks as confirmed what counsel signed, and says beside the field what is missing', async () => {
    const { page, say, leave } = await site.signIn('coordinator', 'en');
    await page.goto('/console/settings');
    await page.getByRole('link', { name: say('settings.legal'), exact: false }).click();
    await page.getByText(say('sign.title')).last().click();

    await page.getByLabel(say('sign.counsel')).fill('Claire Conseil');
    await page.getByRole('button', { name: say('sign.act') }).click();
    await page.getByLabel(say('sign.office')).and(page.locator('[aria-invalid="true"]')).waitFor();
    await page.getByLabel(say('sign.office')).fill('Legal service');
    await page.getByLabel(say('sign.day')).fill('2026-11-20');
    await page.getByRole('checkbox', { name: /art\. 226-14/ }).check();
    await page.getByRole('button', { name: say('sign.act') }).click();
    await page.getByText(say('legal.verified'), { exact: true }).waitFor();

    expect(await page.getByText(say('legal.verified'), { exact: true }).count()).toBe(1);
    expect(await page.getByText('Claire Conseil').count()).toBeGreaterThan(0);
    await leave();
  });
});
