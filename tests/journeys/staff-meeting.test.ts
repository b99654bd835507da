import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as meeting } from '../../src/cases/screens/meetings/words/en.ts';
import { en as reviews } from '../../src/cases/screens/reviews/words/en.ts';
import { en as caseWords } from '../../src/cases/words/en.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { choose, press, signInByKeyboard, unfold, write, writeMoment } from './by-keyboard.ts';
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

const inDays = (days: number) => new Date(site.program.clock.now().getTime() + days * 86_400_000);

describe('a meeting, by keyboard alone', () => {
  it('is called, run from its agenda, and closed; what it decided is an action', { timeout: 180_000 }, async () => {
    const desk = await site.sitDown('en');
    const { page, complaints } = desk;
    const faults: string[] = [];
    const look = async () => {
      faults.push(...(await objections(page)));
    };
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await signInByKeyboard(desk, 'duty');
    await page.goto('/console/meetings');
    const call = await unfold(page, meeting['meetings.call']);
    await writeMoment(page, call.getByLabel(meeting['meetings.when']), inDays(1));
    for (const name of ['Sec Ondo', 'Mem Berri']) await press(page, call.getByRole('checkbox', { name }), 'Space');
    await look();
    await press(page, button(meeting['meetings.call-act']));
    await page.getByText('Rooms and times').waitFor();
    for (const list of ['/console/', '/console/week']) {
      await page.goto(list);
      await page.getByRole('main').getByRole('link', { name: 'Dina Utyman' }).first().waitFor();
    }
    await press(page, page.getByRole('link', { name: reviews['due.meeting'] }).filter({ hasText: 'Dina Utyman' }));
    await page.getByText('Rooms and times').waitFor();
    await look();

    for (const name of ['Dina Utyman', 'Sec Ondo']) await press(page, page.getByRole('checkbox', { name }), 'Space');
    await press(page, button(meeting['meeting.begin']));
    const item = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Rooms and times' }) });
    await press(page, item.getByRole('button', { name: meeting['minutes.take'] }));
    const form = page.getByRole('form', { name: meeting['minutes.take'] });
    const keep = form.getByRole('button', { name: meeting['minutes.act'] });
    await write(page, form.getByLabel(meeting['minutes.words']), 'His tutor will see him each morning.');
    await press(page, form.getByRole('button', { name: meeting['minutes.add'] }));
    await press(page, keep);
    await form.getByRole('alert').getByText(meeting['minutes.incomplete']).waitFor();
    await look();
    await write(page, form.getByLabel(caseWords['action.words']), 'See him each morning.');
    await choose(page, form.getByLabel(caseWords['action.category']), caseWords['category.subject']);
    await choose(page, form.getByLabel(caseWords['action.assignee']), 'Sec Ondo');
    await writeMoment(page, form.getByLabel(caseWords['action.due']), inDays(-3));
    await press(page, keep);
    await form.getByRole('alert').waitFor();
    await writeMoment(page, form.getByLabel(caseWords['action.due']), inDays(5));
    await press(page, form.getByLabel(meeting['minutes.look']), 'Space');
    await press(page, keep);
    await item.getByText(meeting['agenda.minuted'], { exact: true }).waitFor();

    await press(page, button(meeting['meeting.close']));
    await page.getByRole('alert').filter({ hasText: 'not been spoken of' }).waitFor();
    await press(page, page.getByLabel(meeting['meeting.put-off']), 'Space');
    await look();
    await page.setViewportSize({ width: 360, height: 800 });
    const wide = await overflow(page);
    await press(page, button(meeting['meeting.close']));
    await page.getByText(meeting['meeting.state.closed'], { exact: true }).waitFor();
    await press(page, page.getByRole('link', { name: 'Rooms and times' }));
    await page.getByText('See him each morning.').first().waitFor();
    await press(page, page.getByRole('link', { name: meeting['minutes.title'] }));
    await page.getByText('His tutor will see him each morning.').waitFor();
    await look();

    expect([faults, wide, complaints]).toEqual([[], 0, []]);
    await desk.leave();
  });
});
