import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPublicSite, type PublicSite } from '../../../tests/journeys/public-site.ts';
import { sessionOf } from '../../../tests/program/sessions.ts';
import { languages } from '../../platform/i18n/index.ts';
import { openLibrary } from '../reading/open-library.ts';

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.close());

const violations = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
};

const press = (page: Page) => page.locator('main form button').first().click();

/** Takes the best answer of each situation until the course is at its end. */
const finish = async (page: Page, best: readonly string[]) => {
  for (const choice of best) {
    await page.check(`#choice-${choice}`);
    await press(page);
    await page.locator('.doors button').first().click();
  }
};

describe('a course, without script', () => {
  it.each(languages)('leads from situation to situation to a certificate in %s', async (language) => {
    const { courses } = await openLibrary();
    const course = courses.find(({ id }) => id === 'a-pupil-tells-you');
    const best = course?.situations.map((situation) => situation.best) ?? [];
    const { page, traffic, leave } = await site.visit({ javaScriptEnabled: false });
    await page.goto(`/${language}/library/courses`);
    await page.getByRole('link', { name: course?.title[language], exact: true }).click();
    await press(page);

    await finish(page, best);
    await page.fill('#name', 'Łucja Núñez');
    const download = page.waitForEvent('download');
    await press(page);

    const certificate = await download;
    expect(best.length).toBeGreaterThan(3);
    expect(await page.locator('.verdict').textContent()).toContain(course?.summary[language]);
    expect(certificate.suggestedFilename()).toBe(`a-pupil-tells-you-${language}.pdf`);
    expect(page.url()).toBe(`${site.url}/${language}/library/courses/a-pupil-tells-you`);
    expect(traffic.cookies).toEqual([]);
    expect(await page.locator('#staff-record').isVisible()).toBe(false);
    await leave();
  });

  it('asks for a choice, says what speaks against one, and lets one choose again', async () => {
    const { page, leave } = await site.visit({ javaScriptEnabled: false });
    await page.goto('/en/library/courses/a-pupil-tells-you');
    await press(page);

    await press(page);
    const asked = await page.locator('.summary').textContent();
    await page.check('#choice-a');
    await press(page);
    const said = await page.locator('.verdict').textContent();
    await page.getByRole('button', { name: 'Choose again' }).click();

    expect(asked).toContain('Choose one of the answers');
    expect(said).toContain('You could not keep it, and trust would break.');
    expect(said).toContain('There is a better answer');
    expect(await page.locator('.progress').textContent()).toContain('Situation 1 of 5');
    await leave();
  });

  it('gives axe nothing to say on any of its pages', async () => {
    const { page, leave } = await site.visit();
    const found: string[] = [];
    const look = async () => void found.push(...(await violations(page)));
    await page.goto('/ca/library/courses');
    await look();
    await page.goto('/fr/library/courses/being-there');
    await look();
    await press(page);
    await press(page);
    await look();
    await page.check('#choice-a');
    await press(page);
    await look();

    await page.locator('.doors button').first().click();
    await finish(page, ['a', 'a', 'a']);
    await look();

    expect(await page.locator('#certificate').count()).toBe(1);
    expect(found).toEqual([]);
    await leave();
  });
});

describe('a certificate', () => {
  const finished = async (name: string): Promise<FormData> => {
    const course = (await openLibrary()).courses.find(({ id }) => id === 'being-there');
    const form = new FormData();
    for (const { id, best } of course?.situations ?? []) form.append('answer', `${id}:${best}`);
    form.set('name', name);
    return form;
  };
  const ask = (form: FormData) =>
    site.program.request('POST', '/ca/library/courses/being-there/certificate', { body: form });

  it('is a tagged document in its language', async () => {
    const { text, headers } = await ask(await finished('Anna Puig'));

    expect(headers.get('content-type')).toBe('application/pdf');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/Lang (ca)');
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/S \/H1/);
  });

  it('leaves the name out of the log and of the database', async () => {
    const before = site.program.logged.length;

    const { status } = await ask(await finished('Zanzibara Qwertz'));

    const { rows } = await site.program.databases.owner.query('select body from audit_entries');
    expect(status).toBe(200);
    expect(JSON.stringify([rows, site.program.logged.slice(before)])).not.toMatch(/Zanzibara|Qwertz/);
  });

  it('is not given before the end: the course goes on where it was left', async () => {
    const { text, headers } = await ask(new FormData());

    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('Situació 1 de 4');
  });
});

describe('the training record, from the last page of a course', () => {
  const end = async (page: Page) => {
    await page.goto('/en/library/courses/being-there');
    await press(page);
    await finish(page, ['a', 'a', 'a', 'a']);
  };

  it('tells whoever is not signed in to sign in first', async () => {
    const { page, leave } = await site.visit();
    await end(page);

    await page.click('#record');
    await page.locator('#recorded:not(:empty)').waitFor();

    expect(await page.locator('#recorded').textContent()).toContain('You are not signed in');
    await leave();
  });

  // The site is plain http here and the cookie is for https alone, so it is put onto the browser's requests on their way.
  it('keeps that somebody signed in took the course, and says by when to take it again', async () => {
    const { call, headers } = await sessionOf(site.program, site.program.actors.member);
    const { page, context, leave } = await site.visit();
    await context.route('**/api/**', async (route) => {
      const response = await route.fetch({ headers: { ...route.request().headers(), cookie: headers.cookie } });
      await route.fulfill({ response });
    });
    await end(page);

    await page.click('#record');
    await page.locator('#recorded:not(:empty)').waitFor();

    const { body } = await call('GET', '/api/v1/library/training');
    expect(await page.locator('#recorded').textContent()).toContain('by 23 November 2028');
    expect(body).toMatchObject({ records: [{ courseId: 'being-there' }] });
    await leave();
  });
});
