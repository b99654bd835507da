import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as sharing } from '../../src/cases/screens/sharing/words/en.ts';
import { en as console } from '../../src/console/words/en.ts';
import { must } from '../program/must.ts';
import { emailOf, foundTestCommunity, password } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';
import { aShare } from '../program/sharing.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
beforeAll(async () => {
  site = await openStaffSite();
});
afterAll(() => site.close());

/** Gives the duty officer of another community one statement of a case here; how to take it back. */
async function give(slug: string): Promise<{ takeBack(): Promise<unknown> }> {
  const { actors, ground } = site.program;
  await foundTestCommunity(ground, slug);
  const { id } = await reportConcern(site.program);
  const duty = await sessionOf(site.program, actors.duty);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  const caseId = (await decide(duty, id, { outcome: 'opened-case', title: 'Rooms', ...leaders }))!;
  const said = { kind: 'seen', words: 'He wrote down when the guard goes home.', source: 'Her friend Anna' };
  await must(duty.call('POST', `/api/v1/cases/${caseId}/statements`, said));
  const { statements } = await must<{ statements: { id: string }[] }>(duty.call('GET', `/api/v1/cases/${caseId}`));
  const body = {
    ...aShare(site.program),
    gives: 'statements',
    statementIds: statements.map((each) => each.id),
    summary: '',
    way: 'partner',
    partner: { slug, email: emailOf('duty', slug) },
  };
  const at = `/api/v1/cases/${caseId}/disclosures`;
  const { disclosureId } = await must<{ disclosureId: string }>(duty.call('POST', at, body));
  const reason = 'It was the wrong office.';
  return { takeBack: () => must(duty.call('POST', `${at}/${disclosureId}/withdrawal`, { reason })) };
}

describe('a view that a partner was given', () => {
  it('waits in their day, shows what was given and nothing else, and is gone once it is taken back', async () => {
    const { takeBack } = await give('partner-town');
    const partner = await site.sitDown('en', { width: 360, height: 800 });
    const { page, say } = partner;
    await page.getByLabel(say('sign-in.email')).fill(emailOf('duty', 'partner-town'));
    await page.getByLabel(say('sign-in.password')).fill(password);
    await page.getByRole('button', { name: say('sign-in.act'), exact: true }).click();

    await page.getByRole('heading', { name: sharing['day.given'] }).waitFor();
    await page.getByRole('link', { name: /Test Town/ }).click();
    await page.getByText('He wrote down when the guard goes home.').waitFor();
    const seen = [await objections(page), await overflow(page), await page.getByText('Anna').count()];
    await takeBack();
    await page.reload();
    await page.getByText(console['refused.not-found']).waitFor();

    expect(seen).toEqual([[], 0, 0]);
    expect(await page.getByText('He wrote down').count()).toBe(0);
    expect(partner.complaints).toEqual([]);
    await partner.leave();
  });
});
