import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryDeskWords } from '../../src/library/screens/words/index.ts';
import { libraryWords } from '../../src/library/words/index.ts';
import { joinCatalogues, type KeyOf, translator, type Values } from '../../src/platform/i18n/index.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

const words = joinCatalogues(libraryDeskWords, libraryWords);
const sayIn = (language: 'en' | 'ca' | 'fr') => (key: KeyOf<typeof words>, values?: Values) =>
  translator(words, language, 'Europe/Madrid').t(key, values);

let site: StaffSite;
let cora: Desk;
let cus: Desk;
beforeAll(async () => {
  site = await openStaffSite();
  cora = await site.signIn('coordinator', 'ca');
  cus = await site.signIn('custodian', 'fr', { width: 360, height: 740 });
}, 120_000);
afterAll(() => site.close());

const text = '/console/library/texts/en/prevent.how-to-report';
const publicText = async () => await (await fetch(`${site.url}/en/library/prevent/how-to-report`)).text();
const own = 'A page of our own town';

describe('writing a library text', { timeout: 120_000 }, () => {
  it('is found in the rail, and shows a fault with its line beside the field, keeping what was typed', async () => {
    const { page } = cora;
    const say = sayIn('ca');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('link', { name: say('desk.texts') }).click();
    await page.getByLabel(say('texts.language'), { exact: true }).selectOption('en');
    await page.getByLabel(say('texts.find')).fill('how-to-report');
    await page.getByRole('link', { name: /prevent\.how-to-report/ }).click();

    await page.getByLabel(say('field.title'), { exact: true }).fill(own);
    await page.getByLabel(say('field.body')).fill('## First\n\nCome to us.\n\n<b>Loud</b>\n');
    await page.getByRole('button', { name: say('edit.send') }).click();
    const fault = say('edit.line', { line: 5, because: say('fault.html') });
    await page.getByRole('button', { name: fault }).click();

    const body = page.getByLabel(say('field.body'));
    const selected = await body.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    expect(await body.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.fault-line').textContent()).toBe(fault);
    expect(selected).toBe('<b>Loud</b>');
    expect(await page.getByLabel(say('field.title'), { exact: true }).inputValue()).toBe(own);
    expect(await objections(page)).toEqual([]);
  });

  it('previews the text as the page draws it, and keeps a draft that no reader sees', async () => {
    const { page } = cora;
    const say = sayIn('ca');

    await page.getByLabel(say('field.body')).fill('## First\n\nCome to **us**.\n\n- [ ] Bring a friend\n');
    await page.getByRole('button', { name: say('edit.preview') }).click();
    await page.getByText(say('edit.sound')).waitFor();
    await page.getByRole('button', { name: say('edit.save') }).click();
    await page.getByText(say('edit.saved')).first().waitFor();

    const preview = page.locator('.text-preview');
    expect(await preview.locator('h2').textContent()).toBe('First');
    expect(await preview.locator('.prose strong').textContent()).toBe('us');
    expect(await preview.locator('.checklist').count()).toBe(1);
    expect(await publicText()).not.toContain(own);
    expect(await overflow(page)).toBe(0);
  });

  it('waits for another person: its author is told so', async () => {
    const { page } = cora;
    const say = sayIn('ca');

    await page.getByRole('button', { name: say('edit.send') }).click();
    await page.getByRole('link', { name: say('text.waiting-by', { number: 1, name: 'Cora Ordway' }) }).click();
    await page.getByText(say('version.own')).waitFor();

    expect(await page.getByRole('button', { name: say('version.decide-act') }).count()).toBe(0);
    expect(await page.locator('.change-added', { hasText: own }).count()).toBe(1);
    expect(await objections(page)).toEqual([]);
    expect(await publicText()).not.toContain(own);
  });

  it('is public once another person read the changes and approved them', async () => {
    const { page } = cus;
    const say = sayIn('fr');
    await page.goto('/console/library');
    await page.getByText(say('waiting.title')).waitFor();
    await page.locator(`main a[href="${text}"]`).click();
    await page.getByRole('link', { name: say('text.waiting-by', { number: 1, name: 'Cora Ordway' }) }).click();
    await page.locator('.changes').waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);

    await page.getByRole('radio', { name: say('version.approve') }).check();
    await page.getByRole('button', { name: say('version.decide-act') }).click();
    await page.getByText(say('text.stood', { number: 1, name: 'Cus Todd' })).waitFor();

    const { status } = await fetch(`${site.url}/api/v1/library/search?q=own+town&lang=en`);
    expect(status).toBe(200);
    expect(await publicText()).toContain(`<h1>${own}</h1>`);
    expect(await publicText()).toContain('Come to <strong>us</strong>.');
    expect(await objections(page)).toEqual([]);
    expect(cus.complaints).toEqual([]);
  });

  it('goes back to the program’s own text, and the history says who did it', async () => {
    const { page } = cora;
    const say = sayIn('ca');
    await page.goto(text);

    await page.getByRole('button', { name: say('text.go-back-below', { standing: say('standing.program') }) }).click();
    await page.getByText(say('text.stood-below', { name: 'Cora Ordway' })).waitFor();

    expect(await publicText()).not.toContain(own);
    expect(await page.getByRole('button', { name: say('text.go-back', { number: 1 }) }).count()).toBe(1);
    expect(cora.complaints).toEqual([]);
  });
});

describe('what else stands in the library’s screens', { timeout: 120_000 }, () => {
  it('shows my courses with their renewal, gives the certificate, and tells the coordinator who is due', async () => {
    const { page } = cora;
    const say = sayIn('ca');
    const { call } = await site.program.signIn('coordinator');
    const situations = ['situation-1', 'situation-2', 'situation-3', 'situation-4'];
    const answers = Object.fromEntries(situations.map((id) => [id, 'a']));
    await call('POST', '/api/v1/library/training', { courseId: 'being-there', answers });
    await page.goto('/console/library');

    const link = page.getByRole('link', { name: say('training.certificate') });
    const address = await link.getAttribute('href');
    const certificate = await call('GET', address ?? '');

    expect(certificate.headers.get('content-type')).toBe('application/pdf');
    await page.getByText(say('due.none')).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it('shows which course is due on the desk and beside the person, with the year', async () => {
    const { page } = cora;
    await site.program.databases.owner.query("update training_records set renew_by = finished_at + interval '9 days'");

    await page.goto('/console/library');
    await page.getByText('2 de desembre del 2026').nth(1).waitFor();
    await page.goto('/console/people');
    const card = page.locator('.card', { hasText: 'Cora Ordway' });
    await card.getByText('2 de desembre del 2026').waitFor();

    expect(await page.getByText('2 de desembre del 2026').count()).toBe(1);
    expect(await objections(page)).toEqual([]);
  });

  it('brings a mistake that a reader told to the coordinator, and away from there when it is settled', async () => {
    const { page } = cora;
    const say = sayIn('ca');
    const form = new FormData();
    form.set('page', '/en/library/prevent/how-to-report');
    form.set('words', 'The second link is dead.');
    await site.program.request('POST', '/en/library/mistake', { body: form });

    await page.goto('/console/library/mistakes');
    await page.getByText('The second link is dead.').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: say('mistakes.settle') }).click();

    await page.getByText(say('mistakes.none')).waitFor();
  });
});
