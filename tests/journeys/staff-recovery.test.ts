import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveRecoveryCodes } from '../../src/community/commands/recovery-codes.ts';
import { cast, emailOf } from '../program/program.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite, sayIn } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const fresh = 'a phrase after the fire';

async function setPassword({ page, say }: Desk, act: string): Promise<void> {
  await page.getByLabel(say('password.new')).locator('visible=true').fill(fresh);
  await page.getByLabel(say('password.repeat')).locator('visible=true').fill(fresh);
  await page.getByRole('button', { name: act }).locator('visible=true').click();
  await page.getByRole('heading', { level: 1, name: say('recovered.title') }).waitFor();
}

async function signInWith({ page, say }: Desk, email: string): Promise<void> {
  await page.getByRole('link', { name: say('set-up.sign-in') }).click();
  await page.getByLabel(say('sign-in.email')).fill(email);
  await page.getByLabel(say('sign-in.password')).fill(fresh);
  await page.getByRole('button', { name: say('sign-in.act'), exact: true }).click();
  // Signed in, one reads the language of one's account, whatever this device was told before.
  await page.getByRole('heading', { level: 1, name: sayIn('en')('day.title') }).waitFor();
}

async function vouch({ page, say }: Desk, number: string): Promise<void> {
  await page.getByRole('link', { name: say('shell.people'), exact: true }).click();
  const form = page.getByRole('form', { name: say('vouch.act-one', { name: cast.member.name }) });
  await form.getByLabel(say('vouch.number')).fill(number);
  await form.getByRole('button', { name: say('vouch.act') }).click();
}

describe('a forgotten password', () => {
  it('is replaced by one printed code', async () => {
    const { ground, actors } = site.program;
    const [code] = await ground.database.withoutCommunity((sql) =>
      giveRecoveryCodes(sql, ground, actors.duty.personId, actors.duty.keyPair.privateKey),
    );
    const desk = await site.sitDown('en', { width: 360, height: 740 });
    const { page, say } = desk;

    await page.getByRole('link', { name: say('forgotten.link') }).click();
    await page.getByText(say('forgotten.by-code'), { exact: true }).click();
    await page.getByLabel(say('sign-in.email')).locator('visible=true').fill(emailOf('duty'));
    await page.getByRole('textbox', { name: say('forgotten.code'), exact: true }).fill(code!);
    const asked = await objections(page);
    const over = await overflow(page);
    await setPassword(desk, say('forgotten.set'));
    await signInWith(desk, emailOf('duty'));

    expect([asked, over, desk.complaints]).toEqual([[], 0, []]);
    await desk.leave();
  });

  it('is replaced when two colleagues vouch, and the link alone is not enough', async () => {
    const lost = await site.sitDown('fr');
    const { page, say } = lost;
    await page.goto('/console/forgotten');
    await page.getByText(say('forgotten.by-two'), { exact: true }).click();
    await page.getByLabel(say('sign-in.email')).locator('visible=true').fill(emailOf('member'));
    await page.getByRole('button', { name: say('forgotten.ask') }).click();
    await page.getByText(say('forgotten.asked'), { exact: true }).waitFor();
    const [number, link] = await page.locator('.secret').allTextContents();
    await page.goto(link!);
    await page.reload();
    await page.getByText(say('recovery.waiting', { count: 2 })).waitFor();

    for (const key of ['coordinator', 'custodian'] as const) {
      const officer = await site.signIn(key, 'ca');
      await vouch(officer, number!);
      await officer.page.getByText(officer.say('vouch.done')).waitFor();
      await officer.leave();
    }
    await page.reload();
    await setPassword(lost, say('forgotten.set'));
    const address = page.url();
    const codes = await page.locator('.codes li').count();
    await signInWith(lost, emailOf('member'));

    expect(address).not.toContain('#');
    expect([codes, lost.complaints]).toEqual([10, []]);
    await lost.leave();
  });
});
