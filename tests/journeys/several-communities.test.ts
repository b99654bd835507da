import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundRiverside } from '../program/second-community.ts';
import { reportConcern } from '../program/stage.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
  await foundRiverside(site.program);
});
afterAll(() => site.close());

const byTheRiver = 'He said it would happen by the river.';
const inTown = 'A note was left in the town hall.';

async function settle({ page, say }: Desk, what: string): Promise<void> {
  await page.getByText(what).waitFor();
  const form = page.getByRole('form', { name: say('decide.title') });
  await form.getByRole('radio', { name: new RegExp(`^${say('outcome.resolved-on-contact')}`) }).check();
  await form.getByLabel(say('decide.reason')).fill('It was cleared up by telephone.');
  await form.getByRole('button', { name: say('decide.act'), exact: true }).click();
  await page.getByText(say('decide.title'), { exact: true }).first().waitFor({ state: 'detached' });
}

describe('several communities on one installation', () => {
  it('lets a visitor choose the second community and report to it', async () => {
    const guest = await site.sitDown('en', { width: 360, height: 780 });
    const { page } = guest;

    await page.goto('/');
    const listObjections = await objections(page);
    const reach = await overflow(page);
    await page.getByRole('link', { name: 'Riverside School' }).click();
    await page
      .getByRole('link', { name: 'Tell us what worries you' })
      .or(page.locator('.doors .button').first())
      .first()
      .click();
    await page.locator('input[name=dangerNow][value=false]').check();
    await page.locator('textarea[name=what]').fill(byTheRiver);
    const address = new URL(page.url()).pathname;
    await page.locator('button[type=submit]').last().click();
    await page.locator('.receipt .digits').waitFor();

    expect(address).toBe('/riverside/en/report');
    expect([listObjections, reach]).toEqual([[], 0]);
    await guest.leave();
  });

  it('shows the reports of both communities on one desk, and decides each in its own', async () => {
    await reportConcern(site.program, { what: inTown });
    const duty = await site.signIn('duty', 'en');
    const { page, say } = duty;
    await page.getByRole('link', { name: say('shell.reports'), exact: true }).click();

    const rows = page.locator('a[data-row]');
    await rows.nth(1).waitFor();
    const deskObjections = await objections(page);
    await rows.filter({ hasText: 'Test Town' }).click();
    await settle(duty, inTown);
    await rows.filter({ hasText: 'Riverside School' }).click();
    await page.getByText(byTheRiver).waitFor();
    const there = new URL(page.url()).pathname;
    await settle(duty, byTheRiver);

    expect(there).toMatch(/^\/console\/at\/riverside\/reports\//);
    expect(deskObjections).toEqual([]);
    const { rows: decided } = await site.program.databases.owner.query(
      'select c.slug, r.outcome from reports r join communities c on c.id = r.community_id order by 1',
    );
    expect(decided).toEqual([
      { slug: 'riverside', outcome: 'resolved-on-contact' },
      { slug: 'test-town', outcome: 'resolved-on-contact' },
    ]);
    expect(duty.complaints).toEqual([]);
    await duty.leave();
  });

  it('keeps what was typed while somebody looks into the other community', async () => {
    await reportConcern(site.program, { what: inTown });
    const duty = await site.signIn('duty', 'en');
    const { page, say } = duty;
    await page.getByRole('link', { name: say('shell.reports'), exact: true }).click();
    await page.locator('a[data-row]').filter({ hasText: 'Test Town' }).first().click();
    await page.getByLabel(say('answer.words')).fill('Half a sentence');

    await page.getByText(say('shell.communities')).locator('..').click();
    await page.getByRole('link', { name: 'Riverside School' }).first().click();
    await page.waitForURL('**/console/at/riverside/');
    await page.goBack();

    await page.getByLabel(say('answer.words')).waitFor();
    expect(await page.getByLabel(say('answer.words')).inputValue()).toBe('Half a sentence');
    await duty.leave();
  });

  it('lends an officer from one community to the other, whose reports stand on the same desk until the end', async () => {
    await reportConcern(site.program, { what: inTown });
    const body = { dangerNow: false, what: byTheRiver, language: 'en' };
    await site.program.request('POST', '/api/v1/communities/riverside/reports', { body });
    const lender = await site.signIn('coordinator', 'en');
    const { page, say } = lender;
    await page.getByRole('link', { name: say('shell.people'), exact: true }).click();
    await page.getByText(say('lending.offer'), { exact: true }).click();
    const form = page.getByRole('form', { name: say('lending.offer') });
    await form.getByRole('button', { name: say('lending.act') }).click();
    await form.getByText(say('lending.missing-end')).first().waitFor();
    await form.getByLabel(say('lending.person')).selectOption(site.program.actors.second.personId);
    await form.getByLabel(say('lending.community')).selectOption('riverside');
    await form.getByLabel(say('role.duty-officer')).check();
    await form.getByLabel(say('lending.ends')).fill('2026-11-30T08:00');
    await form.getByRole('button', { name: say('lending.act') }).click();
    await page.getByText(say('lending.state-offered')).waitFor();
    const offerObjections = await objections(page);

    const officer = await site.signIn('second', 'ca', { width: 360, height: 780 });
    await officer.page.goto('/console/people');
    await officer.page
      .getByRole('button', { name: officer.say('lending.accept'), exact: false })
      .first()
      .click();
    await officer.page.getByText(officer.say('lending.state-agreed')).waitFor();
    const looks = { reach: await overflow(officer.page), objections: await objections(officer.page) };
    const borrower = await site.signIn('duty', 'fr');
    await borrower.page.goto('/console/at/riverside/people');
    await borrower.page
      .getByRole('button', { name: borrower.say('lending.accept') })
      .first()
      .click();
    await borrower.page.getByText(borrower.say('lending.state-running')).waitFor();
    await officer.page.goto('/console/reports');
    const rows = officer.page.locator('a[data-row]');
    await rows.filter({ hasText: 'Riverside School' }).first().waitFor();
    const namesOwn = await rows.filter({ hasText: 'Test Town' }).count();
    await page.reload();
    await page.getByRole('button', { name: new RegExp(say('lending.end')) }).click();
    await page.getByText(say('lending.state-ended')).waitFor();
    await officer.page.reload();
    await rows.first().waitFor();

    expect(looks).toEqual({ reach: 0, objections: [] });
    expect(offerObjections).toEqual([]);
    expect(namesOwn).toBeGreaterThan(0);
    expect(await rows.filter({ hasText: 'Riverside School' }).count()).toBe(0);
    expect([...lender.complaints, ...officer.complaints, ...borrower.complaints]).toEqual([]);
    await Promise.all([lender.leave(), officer.leave(), borrower.leave()]);
  });
});
