import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, emailOf } from '../program/program.ts';
import { reportConcern } from '../program/stage.ts';
import { choose, pick, press, signInByKeyboard, type, write } from './by-keyboard.ts';
import { openStaffSite, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

describe('X-02 the main job by keyboard and by names alone', () => {
  it('signs in, goes by keys, opens, answers and decides a report', async () => {
    const { id } = await reportConcern(site.program, { what: 'Words of the keyboard test.', signs: ['M1', 'P1'] });
    await site.program.databases.owner.query(`update people set language = 'ca' where email = $1`, [emailOf('duty')]);
    const desk = await site.sitDown('ca');
    const { page, say } = desk;
    const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

    await signInByKeyboard(desk, 'duty');
    await type(page, 'g r');
    await heading(say('desk.title')).waitFor();
    await page.getByRole('link', { name: new RegExp(say('urgency.urgent')) }).waitFor();
    await type(page, 'j Enter');
    await page.getByText('Words of the keyboard test.').waitFor();
    const afterOpening = await page.evaluate(() => document.activeElement?.tagName);
    await write(page, page.getByRole('textbox', { name: say('answer.words') }), 'Gràcies. Quan va ser?');
    await press(page, page.getByRole('button', { name: say('answer.act') }));
    await page.getByRole('listitem').filter({ hasText: 'Quan va ser?' }).waitFor();
    await pick(page, page.getByRole('group', { name: say('decide.outcome') }), new RegExp(say('outcome.opened-case')));
    await write(page, page.getByRole('textbox', { name: say('decide.case-title') }), 'Sales i hores');
    await choose(page, page.getByRole('combobox', { name: say('decide.lead') }), cast.duty.name);
    await choose(page, page.getByRole('combobox', { name: say('decide.deputy') }), cast.second.name);
    await write(page, page.getByRole('textbox', { name: say('decide.reason') }), 'Motiu i preparatius.');
    await press(page, page.getByRole('button', { name: say('decide.act'), exact: true }));
    await heading('Sales i hores').waitFor();

    const { rows } = await site.program.databases.owner.query('select state from reports where id = $1', [id]);
    expect(rows[0].state).toBe('decided');
    expect(afterOpening).toBe('H1');
    expect(desk.complaints).toEqual([]);
    await desk.leave();
  });

  it('enters a report and comes back by one key each, which the list of keys names', async () => {
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;
    await type(page, 'g r');
    await page.getByRole('heading', { level: 1, name: say('desk.title') }).waitFor();

    await type(page, '?');
    const listed = await page.getByRole('dialog').textContent();
    await type(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await type(page, 'e');
    await page.getByRole('heading', { level: 1, name: say('enter.title') }).waitFor();

    expect(listed).toContain(say('desk.enter'));
    await desk.leave();
  });

  it('lists its keys, gives the focus back, and lets itself be silenced', async () => {
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;
    const dialog = page.getByRole('dialog', { name: say('shell.keys') });

    await type(page, '?');
    await dialog.waitFor();
    await press(page, dialog.getByRole('checkbox', { name: say('keys.on') }), 'Space');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await type(page, 'g c');

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(say('day.title'));
    await desk.leave();
  });

  it('offers a way past the rail as the first thing', async () => {
    const desk = await site.signIn('duty', 'en');
    const { page, say } = desk;

    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Enter');

    expect(first).toBe(say('shell.skip'));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await desk.leave();
  });
});
