import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as closing } from '../../src/cases/screens/closing/words/en.ts';
import { en as concern } from '../../src/cases/screens/concern/words/en.ts';
import { en as known } from '../../src/cases/screens/known/words/en.ts';
import { en as reviews } from '../../src/cases/screens/reviews/words/en.ts';
import { en as sharing } from '../../src/cases/screens/sharing/words/en.ts';
import { en as stages } from '../../src/cases/screens/stages/words/en.ts';
import { en as team } from '../../src/cases/screens/team/words/en.ts';
import { en as identifiers } from '../../src/reports/screens/words/identifiers/en.ts';
import { type CastKey, cast } from '../program/program.ts';
import { choose, pick, press, signInByKeyboard, type, unfold, write, writeMoment } from './by-keyboard.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

const aDay = 86_400_000;
const screen = { width: 1280, height: 900 };
const title = 'Rooms and times';

let site: StaffSite;
let caseId: string;
/** What the accessibility rules objected to, and what the browser complained of, on any page of the way. */
const faults: string[] = [];
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

const inDays = (days: number) => new Date(site.program.clock.now().getTime() + days * aDay);

/** Lets days pass as they do: the clock goes on by weeks, and what happens by the clock happens. */
async function letPass(days: number): Promise<void> {
  for (let left = days; left > 0; left -= 7) {
    site.program.clock.advance(Math.min(left, 7) * aDay);
    await site.program.sweep();
  }
}

/** Somebody signs in, does something at the keyboard, and leaves. */
async function atDesk(who: CastKey, work: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await site.sitDown('en');
  await signInByKeyboard(desk, who);
  await work(desk);
  faults.push(...desk.complaints);
  await desk.leave();
}

