import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportConcern } from '../program/stage.ts';
import { objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

describe('the console without a network', () => {
  it('says so at once, keeps what is typed, sends nothing by itself, and goes on when the network is back', async () => {
    const { id } = await reportConcern(site.program, { what: 'Words before the network goes.' });
    const desk = await site.signIn('duty', 'fr', { width: 360, height: 740 });
    const { page, say } = desk;
    await page.goto(`/console/reports/${id}`);
    await page.getByText('Words before the network goes.').waitFor();
    await page.getByText(say('shell.live.live'), { exact: true }).waitFor();
    const answers = async () =>
      (await site.program.databases.owner.query("select 1 from report_messages where author = 'staff'")).rows.length;

    await page.context().setOffline(true);
    await page.getByText(say('shell.lost')).waitFor();
    await page.getByLabel(say('answer.words')).fill('An answer typed in the tunnel.');
    await page.getByRole('button', { name: say('answer.act') }).click();
    await page.getByText(say('refused.unreachable')).waitFor();
    const looks = { reach: await overflow(page), objections: await objections(page) };
    const kept = await page.getByLabel(say('answer.words')).inputValue();
    await page.context().setOffline(false);
    await page.getByText(say('shell.live.live'), { exact: true }).waitFor({ timeout: 20_000 });
    const barAfter = await page.getByText(say('shell.lost')).count();
    const sentByItself = await answers();
    await page.getByRole('button', { name: say('answer.act') }).click();
    await page.getByRole('listitem').filter({ hasText: 'An answer typed in the tunnel.' }).waitFor();

    expect(looks).toEqual({ reach: 0, objections: [] });
    expect({ kept, barAfter, sentByItself, sent: await answers() }).toEqual({
      kept: 'An answer typed in the tunnel.',
      barAfter: 0,
      sentByItself: 0,
      sent: 1,
    });
    await desk.leave();
  });
});
