import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as people } from '../../src/cases/screens/people/words/en.ts';
import { en as sharing } from '../../src/cases/screens/sharing/words/en.ts';
import { en as shared } from '../../src/cases/words/shared-page/en.ts';
import { en as identifiers } from '../../src/reports/screens/words/identifiers/en.ts';
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

/** A case of the duty officer with one statement in it. */
async function aCase(title: string): Promise<string> {
  const { actors } = site.program;
  const { id } = await reportConcern(site.program, { what: 'He wrote down rooms and times.' });
  const duty = await sessionOf(site.program, actors.duty);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  const caseId = (await decide(duty, id, { outcome: 'opened-case', title, ...leaders }))!;
  const statement = { kind: 'seen', words: 'He wrote down when the guard goes home.', source: 'Her friend Anna' };
  await must(duty.call('POST', `/api/v1/cases/${caseId}/statements`, statement));
  return caseId;
}

const goOn = async ({ page }: Desk, step: number) => {
  await page.getByRole('button', { name: sharing['step.next'] }).click();
  await page.getByRole('heading', { name: sharing[`step.${step}` as 'step.2'] }).waitFor();
};

/** Walks the five steps, forgetting on the way what must not be forgotten. */
async function shareByView(desk: Desk): Promise<{ link: string; code: string }> {
  const { page } = desk;
  const form = page.getByRole('form', { name: sharing['sharing.share'] });
  await form.getByRole('button', { name: sharing['step.next'] }).click();
  await form.getByRole('alert').getByText(sharing['missing.gives']).waitFor();
  await form.getByRole('radio', { name: sharing['gives.statements'] }).check();
  await form.getByRole('checkbox').first().check();
  await goOn(desk, 2);
  await form.getByRole('radio', { name: sharing['to.agency'] }).check();
  await form.getByLabel(sharing['to.name'], { exact: true }).fill('The youth service');
  await goOn(desk, 3);
  await form.getByLabel(sharing['basis.regime']).selectOption('gdpr');
  await form.getByRole('radio', { name: /6\(1\)\(e\)/ }).check();
  await form.getByLabel(sharing['basis.necessity']).fill('They see him tomorrow.');
  await goOn(desk, 4);
  await form.getByRole('radio', { name: sharing['way.view'] }).check();
  await form.getByLabel(sharing['way.ends']).fill('2026-12-20T09:00');
  await goOn(desk, 5);
  await page.getByText('He wrote down when the guard goes home.').waitFor();
  await form.getByRole('button', { name: sharing['look.act'] }).click();
  await page.getByText(sharing['once.title']).waitFor();
  return {
    link: (await page.locator('.notice .secret').first().textContent()) ?? '',
    code: (await page.locator('.notice .secret').nth(1).textContent()) ?? '',
  };
}

describe('sharing from a case', () => {
  it('gives one statement by a page that opens once on a telephone, and sees that it was opened', async () => {
    const caseId = await aCase('Rooms and times');
    const lead = await site.signIn('duty', 'en', phone);
    await lead.page.goto(`/console/cases/${caseId}/sharing`);

    const { link, code } = await shareByView(lead);
    const faults = await objections(lead.page);
    const tooWide = await overflow(lead.page);

    const reader = await site.sitDown('en', phone);
    const { pathname, hash } = new URL(link);
    await reader.page.goto(`${site.url}${pathname}${hash}`);
    const filled = await reader.page.getByLabel(shared['shared.number']).inputValue();
    await reader.page.getByLabel(shared['shared.code'], { exact: true }).fill('0000 0000');
    await reader.page.getByRole('button', { name: shared['shared.open'] }).click();
    await reader.page.getByRole('heading', { name: '4 tries are left' }).waitFor();
    await reader.page.getByLabel(shared['shared.code'], { exact: true }).fill(code);
    await reader.page.getByRole('button', { name: shared['shared.open'] }).click();
    await reader.page.getByText(shared['shared.now-closed']).waitFor();
    const read = await reader.page.locator('main').textContent();
    const readerFaults = await objections(reader.page);
    const readerOverflow = await overflow(reader.page);
    await lead.page.reload();
    await lead.page
      .getByText(new RegExp(`^${sharing['card.opened']}`))
      .first()
      .waitFor();

    expect(hash).toMatch(/^#[0-9]{24}$/);
    expect(filled).toBe(hash.slice(1));
    expect(read).toContain('He wrote down when the guard goes home.');
    expect(read).not.toContain('Anna');
    expect([...faults, ...readerFaults]).toEqual([]);
    expect([tooWide, readerOverflow]).toEqual([0, 0]);
    expect([...lead.complaints, ...reader.complaints]).toEqual([]);
    await lead.leave();
    await reader.leave();
  });

  it('enters somebody by a pseudonym and says who is the same in another case', async () => {
    const [one, other] = [await aCase('One'), await aCase('Other')];
    const { page, complaints, leave } = await site.signIn('duty', 'en', phone);
    for (const [caseId, pseudonym] of [
      [one, 'Grey'],
      [other, 'Rook'],
    ]) {
      await page.goto(`/console/cases/${caseId}/people`);
      await page.locator('summary').getByText(people['people.enter']).click();
      const form = page.getByRole('form', { name: people['people.enter'] });
      await form.getByLabel(people['people.part']).selectOption('subject');
      await form.getByLabel(people['people.pseudonym']).fill(pseudonym!);
      await form.getByRole('button', { name: people['people.act'] }).click();
      await page.locator('summary').getByText(identifiers['identifier.title']).click();
      const identifier = page.getByRole('form', { name: identifiers['identifier.title'] });
      await identifier.getByLabel(identifiers['identifier.field']).selectOption('phone');
      await identifier.getByLabel(identifiers['identifier.value']).fill('600 123 987');
      await identifier.getByRole('button', { name: identifiers['identifier.act'] }).click();
      await page.getByText('600 123 987').first().waitFor();
    }

    await page.getByRole('button', { name: people['same.link'] }).click();
    await page.getByText(people['same.is']).waitFor();
    const said = await page.locator('.card').first().textContent();
    const faults = await objections(page);
    await page.getByRole('button', { name: people['same.undo'] }).click();
    await page.getByRole('button', { name: people['same.link'] }).waitFor();

    expect(said).toContain('Grey in case');
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });
});
