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

  it('takes an officer’s leave by phone: entered, the shift handed on, a page acknowledged, the ladder moved', async () => {
    const phone = { width: 360, height: 740 };
    const leaving = await site.signIn('second', 'ca', phone);
    const colleague = await site.signIn('duty', 'en', phone);
    const coordinator = await site.signIn('coordinator', 'es');
    const { page, say } = leaving;
    const ladder = async () => {
      await coordinator.page.goto('/console/settings/paging');
      const steps = coordinator.page.locator('.ladder li');
      await steps.first().waitFor();
      return (await steps.allTextContents()).join(' ');
    };
    const shift = 'update duty_shifts set officer_id = $1, second_id = $2';
    const { coordinator: first, second } = site.program.actors;
    await site.program.databases.owner.query(shift, [first.personId, second.personId]);
    const before = await ladder();

    await toRota(leaving);
    await page.getByText(say('leave.title'), { exact: true }).first().click();
    const form = page.getByRole('form', { name: say('leave.title') });
    await form.getByLabel(say('rota.starts')).fill('2026-11-24T08:00');
    await form.getByLabel(say('rota.ends')).fill('2026-11-23T08:00');
    await form.getByRole('button', { name: say('leave.act') }).click();
    await form.getByText(say('rota.ends-before')).first().waitFor();
    await form.getByLabel(say('rota.ends')).fill('2026-11-26T08:00');
    await form.getByRole('button', { name: say('leave.act') }).click();
    await page
      .getByText(say('week.on-leave', { names: cast.second.name }))
      .first()
      .waitFor();
    await page.getByText(say('swap.fold'), { exact: true }).first().click();
    await page.getByLabel(say('swap.to')).first().selectOption(site.program.actors.duty.personId);
    await page
      .getByRole('button', { name: say('swap.offer'), exact: true })
      .first()
      .click();
    await page.getByRole('button', { name: say('swap.withdraw') }).waitFor();
    const looks = { reach: await overflow(page), objections: await objections(page) };
    await toRota(colleague);
    await colleague.page.getByRole('button', { name: colleague.say('swap.accept') }).click();
    await colleague.page.getByRole('button', { name: colleague.say('swap.accept') }).waitFor({ state: 'detached' });
    await toRota(coordinator);
    await coordinator.page.getByRole('button', { name: coordinator.say('test.send') }).click();
    await coordinator.page.getByRole('button', { name: coordinator.say('test.acknowledge') }).waitFor();
    await colleague.page.reload();
    await colleague.page.getByRole('button', { name: colleague.say('test.acknowledge') }).click();
    await colleague.page
      .getByRole('button', { name: colleague.say('test.acknowledge') })
      .waitFor({ state: 'detached' });

    expect(before).toContain(cast.second.name);
    const after = await ladder();
    expect(after).toContain(cast.duty.name);
    expect(after).not.toContain(cast.second.name);
    expect(looks).toEqual({ reach: 0, objections: [] });
    expect([...leaving.complaints, ...colleague.complaints, ...coordinator.complaints]).toEqual([]);
    await Promise.all([leaving.leave(), colleague.leave(), coordinator.leave()]);
  });
});