/** Looks at the page as it stands: by the rules of accessibility, and whether it fits a telephone. */
const look = async ({ page }: Desk): Promise<void> => {
  faults.push(...(await objections(page)).map((fault) => `${page.url()}: ${fault}`));
  await page.setViewportSize({ width: 360, height: 800 });
  if ((await overflow(page)) > 0) faults.push(`${page.url()}: wider than a telephone`);
  await page.setViewportSize(screen);
};
const button = ({ page }: Desk, name: string) => page.getByRole('button', { name, exact: true });
const openCase = async ({ page }: Desk, under = ''): Promise<void> => {
  await page.goto(`/console/cases/${caseId}${under}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** Writes down what a caller tells, reads the receipt aloud, and opens the report. */
async function takeCall(desk: Desk, what: string): Promise<void> {
  const { page, say } = desk;
  await type(page, 'g r');
  await page.getByRole('heading', { level: 1, name: say('desk.title') }).waitFor();
  await type(page, 'e');
  const form = page.getByRole('form', { name: say('enter.title') });
  await pick(page, form.getByRole('group', { name: say('enter.channel') }), say('channel.phone'));
  await pick(page, form.getByRole('group', { name: say('enter.danger-now') }), say('enter.no'));
  await write(page, form.getByLabel(say('enter.what')), what);
  await look(desk);
  await press(page, form.getByRole('button', { name: say('enter.act') }));
  await page.getByRole('list', { name: say('receipt.groups') }).waitFor();
  await look(desk);
  await press(page, page.getByRole('link', { name: say('receipt.open') }));
  await page.getByText(what).waitFor();
}

/** Notes the number that the caller gave of somebody, so that a later report with the very same one is recognised. */
async function noteNumber({ page, say }: Desk): Promise<void> {
  await press(page, page.getByRole('button', { name: say('similar.act') }));
  const form = await unfold(page, identifiers['identifier.title']);
  await choose(page, form.getByRole('combobox'), identifiers['identifier.phone']);
  await write(page, form.getByLabel(identifiers['identifier.value']), '600 123 987');
  await press(page, form.getByRole('button', { name: identifiers['identifier.act'] }));
  await page.getByText('600 123 987').first().waitFor();
}

/** Rates the level of concern as this person sees it. */
async function rate(desk: Desk): Promise<void> {
  const { page } = desk;
  await openCase(desk, '/concern');
  const form = page.getByRole('form', { name: concern['rate.title'] });
  await pick(page, form.getByRole('group', { name: concern['rate.level'] }), concern['level.moderate']);
  await pick(page, form.getByRole('group', { name: concern['rate.confidence'] }), /^fair/);
  await write(page, form.getByLabel(concern['rate.for']), 'He wrote down times.');
  await write(page, form.getByLabel(concern['rate.against']), 'He talks to his tutor.');
  await write(page, form.getByLabel(concern['rate.unknowns']), 'The means.');
  await press(page, form.getByRole('button', { name: concern['rate.act'] }));
}

async function leaveStage(desk: Desk, to: 'assessment' | 'management' | 'monitoring'): Promise<void> {
  const { page } = desk;
  await openCase(desk, '/stage');
  const form = page.getByRole('form', { name: stages['exit.title'] });
  await press(page, form.getByRole('button', { name: stages['exit.act'] }));
  await form.getByRole('alert').getByText(stages['exit.missing-to']).waitFor();
  await pick(page, form.getByRole('group', { name: stages['exit.to'] }), stages[`exit.${to}`]);
  await write(page, form.getByLabel(stages['exit.reason']), 'So the team sees it now.');
  await look(desk);
  await press(page, form.getByRole('button', { name: stages['exit.act'] }));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function addToTeam(desk: Desk, name: string): Promise<void> {
  const { page, say } = desk;
  const form = await unfold(page, say('team.add'));
  await choose(page, form.getByRole('combobox', { name: say('team.person') }), name);
  await press(page, form.getByRole('button', { name: say('team.act') }));
  await button(desk, say('team.remove', { name })).waitFor();
  await press(page, page.locator('summary').getByText(say('team.add'), { exact: true }));
}

/** Offers the lead on the case's page, as the form stands there. */
async function offer(desk: Desk, to: string, deputyAfter: string): Promise<ReturnType<Desk['page']['getByRole']>> {
  const { page, say } = desk;
  const form = page.getByRole('form', { name: say('hand-over.title') });
  await press(page, form.getByRole('checkbox', { name: new RegExp(`^${to}`) }), 'Space');
  await choose(page, form.getByRole('combobox', { name: say('hand-over.deputy-after') }), deputyAfter);
  await press(page, form.getByRole('button', { name: say('hand-over.act') }));
  return form;
}

const accept = (who: CastKey) =>
  atDesk(who, async (desk) => {
    await look(desk);
    await press(desk.page, button(desk, desk.say('offer.accept')));
    await desk.page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

async function close(desk: Desk): Promise<void> {
  const { page, say } = desk;
  await openCase(desk);
  const form = await unfold(page, say('close.title'));
  await choose(page, form.getByRole('combobox', { name: say('close.reason') }), say('closing.support-in-place'));
  await write(page, form.getByLabel(say('close.words')), 'He has kept every talk since spring.');
  await press(page, form.getByRole('button', { name: say('close.act') }));
  await form.getByRole('alert').getByText(closing['closing.missing-in-place']).waitFor();
  await write(page, form.getByLabel(closing['closing.in-place']), 'His tutor sees him each morning.');
  await write(page, form.getByLabel(closing['closing.triggers']), 'He stops coming.');
  await look(desk);
  await press(page, form.getByRole('button', { name: say('close.act') }));
  await page.getByText(say('closing.support-in-place')).first().waitFor();
}

describe('a case from a phone report to its end, eleven months, by keyboard', { retry: 0, timeout: 180_000 }, () => {
  it('begins with a call, and is led from the first minute', async () => {
    await atDesk('duty', async (desk) => {
      const { page, say } = desk;
      await takeCall(desk, 'He wrote down rooms and times.');
      await noteNumber(desk);
      await look(desk);
      const form = page.getByRole('form', { name: say('decide.title') });
      const outcomes = form.getByRole('group', { name: say('decide.outcome') });
      await pick(page, outcomes, new RegExp(`^${say('outcome.opened-case')}`));
      await write(page, form.getByLabel(say('decide.case-title')), title);
      await choose(page, form.getByRole('combobox', { name: say('decide.lead') }), cast.duty.name);
      await choose(page, form.getByRole('combobox', { name: say('decide.deputy') }), cast.second.name);
      await write(page, form.getByLabel(say('decide.reason')), 'Motive and preparation.');
      await press(page, form.getByRole('button', { name: say('decide.act'), exact: true }));
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      caseId = page.url().split('/').at(-1) ?? '';
      await look(desk);
    });

    expect(caseId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gathers a team and what is known, and is assessed', async () => {
    await atDesk('duty', async (desk) => {
      const { page, say } = desk;
      await openCase(desk);
      for (const who of ['member', 'custodian'] as const) await addToTeam(desk, cast[who].name);
      const form = await unfold(page, say('statement.add'));
      await pick(
        page,
        form.getByRole('group', { name: say('statement.kind') }),
        new RegExp(`^${say('statement.seen')}`),
      );
      await write(page, form.getByLabel(say('statement.words'), { exact: true }), 'A page with rooms and times.');
      await write(page, form.getByLabel(say('statement.source'), { exact: true }), 'His tutor');
      await press(page, form.locator('summary').getByText(known['form.signs'], { exact: true }));
      await press(page, form.getByRole('checkbox', { name: known['sign.P1'] }), 'Space');
      await press(page, form.getByRole('button', { name: say('statement.act') }));
      await page.getByRole('listitem').filter({ hasText: 'A page with rooms and times.' }).waitFor();
      await leaveStage(desk, 'assessment');
      await rate(desk);
      await page.getByText(concern['rate.waiting']).waitFor();
      await look(desk);
    });

    expect(faults).toEqual([]);
  });

  it('loses its deputy, who steps back after agreeing on the level, and opens nothing of it any more', async () => {
    await letPass(1);
    await atDesk('second', async (desk) => {
      const { page } = desk;
      await rate(desk);
      const form = page.getByRole('form', { name: concern['agree.title'] });
      await pick(page, form.getByRole('group', { name: concern['rate.level'] }), concern['level.moderate']);
      await pick(page, form.getByRole('group', { name: concern['rate.confidence'] }), /^fair/);
      await write(page, form.getByLabel(concern['agree.words']), 'So both of us see it.');
      await look(desk);
      await press(page, form.getByRole('button', { name: concern['agree.act'] }));
      await page.getByText('So both of us see it.').waitFor();
      await openCase(desk);
      const recusal = await unfold(page, team['recuse.title']);
      await write(page, recusal.getByLabel(team['recuse.reason']), 'His mother is my cousin.');
      await press(page, recusal.getByRole('button', { name: team['recuse.act'] }));
      await page.getByRole('heading', { level: 1, name: desk.say('list.title') }).waitFor();
      await openCase(desk);
      await page.getByRole('main').getByRole('alert').waitFor();
      expect(await page.getByText(title).count()).toBe(0);
      await look(desk);
    });

    expect(faults).toEqual([]);
  });

  it('misses an action, which climbs, and has it done, told and verified', async () => {
    await atDesk('duty', async (desk) => {
      const { page, say } = desk;
      await openCase(desk);
      const form = await unfold(page, say('action.add'));
      await choose(page, form.getByRole('combobox', { name: say('action.category') }), say('category.subject'));
      await write(page, form.getByLabel(say('action.words')), 'See him each morning.');
      await choose(page, form.getByRole('combobox', { name: say('action.assignee') }), cast.member.name);
      await writeMoment(page, form.getByLabel(say('action.due')), inDays(3));
      await press(page, form.getByRole('button', { name: say('action.act') }));
      await page.getByRole('listitem').filter({ hasText: 'See him each morning.' }).waitFor();
    });
    await letPass(6);
    await atDesk('duty', async (desk) => {
      const { page, say } = desk;
      await page.goto('/console/week');
      await page.getByRole('heading', { name: reviews['week.overdue'] }).waitFor();
      await look(desk);
      await page.goto('/console/mail');
      await page
        .getByText(/An action in case .* is overdue/)
        .first()
        .waitFor();
      await look(desk);
      await page.goto('/console/');
      await page.getByRole('heading', { level: 1, name: say('day.title') }).waitFor();
      await look(desk);
    });
    await atDesk('overseer', async (desk) => {
      await desk.page.goto('/console/oversight');
      await desk.page.getByText(desk.say('oversight.action-count', { open: 1, overdue: 1 })).waitFor();
      await look(desk);
    });
    await atDesk('member', async (desk) => {
      const { page, say } = desk;
      await press(page, page.getByRole('link', { name: /See him each morning/ }));
      await press(page, button(desk, say('move.accepted')));
      const end = await unfold(page, say('move.end'));
      await pick(page, end.getByRole('group', { name: say('move.how') }), /^Done$/);
      await write(page, end.getByLabel(say('move.result')), 'Every morning since Tuesday.');
      await press(page, end.getByRole('button', { name: say('move.end-act') }));
      const told = await unfold(page, say('move.report'));
      await write(page, told.getByLabel(say('move.outcome')), 'He comes and talks.');
      await press(page, told.getByRole('button', { name: say('move.report-act') }));
      await page.getByText(say('action-state.result-reported'), { exact: true }).waitFor();
      await look(desk);
    });
    await atDesk('duty', async (desk) => {
      const { page, say } = desk;
      await openCase(desk);
      await press(page, button(desk, say('move.verified')));
      await page.getByText(say('action-state.verified'), { exact: true }).waitFor();
      await leaveStage(desk, 'management');
    });

    expect(faults).toEqual([]);
  });

  it('tells the youth service what it needs, by telephone, and keeps a record of it', async () => {
    await letPass(5);
    await atDesk('duty', async (desk) => {
      const { page } = desk;
      await openCase(desk, '/sharing');
      const form = page.getByRole('form', { name: sharing['sharing.share'] });
      const onward = async (step: 2 | 3 | 4 | 5) => {
        await press(page, button(desk, sharing['step.next']));
        await page.getByRole('heading', { name: sharing[`step.${step}`] }).waitFor();
        await look(desk);
      };
      await pick(page, form.getByRole('group', { name: sharing['gives.legend'] }), sharing['gives.statements']);
      await press(page, form.getByRole('group', { name: sharing['gives.which'] }).getByRole('checkbox'), 'Space');
      await onward(2);
      await pick(page, form.getByRole('group', { name: sharing['to.kind'] }), sharing['to.agency']);
      await write(page, form.getByLabel(sharing['to.name'], { exact: true }), 'The youth service');
      await onward(3);
      await choose(page, form.getByRole('combobox', { name: sharing['basis.regime'] }), 'Every body but police');
      await pick(page, form.getByRole('group', { name: sharing['basis.legend'] }), /6\(1\)\(e\)/);
      await write(page, form.getByLabel(sharing['basis.necessity']), 'They see him tomorrow.');
      await onward(4);
      await pick(page, form.getByRole('group', { name: sharing['way.legend'] }), sharing['way.phone']);
      await writeMoment(page, form.getByLabel(sharing['way.ends']), inDays(20));
      await onward(5);
      await press(page, button(desk, sharing['look.act']));
      await page.getByRole('listitem').filter({ hasText: 'The youth service' }).waitFor();
      await look(desk);
    });

    expect(faults).toEqual([]);
  });

  it('is handed over once, after a slip that is refused beside its field', async () => {
    await letPass(28);
    await atDesk('duty', async (desk) => {
      const { page, say } = desk;
      await openCase(desk);
      await unfold(page, say('hand-over.title'));
      const form = await offer(desk, cast.member.name, cast.member.name);
      await form.getByRole('alert').getByText(say('hand-over.same-person')).waitFor();
      await choose(page, form.getByRole('combobox', { name: say('hand-over.deputy-after') }), cast.custodian.name);
      await press(page, form.getByRole('button', { name: say('hand-over.act') }));
      await page.getByText(say('offer.open'), { exact: true }).waitFor();
      await look(desk);
    });
    await accept('member');

    expect(faults).toEqual([]);
  });

  it('shows in spring that its review is overdue, is watched over, and closes in summer', async () => {
    await letPass(110);
    await atDesk('member', async (desk) => {
      const { page } = desk;
      await openCase(desk);
      await page.getByText(reviews['review.overdue']).waitFor();
      await look(desk);
      const form = await unfold(page, reviews['review.record']);
      await write(page, form.getByLabel(reviews['review.words']), 'He comes to every talk.');
      await press(page, form.getByRole('button', { name: reviews['review.act'] }));
      await page.getByText('He comes to every talk.').waitFor();
      await leaveStage(desk, 'monitoring');
    });
    await letPass(60);
    await atDesk('member', close);

    expect(faults).toEqual([]);
  });

  it('is asked about by a new call, and opened again by whoever led it last', async () => {
    await letPass(20);
    await atDesk('coordinator', async (desk) => {
      const { page, say } = desk;
      await takeCall(desk, 'There he was again, with the same list.');
      await noteNumber(desk);
      await press(page, button(desk, say('similar.link')));
      await page.getByText(say('similar.is-linked'), { exact: true }).waitFor();
      await look(desk);
    });
    await letPass(1);
    await atDesk('member', async (desk) => {
      const { page, say } = desk;
      await page.getByText(say('day.asked-reopening')).waitFor();
      await look(desk);
      await press(page, page.getByRole('link', { name: new RegExp(say('day.asked-reopening')) }));
      const question = page.locator('.notice').filter({ hasText: closing['question.title'] });
      await press(page, question.locator('summary').getByText(say('case-reopen.title')));
      const form = question.getByRole('form', { name: say('case-reopen.title') });
      await write(page, form.getByLabel(say('case-reopen.words')), 'The list is back.');
      await writeMoment(page, form.getByLabel(say('review.when')), inDays(7));
      await press(page, form.getByRole('button', { name: say('case-reopen.act') }));
      await page.getByText(say('lead-change.reopened')).locator('visible=true').waitFor();
      await leaveStage(desk, 'assessment');
    });

    expect(faults).toEqual([]);
  });

  it('is handed over again, never to whoever stepped back, and closes for good', async () => {
    await letPass(30);
    await atDesk('member', async (desk) => {
      const { page, say } = desk;
      await openCase(desk);
      await unfold(page, say('hand-over.title'));
      const form = await offer(desk, cast.second.name, cast.custodian.name);
      await form.getByRole('alert').waitFor();
      await press(page, form.getByRole('checkbox', { name: new RegExp(`^${cast.second.name}`) }), 'Space');
      await offer(desk, cast.custodian.name, cast.member.name);
      await page.getByText(say('offer.open'), { exact: true }).waitFor();
      await look(desk);
    });
    await accept('custodian');
    await letPass(80);
    await atDesk('custodian', async (desk) => {
      await leaveStage(desk, 'monitoring');
      await close(desk);
      await openCase(desk, '/documents/closing-memo');
      await desk.page.getByText('His tutor sees him each morning.').first().waitFor();
      await look(desk);
    });

    const { rows } = await site.program.databases.owner.query(
      "select string_agg(why, ' ' order by position) as story from lead_changes where case_id = $1",
      [caseId],
    );
    const months = (site.program.clock.now().getTime() - Date.parse('2026-11-23T10:00:00Z')) / (30.4 * aDay);
    expect(rows[0].story).toBe('opened recusal accepted-offer reopened accepted-offer');
    expect(Math.round(months)).toBe(11);
    expect(faults).toEqual([]);
  });
});
