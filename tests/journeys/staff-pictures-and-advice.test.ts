import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as extract } from '../../src/cases/screens/extracts/words/en.ts';
import { en as caseWords } from '../../src/cases/words/en.ts';
import { en as shared } from '../../src/console/words/en.ts';
import { must } from '../program/must.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { aDot } from '../program/valid-requests/request.ts';
import { objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

let site: StaffSite;
let caseId: string;
beforeAll(async () => {
  site = await openStaffSite();
  const { actors } = site.program;
  const duty = await sessionOf(site.program, actors.duty);
  const { id } = await reportConcern(site.program);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  caseId = (await decide(duty, id, { outcome: 'opened-case', title: 'Rooms and times', ...leaders }))!;
  const consultant = { personId: actors.custodian.personId, part: 'consultant' };
  await must(duty.call('POST', `/api/v1/cases/${caseId}/members`, consultant));
});
afterAll(() => site.close());

const answer = 'It is a farewell to the place, not a plan.';

const picture = async (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(await aDot.bytes()) });
const note = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('words') };
const disguised = { name: 'holiday.png', mimeType: 'image/png', buffer: Buffer.from('<script>1</script>') };

describe('a statement with a picture', () => {
  it('keeps the words where a file is refused, shows the picture on request, and names what it was not', async () => {
    const { page, complaints, leave } = await site.signIn('duty', 'en');
    await page.goto(`/console/cases/${caseId}`);
    await page.getByText(caseWords['statement.add'], { exact: true }).click();
    const form = page.getByRole('form', { name: caseWords['statement.add'] });
    await form.getByRole('radio', { name: caseWords['statement.seen'] }).check();
    await form
      .getByLabel(caseWords['statement.words'], { exact: true })
      .fill('A drawing of the hall hangs on his door.');
    await form.getByLabel(caseWords['statement.source'], { exact: true }).fill('The caretaker');
    await form.getByLabel(shared['pictures.label']).setInputFiles([note]);
    await form.getByRole('button', { name: caseWords['statement.act'] }).click();
    await form.getByRole('alert').getByText('note.txt').waitFor();
    const kept = await form.getByLabel(caseWords['statement.words'], { exact: true }).inputValue();
    await form.getByLabel(shared['pictures.label']).setInputFiles([await picture('door.png'), disguised]);
    await form.getByRole('button', { name: caseWords['statement.act'] }).click();

    await form.getByRole('status').getByText('holiday.png').waitFor();
    await page.getByRole('button', { name: new RegExp(`^${shared['picture.show']} · image 1`) }).click();
    const shown = page.locator('img.evidence');
    await shown.waitFor();
    const problems = await objections(page);
    await page.setViewportSize({ width: 360, height: 800 });

    expect(kept).toBe('A drawing of the hall hangs on his door.');
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    expect([problems, await overflow(page), complaints]).toEqual([[], 0, []]);
    await leave();
  });
});

describe('a consultant', () => {
  it('is given a question and chosen statements by the lead', async () => {
    const { page, complaints, leave } = await site.signIn('duty', 'en');
    await page.goto(`/console/cases/${caseId}`);
    await page.getByText(extract['extract.ask'], { exact: true }).click();
    const form = page.getByRole('form', { name: extract['extract.ask'] });
    await form.getByLabel(extract['extract.reader'], { exact: true }).selectOption({ index: 1 });
    await form.getByRole('button', { name: extract['extract.act'] }).click();
    await form.getByRole('alert').getByText(extract['extract.missing-statements']).waitFor();
    await form.getByLabel(extract['extract.question'], { exact: true }).fill('What do you make of the drawing?');
    await form.getByRole('checkbox', { name: /drawing of the hall/ }).check();

    await form.getByRole('button', { name: extract['extract.act'] }).click();
    await page.getByText(extract['extract.no-answer']).waitFor();

    expect([await objections(page), complaints]).toEqual([[], []]);
    await leave();
  });

  it('reads that on a telephone, nothing else of the case, and answers', async () => {
    const { page, complaints, leave } = await site.signIn('custodian', 'en', { width: 360, height: 800 });
    await page.getByRole('link', { name: new RegExp(extract['advice.waits']) }).click();
    await page.getByText('A drawing of the hall hangs on his door.').waitFor();
    const hidden = await page.getByText('The caretaker').count();
    const form = page.getByRole('form', { name: extract['advice.answer'] });
    await form.getByRole('button', { name: extract['advice.act'] }).click();
    await form.getByRole('alert').getByText(extract['advice.missing']).waitFor();

    await form.getByRole('textbox').fill(answer);
    await form.getByRole('button', { name: extract['advice.act'] }).click();
    await page.getByRole('list').getByText(answer).waitFor();

    expect([hidden, await objections(page), await overflow(page), complaints]).toEqual([0, [], 0, []]);
    await leave();
  });

  it('finds nothing any more once the lead has recorded the answer and taken it back', async () => {
    const { page, leave } = await site.signIn('duty', 'en');
    await page.goto(`/console/cases/${caseId}`);
    await page.getByRole('button', { name: extract['extract.take'] }).click();
    await page.getByText(/^Recorded as statement/).waitFor();
    const statements = await page.locator('p.words').filter({ hasText: answer }).count();
    await page.getByRole('button', { name: extract['extract.end'], exact: true }).click();
    await page.getByText(new RegExp(`^${extract['extract.ended']}`)).waitFor();
    await leave();

    const consultant = await site.signIn('custodian', 'en');
    await consultant.page.getByRole('heading', { level: 1, name: caseWords['day.title'] }).waitFor();
    const asked = await consultant.page.getByRole('heading', { name: extract['advice.title'] }).count();

    expect([statements, asked]).toEqual([2, 0]);
    await consultant.leave();
  });
});
