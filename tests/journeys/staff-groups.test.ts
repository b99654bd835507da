import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as groups } from '../../src/cases/screens/groups/words/en.ts';
import { en as console } from '../../src/console/words/en.ts';
import { en as byGroup } from '../../src/programme/screens/groups/words/en.ts';
import { must } from '../program/must.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

const phone = { width: 360, height: 800 };

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

/** A case of the duty officer, with somebody on its team. */
async function aCase(title: string): Promise<string> {
  const { actors } = site.program;
  const { id } = await reportConcern(site.program);
  const duty = await sessionOf(site.program, actors.duty);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  const caseId = (await decide(duty, id, { outcome: 'opened-case', title, ...leaders }))!;
  const member = { personId: actors.member.personId, part: 'member' };
  await must(duty.call('POST', `/api/v1/cases/${caseId}/members`, member));
  return caseId;
}

/** Looks at the page as it stands: what the rules object to, and whether it fits. */
const seen = async ({ page }: Desk) => [await objections(page), await overflow(page)];

describe('groups', () => {
  it('are turned on with their ground, recorded by whoever directs the case, and counted once by the overseer', async () => {
    const caseId = await aCase('Rooms and times');
    const coordinator = await site.signIn('coordinator', 'en', phone);
    await coordinator.page.goto('/console/groups');
    await coordinator.page.getByText(groups['groups.off-now']).waitFor();

    await coordinator.page.getByLabel(groups['groups.is-on']).check();
    await coordinator.page.getByLabel(groups['groups.list'], { exact: true }).fill('Northern: 400\nSouthern: many');
    await coordinator.page.getByRole('button', { name: groups['groups.act'] }).click();
    const wrong = await coordinator.page.locator('[aria-invalid="true"]').count();
    const asked = await seen(coordinator);
    const fill = (name: keyof typeof groups, value: string) =>
      coordinator.page.getByLabel(groups[name], { exact: true }).fill(value);
    await fill('groups.document', 'Act on equal treatment');
    await fill('groups.section', 'Section 4');
    await fill('groups.heading', 'Language spoken at home');
    await fill('groups.list', 'Northern: 400\nSouthern');
    await coordinator.page.getByRole('button', { name: groups['groups.act'] }).click();
    await coordinator.page.getByText('Groups are recorded here, under: Act on equal treatment, Section 4.').waitFor();

    const lead = await site.signIn('duty', 'en');
    await lead.page.goto(`/console/cases/${caseId}`);
    await lead.page.getByRole('link', { name: groups['group.title'], exact: true }).click();
    await lead.page.getByLabel('Language spoken at home').selectOption('Southern');
    await lead.page.getByRole('button', { name: groups['group.act'], exact: true }).click();
    await lead.page.getByText('Recorded: Southern').waitFor();
    const onRecord = await seen(lead);

    const member = await site.signIn('member', 'en');
    await member.page.goto(`/console/cases/${caseId}/group`);
    await member.page.getByText(console['refused.not-found']).waitFor();

    site.program.clock.advance(60 * 86_400_000);
    const overseer = await site.signIn('overseer', 'en', phone);
    await overseer.page.goto('/console/programme');
    await overseer.page.getByRole('link', { name: byGroup['by-group.link'] }).click();
    await overseer.page.getByText('1 case, something is recorded on 1').waitFor();
    await overseer.page.getByRole('button', { name: 'Count 2026, for good' }).click();
    await overseer.page.getByRole('heading', { name: 'Language spoken at home, 2026' }).waitFor();

    expect(wrong).toBe(4);
    expect(await overseer.page.getByText(byGroup['by-group.too-few']).count()).toBe(1);
    expect([asked, onRecord, await seen(overseer)]).toEqual(Array(3).fill([[], 0]));
    expect([coordinator, lead, overseer].flatMap(({ complaints }) => complaints)).toEqual([]);
    await Promise.all([coordinator, lead, member, overseer].map(({ leave }) => leave()));
  });
});
