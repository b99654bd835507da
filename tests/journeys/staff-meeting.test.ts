import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as meeting } from '../../src/cases/screens/meetings/words/en.ts';
import { en as reviews } from '../../src/cases/screens/reviews/words/en.ts';
import { en as caseWords } from '../../src/cases/words/en.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
  const { actors } = site.program;
  const duty = await sessionOf(site.program, actors.duty);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  for (const title of ['Rooms and times', 'A quarrel at the gate']) {
    const { id } = await reportConcern(site.program);
    await decide(duty, id, { outcome: 'opened-case', title, ...leaders });
  }
});
afterAll(() => site.close());

/** What a date box on the clocks of the community takes, so many days from now. */
const inDays = (days: number) =>
  new Date(site.program.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 16);

describe('a meeting', () => {
  it('is called, run from its agenda, and closed; what it decided is an action', async () => {
    const { page, complaints, leave } = await site.signIn('duty', 'en');
    await page.goto('/console/meetings');
    await page.getByText(meeting['meetings.call'], { exact: true }).click();
    await page.getByLabel(meeting['meetings.when']).fill(inDays(1));
    for (const name of ['Sec Ondo', 'Mem Berri']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: meeting['meetings.call-act'] }).click();
    await page.getByText('Rooms and times').waitFor();
    for (const [at, list] of ['/console/', '/console/week'].entries()) {
      await page.goto(list);
      await page.getByRole('main').getByRole('link', { name: 'Dina Utyman' }).first().waitFor();
      await page.screenshot({ path: `/tmp/casesb/m${at}.png` });
    }
    await page.getByRole('link', { name: reviews['due.meeting'] }).filter({ hasText: 'Dina Utyman' }).click();
    await page.getByText('Rooms and times').waitFor();
    for (const name of ['Dina Utyman', 'Sec Ondo']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: meeting['meeting.begin'] }).click();
    const item = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Rooms and times' }) });
    await item.getByRole('button', { name: meeting['minutes.take'] }).click();
    const form = page.getByRole('form', { name: meeting['minutes.take'] });
    await form.getByLabel(meeting['minutes.words']).fill('His tutor will see him each morning.');
    await form.getByRole('button', { name: meeting['minutes.add'] }).click();
    await form.getByRole('button', { name: meeting['minutes.act'] }).click();
    await form.getByRole('alert').getByText(meeting['minutes.incomplete']).waitFor();
    await form.getByLabel(caseWords['action.words']).fill('See him each morning.');
    await form.getByLabel(caseWords['action.category']).selectOption('subject');
    await form.getByLabel(caseWords['action.assignee']).selectOption({ label: 'Sec Ondo' });
    await form.getByLabel(caseWords['action.due']).fill(inDays(-3));
    await form.getByRole('button', { name: meeting['minutes.act'] }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel(caseWords['action.due']).fill(inDays(5));
    await form.getByLabel(meeting['minutes.look']).check();
    await form.getByRole('button', { name: meeting['minutes.act'] }).click();
    await item.getByText(meeting['agenda.minuted'], { exact: true }).waitFor();

    await page.getByRole('button', { name: meeting['meeting.close'] }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(meeting['meeting.put-off']).check();
    const problems = await objections(page);
    await page.setViewportSize({ width: 360, height: 800 });
    const wide = await overflow(page);
    await page.getByRole('button', { name: meeting['meeting.close'] }).click();
    await page.getByText(meeting['meeting.state.closed'], { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Rooms and times' }).click();
    await page.getByText('See him each morning.').first().waitFor();
    await page.getByRole('link', { name: meeting['minutes.title'] }).click();
    await page.getByText('His tutor will see him each morning.').waitFor();

    expect([problems, wide, complaints]).toEqual([[], 0, []]);
    await leave();
  });
});
