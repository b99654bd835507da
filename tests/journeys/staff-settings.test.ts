import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

async function openSetting({ page, say }: Desk, subject: 'settings.clocks' | 'settings.numbers'): Promise<void> {
  await page.getByRole('link', { name: say('shell.settings'), exact: true }).click();
  const named = page.getByText(say(subject), { exact: true });
  await page.getByRole('main').getByRole('link').filter({ has: named }).click();
  await page.getByRole('heading', { level: 1, name: say(subject) }).waitFor();
}

describe('settings', () => {
  it('show what somebody else saved meanwhile and overwrite nothing', async () => {
    const one = await site.signIn('coordinator', 'fr');
    const other = await site.signIn('coordinator', 'fr', { width: 360, height: 740 });
    await openSetting(one, 'settings.clocks');
    await openSetting(other, 'settings.clocks');

    await other.page.getByLabel(other.say('urgency.urgent')).fill('45');
    await one.page.getByLabel(one.say('urgency.urgent')).fill('20');
    await one.page.getByRole('button', { name: one.say('settings.save') }).click();
    await one.page.getByText(one.say('settings.changed', { name: 'Cora Ordway' })).waitFor();
    await other.page.getByRole('button', { name: other.say('settings.save') }).click();
    await other.page.getByText(other.say('newer.title')).waitFor();
    const between = await site.program.databases.owner.query("select clocks ->> 'urgent' as urgent from communities");
    const asked = await objections(other.page);
    const over = await overflow(other.page);
    await other.page.getByRole('button', { name: other.say('newer.take') }).click();
    await other.page.getByRole('button', { name: other.say('settings.save') }).click();
    await other.page.getByText(other.say('newer.title')).waitFor({ state: 'detached' });
    await other.page.waitForResponse(
      (answer) => answer.url().endsWith('/api/v1/settings') && answer.request().method() === 'GET',
    );
    const after = await site.program.databases.owner.query("select clocks ->> 'urgent' as urgent from communities");

    expect([between.rows[0].urgent, after.rows[0].urgent]).toEqual(['20', '45']);
    expect([asked, over]).toEqual([[], 0]);
    expect([...one.complaints, ...other.complaints]).toEqual([]);
    await Promise.all([one.leave(), other.leave()]);
  });

  it('say beside the field what is wrong', async () => {
    const desk = await site.signIn('coordinator', 'ca');
    await openSetting(desk, 'settings.clocks');

    await desk.page.getByLabel(desk.say('urgency.routine')).fill('10');
    await desk.page.getByRole('button', { name: desk.say('settings.save') }).click();
    const wrong = desk.page.getByLabel(desk.say('urgency.routine'));
    await desk.page.locator('[aria-invalid="true"]').waitFor();

    expect(await wrong.getAttribute('aria-invalid')).toBe('true');
    await desk.leave();
  });
});
