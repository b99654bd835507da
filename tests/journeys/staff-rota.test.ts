import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast } from '../program/program.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const toRota = async ({ page, say }: Desk) => {
  await page.getByRole('link', { name: say('shell.rota'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: say('rota.title') }).waitFor();
};

describe('the rota', () => {
  it('hands a shift over when a colleague accepts, and not before', async () => {
    const duty = await site.signIn('duty', 'ca');
    const coordinator = await site.signIn('coordinator', 'fr');
    await toRota(duty);
    const officers = duty.page.locator('.week-entry:not(.week-gap) strong');

    await duty.page.getByText(duty.say('swap.fold'), { exact: true }).click();
    await duty.page.getByRole('button', { name: duty.say('swap.offer'), exact: true }).click();
    await duty.page.getByRole('button', { name: duty.say('swap.withdraw') }).waitFor();
    const before = await officers.first().textContent();
    await toRota(coordinator);
    await coordinator.page.getByRole('button', { name: coordinator.say('swap.accept') }).waitFor();
    const asked = await objections(coordinator.page);
    await coordinator.page.getByRole('button', { name: coordinator.say('swap.accept') }).click();
    await coordinator.page.locator('.week-entry strong').filter({ hasText: cast.coordinator.name }).first().waitFor();
    await duty.page.reload();
    await officers.filter({ hasText: cast.coordinator.name }).first().waitFor();

    expect(before?.trim()).toBe(cast.duty.name);
    expect(asked).toEqual([]);
    expect([...duty.complaints, ...coordinator.complaints]).toEqual([]);
    await Promise.all([duty.leave(), coordinator.leave()]);
  });

  it('tells the public the short clock once everybody on the rota has acknowledged a test page', async () => {
    const coordinator = await site.signIn('coordinator', 'es');
    const second = await site.signIn('second', 'en', { width: 360, height: 740 });
    const acknowledge = async (desk: Desk) => {
      await toRota(desk);
      await desk.page.getByRole('button', { name: desk.say('test.acknowledge') }).click();
      await desk.page.getByRole('button', { name: desk.say('test.acknowledge') }).waitFor({ state: 'detached' });
    };

    await toRota(coordinator);
    await coordinator.page.getByRole('button', { name: coordinator.say('test.send') }).click();
    await coordinator.page.getByRole('button', { name: coordinator.say('test.acknowledge') }).waitFor();
    await acknowledge(coordinator);
    const unfinished = await coordinator.page.getByText(coordinator.say('test.incomplete', { days: 30 })).count();
    await acknowledge(second);
    await second.page.getByText(second.say('test.complete', { days: 30 })).waitFor();

    expect(unfinished).toBe(1);
    expect(await overflow(second.page)).toBe(0);
    expect(await objections(second.page)).toEqual([]);
    await Promise.all([coordinator.leave(), second.leave()]);
  });

  it('shows forms that change the rota only to those who may', async () => {
    const duty = await site.signIn('duty', 'en');

    await toRota(duty);
    await duty.page.getByText(duty.say('test.title')).waitFor();

    expect(await duty.page.getByText(duty.say('rota.add')).count()).toBe(0);
    expect(await duty.page.getByRole('button', { name: duty.say('rota.remove') }).count()).toBe(0);
    await duty.leave();
  });
});
