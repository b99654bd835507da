import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/platform/i18n/index.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { inventedWords } from '../program/many-reports.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const told = (what: string, more: object = {}) =>
  aReport(site.program.ground, site.program.communityId, { what, ...more });

async function openRow({ page, say }: Desk, count: number): Promise<void> {
  await page.getByRole('link', { name: say('shell.reports'), exact: true }).click();
  await page
    .getByRole('link', { name: new RegExp(say('desk.times', { count })) })
    .first()
    .click();
}

describe.each<Language>(['en', 'fr'])('a bad day at the desk, in %s', (language) => {
  it('shows near copies as one row, decides it alike, and sets one apart', async () => {
    const words = inventedWords(`copied ${language}`, 300);
    for (const each of ['one', 'two', 'three', 'four']) await told(`${words} ${each}`);
    const desk = await site.signIn('duty', language);
    const { page, say } = desk;

    await openRow(desk, 4);
    const rowObjections = await objections(page);
    await page.getByText(say('row.show'), { exact: true }).click();
    await page.getByRole('button', { name: say('row.take-out'), exact: true }).click();
    await page.getByRole('button', { name: say('desk.show-arrived') }).click();
    await openRow(desk, 3);
    const form = page.getByRole('form', { name: say('decide.title') });
    await form.getByRole('radio', { name: new RegExp(`^${say('outcome.misuse')}`) }).check();
    await form.getByLabel(say('decide.reason')).fill('The same text three times.');
    await form.getByRole('button', { name: say('decide.act'), exact: true }).click();
    await page.getByRole('button', { name: say('row.alike-act') }).click();
    await page.getByText(say('row.alike-words', { count: 0 })).waitFor();

    expect(rowObjections).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.leave();
  });

  it('shows what may belong together, links it, and relays with what it rests on', async () => {
    const [where, when] = language === 'en' ? ['West gate', 'Thursday morning'] : ['Cantine', 'Mardi midi'];
    await told(`A man watched us (${language}).`, { where, when });
    const other = await told(`There he was again in the ${language} place, later that day.`, {
      where: `near ${where}`,
      when,
      dangerNow: true,
    });
    const desk = await site.signIn('duty', language);
    const { page, say } = desk;

    await page.getByRole('link', { name: say('shell.reports'), exact: true }).click();
    await page.getByRole('link', { name: new RegExp(other.number) }).click();
    await page.getByRole('button', { name: say('similar.act') }).click();
    const similar = page.getByRole('listitem').filter({ hasText: say('reason.same-place-and-time') });
    await similar.getByRole('button', { name: say('similar.link'), exact: true }).click();
    await page.getByText(say('similar.is-linked'), { exact: true }).waitFor();
    const form = page.getByRole('form', { name: say('decide.title') });
    await form.getByRole('radio', { name: new RegExp(`^${say('outcome.emergency-relayed')}`) }).check();
    await form.getByLabel(say('decide.recipient')).fill('112');
    await form.getByRole('radio', { name: say('basis.this-report-alone') }).check();
    await form.getByLabel(say('decide.reason')).fill('He may be there now.');
    await form.getByRole('button', { name: say('decide.act'), exact: true }).click();
    await page.getByText(say('verification.unverified'), { exact: true }).waitFor();

    expect(await objections(page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.leave();
  });

  it('finds words in what one can open, with no word of it in the address', async () => {
    const word = `Heuhaufen${language}`;
    const { number } = await told(`Somebody hid something in the ${word} behind the barn.`);
    const desk = await site.signIn('duty', language, { width: 360, height: 740 });
    const { page, say } = desk;

    await page.goto('/console/find');
    await page.getByLabel(say('find.label')).fill(word.toLowerCase());
    await page.getByRole('button', { name: say('find.act'), exact: true }).click();
    await page.getByRole('link', { name: new RegExp(number) }).waitFor();

    expect(await page.locator('mark').textContent()).toBe(word);
    expect(page.url()).not.toContain('Heuhaufen');
    expect(await overflow(page)).toBe(0);
    expect(await objections(page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.leave();
  });
});
