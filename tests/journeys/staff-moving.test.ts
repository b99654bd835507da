import { createReadStream } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCommunity } from '../../src/app/moving/move-community.ts';
import { en as console } from '../../src/console/words/en.ts';
import { emptyHome } from '../program/moving.ts';
import { reportConcern } from '../program/stage.ts';
import { objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

describe('taking everything elsewhere', () => {
  it('makes a file that another installation reads by the passphrase on the screen', async () => {
    await reportConcern(site.program);
    const desk = await site.signIn('coordinator', 'en', { width: 360, height: 740 });
    const { page, say } = desk;
    await page.goto('/console/settings');
    await page.getByRole('link', { name: say('settings.move'), exact: false }).click();
    await page.getByRole('heading', { level: 1, name: say('move.title') }).waitFor();
    const asked = await objections(page);
    const over = await overflow(page);

    await page.getByRole('button', { name: say('move.act') }).click();
    await page.getByRole('button', { name: say('move.keep-first') }).waitFor();
    const passphrase = (await page.locator('form code').textContent()) ?? '';
    await page.getByLabel(say('move.kept')).check();
    await page.getByRole('button', { name: say('move.act') }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: console['receiving.save'] }).click(),
    ]);
    const home = await emptyHome(site.program);
    const from = createReadStream(await file.path());
    const arrived = await importCommunity(home.ground, home.databases.ownerUrl, { openWith: { passphrase }, from });

    expect(file.suggestedFilename()).toBe('forestall-test-town.age');
    expect([arrived.rows.reports, arrived.rows.people]).toEqual([1, 6]);
    expect([asked, over, desk.complaints]).toEqual([[], 0, []]);
    await Promise.all([home.close(), desk.leave()]);
  });
});
