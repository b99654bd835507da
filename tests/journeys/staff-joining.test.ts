import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, password } from '../program/program.ts';
import { type Desk, objections, openStaffSite, type StaffSite, sayIn } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const newPassword = 'quite another pass phrase';

async function inviteSomebody({ page, say }: Desk): Promise<string> {
  await page.getByRole('link', { name: say('shell.people'), exact: true }).click();
  await page.getByText(say('people.invite'), { exact: true }).click();
  const form = page.getByRole('form', { name: say('people.invite') });
  await form.getByLabel(say('invitation.name')).fill('Noa Vell');
  await form.getByLabel(say('people.email')).fill('noa@test-town.example');
  await form.getByRole('checkbox', { name: say('role.team-member') }).check();
  await form.getByLabel(say('people.discipline')).selectOption('health');
  await form.getByRole('button', { name: say('invite.act') }).click();
  return (await page.getByText(/invitation#/).textContent()) ?? '';
}

/** A device that makes passkeys and computes their secrets, as a phone or a key does. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    ctap2Version: 'ctap2_1',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    hasPrf: true,
    automaticPresenceSimulation: true,
  } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', { options });
}

const signOut = async ({ page, say }: Desk): Promise<void> => {
  await page.getByRole('button', { name: say('shell.sign-out') }).click();
  await page.getByRole('heading', { level: 1, name: say('sign-in.title') }).waitFor();
};

describe('joining', () => {
  it('turns a link that is shown once into a person who can sign in', async () => {
    const coordinator = await site.signIn('coordinator', 'es');
    const guest = await site.sitDown('ca');

    const link = await inviteSomebody(coordinator);
    await guest.page.goto(link);
    await guest.page.getByLabel(guest.say('password.new')).fill(newPassword);
    await guest.page.getByLabel(guest.say('password.repeat')).fill(newPassword);
    const asked = await objections(guest.page);
    await guest.page.getByRole('button', { name: guest.say('invitation.act') }).click();
    await guest.page.getByText(guest.say('codes.title')).waitFor();
    const address = guest.page.url();
    await guest.page.getByRole('link', { name: guest.say('set-up.sign-in') }).click();
    await guest.page.getByLabel(guest.say('sign-in.email')).fill('noa@test-town.example');
    await guest.page.getByLabel(guest.say('sign-in.password')).fill(newPassword);
    await guest.page.getByRole('button', { name: guest.say('sign-in.act'), exact: true }).click();
    await guest.page.getByRole('heading', { level: 1, name: guest.say('day.title') }).waitFor();

    expect(asked).toEqual([]);
    expect(address).not.toContain('#');
    expect([...coordinator.complaints, ...guest.complaints]).toEqual([]);
    await Promise.all([coordinator.leave(), guest.leave()]);
  });

  it('says the same of a spoilt link as of anything that is not there', async () => {
    const { page, say, leave } = await site.sitDown('en');

    await page.goto('/console/invitation#not-a-secret');
    await page.getByRole('main').getByRole('alert').waitFor();

    expect(await page.getByRole('main').getByRole('alert').textContent()).toBe(say('refused.not-found'));
    await leave();
  });
});

describe('signing in', () => {
  it('works with a passkey that unlocks what is sealed', async () => {
    const desk = await site.signIn('second', 'en');
    const { page, say } = desk;
    await plugInAuthenticator(page);

    await page.getByRole('link', { name: cast.second.name }).click();
    await page.getByLabel(say('passkeys.name')).fill('Test key');
    await page.getByRole('button', { name: say('passkeys.act') }).click();
    await page.getByRole('listitem').filter({ hasText: 'Test key' }).waitFor();
    await signOut(desk);
    await page.getByRole('button', { name: say('sign-in.passkey') }).click();
    await page.getByRole('link', { name: cast.second.name }).click();
    await page.getByText(say('factor.passkey'), { exact: true }).waitFor();

    expect(desk.complaints).toEqual([]);
    await desk.leave();
  });

  it('asks for the code once an authenticator is set up, and keeps the password that was typed', async () => {
    const desk = await site.signIn('member', 'fr');
    const { page, say } = desk;
    await page.getByRole('link', { name: cast.member.name }).click();
    await page.getByRole('button', { name: say('totp.begin') }).click();
    await page.getByRole('img', { name: say('totp.qr') }).waitFor();
    const secret = (await page.locator('.secret').textContent()) ?? '';
    const totp = new TOTP({ secret });
    const code = () => totp.generate({ timestamp: site.program.clock.now().getTime() });

    await page.getByLabel(say('totp.code')).fill(code());
    await page.getByRole('button', { name: say('totp.confirm') }).click();
    await page.getByRole('button', { name: say('totp.begin') }).waitFor();
    await signOut(desk);
    site.program.clock.advance(60_000);
    await page.getByLabel(say('sign-in.email')).fill('member@test-town.example');
    await page.getByLabel(say('sign-in.password')).fill(password);
    await page.getByRole('button', { name: say('sign-in.act'), exact: true }).click();
    await page.getByLabel(say('sign-in.code'), { exact: true }).fill(code());
    await page.getByRole('button', { name: say('sign-in.act'), exact: true }).click();

    await page.getByRole('heading', { level: 1, name: sayIn('fr')('day.title') }).waitFor();
    await desk.leave();
  });

  it('opens nothing but the way to a second factor where a password alone does not suffice', async () => {
    site.program.ground.passwordAloneSuffices = false;
    const desk = await site.sitDown('en');
    const { page, say } = desk;
    await plugInAuthenticator(page);

    await page.getByLabel(say('sign-in.email')).fill('duty@test-town.example');
    await page.getByLabel(say('sign-in.password')).fill(password);
    await page.getByRole('button', { name: say('sign-in.act'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('second.title') }).waitFor();
    const asked = await objections(page);
    await page.getByLabel(say('passkeys.name')).fill('Test key');
    await page.getByRole('button', { name: say('passkeys.act') }).click();
    await page.getByRole('heading', { level: 1, name: say('day.title') }).waitFor();

    expect(asked).toEqual([]);
    site.program.ground.passwordAloneSuffices = true;
    await desk.leave();
  });
});
