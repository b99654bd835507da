import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/reading/open-library.ts';
import { findPages } from '../../src/library/search/find-pages.ts';
import { libraryWords } from '../../src/library/words/index.ts';
import { translator } from '../../src/platform/i18n/index.ts';
import { openPublicSite, type PublicSite } from './public-site.ts';

const answerMillisecondsAtMost = 50;

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.close());

const linksOf = async (place: { evaluateAll<T>(read: (links: Element[]) => T): Promise<T> }) =>
  await place.evaluateAll((links) => links.map((link) => link.getAttribute('href')));

describe('a reader without script', () => {
  it('comes from the first page to the map, an article, the next one, and to the report page', async () => {
    const { t } = translator(libraryWords, 'ca', 'Europe/Madrid');
    const { page, traffic, leave } = await site.visit({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });

    await page.goto('/ca');
    await page.locator('.foot a[href="/ca/library"]').click();
    await page.getByRole('link', { name: t('library.guide.title') }).click();
    const hasPicture = await page.getByRole('img', { name: t('library.rate.title') }).isVisible();
    const reportsTo = await page
      .getByRole('link', { name: t('library.guide.report') })
      .first()
      .getAttribute('href');
    await page.goto('/ca/library');
    await page.locator('#detect a').first().click();
    const first = page.url();
    const status = await page.locator('.about').textContent();
    await page.locator('.chain a[rel=next]').click();
    const second = page.url();
    await page.locator('.chain a[rel=prev]').click();
    const back = page.url();
    await leave();

    expect(hasPicture).toBe(true);
    expect(reportsTo).toBe('/ca/report');
    expect(first).toContain('/ca/library/prevent/warning-signs');
    expect(status).toContain(t('library.status.not-reviewed'));
    expect(second).toContain('/ca/library/prevent/no-profile-no-score');
    expect(back).toBe(first);
    expect([
      traffic.cookies,
      traffic.addresses.filter((address) => !address.startsWith(site.url) && !address.startsWith('data:')),
    ]).toEqual([[], []]);
  });

  it('searches by a form, narrowed to a role', async () => {
    const { page, leave } = await site.visit({ javaScriptEnabled: false });

    await page.goto('/fr/library/search');
    await page.locator('#q').fill('hopital');
    await page.locator('#role').selectOption('hospital');
    await page.locator('#library-search button').click();
    const links = await linksOf(page.locator('#found a'));
    const kept = [await page.locator('#q').inputValue(), await page.locator('#role').inputValue()];
    await leave();

    const wanted = findPages(await openLibrary(), 'fr', 'hopital', { role: 'hospital' }).map(({ url }) => url);
    expect(links.length).toBeGreaterThan(0);
    expect(links).toEqual(wanted);
    expect(kept).toEqual(['hopital', 'hospital']);
  });

  it('chooses links by country and part of the chain', async () => {
    const { page, leave } = await site.visit({ javaScriptEnabled: false });

    await page.goto('/es/library/resources');
    await page.locator('#country').selectOption('CT');
    await page.locator('#phase').selectOption('recover');
    await page.locator('.filter button').click();
    const links = await linksOf(page.locator('.summaries a'));
    await leave();

    const { resources } = await openLibrary();
    const wanted = resources.filter(({ country, phases }) => country === 'CT' && phases.includes('recover'));
    expect(links.toSorted()).toEqual(wanted.map(({ url }) => url).toSorted());
  });
});

describe('a reader with script', () => {
  it('gets the same answers while typing, within fifty milliseconds of the index being there', async () => {
    const { page, leave } = await site.visit();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));

    await page.goto('/en/library/search');
    await page.locator('#q').pressSequentially('locked dor');
    await page.locator('#found a').first().waitFor();
    const links = await linksOf(page.locator('#found a'));
    const count = await page.locator('#count').textContent();
    const spent = await page.evaluate(async () => {
      const list = document.getElementById('found') as HTMLElement;
      const field = document.getElementById('q') as HTMLInputElement;
      const changed = new Promise((resolve) => new MutationObserver(resolve).observe(list, { childList: true }));
      const start = performance.now();
      field.value = 'families after the attack';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      return performance.now() - start;
    });
    await leave();

    const wanted = findPages(await openLibrary(), 'en', 'locked dor').map(({ url }) => url);
    expect(failures).toEqual([]);
    expect(links).toEqual(wanted);
    expect(links[0]).toBe('/en/library/prepare/doors-that-lock');
    expect(count).toContain(String(wanted.length));
    expect(spent).toBeLessThanOrEqual(answerMillisecondsAtMost);
  });
});
