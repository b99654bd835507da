import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPublicSite, type PublicSite } from '../../../tests/journeys/public-site.ts';

let site: PublicSite;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  site = await openPublicSite();
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await site.close();
});

const visit = async (path: string): Promise<Page> => {
  context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await page.goto(path);
  return page;
};

const untilKept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** Every address that the browser has stored, with its bytes, and the names of the stores. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const found: [string, number][] = [];
    for (const name of names) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        found.push([new URL(request.url).pathname, (await answer?.arrayBuffer())?.byteLength ?? 0]);
      }
    }
    return { names, found };
  });

describe('the library without a network', () => {
  it('can be read, walked through and searched after the first visit', async () => {
    const page = await visit('/ca/library');
    await untilKept(page);

    await context.setOffline(true);
    await page.goto('/ca/library/prevent/warning-signs');
    const article = await page.locator('h1').textContent();
    const isStyled = await page.evaluate(() => getComputedStyle(document.body).display === 'flex');
    await page.goto('/ca/library/evidence');
    const bars = await page.locator('.chart svg').count();
    await page.goto('/ca/library/search');
    await page.fill('#library-search [name="q"]', 'senyals');
    await page.locator('#found a').first().waitFor();
    await page.goto('/ca/library/search?q=reunificaci%C3%B3');
    await page.locator('#found a').first().waitFor();

    expect(article).toBeTruthy();
    expect(isStyled).toBe(true);
    expect(bars).toBeGreaterThan(10);
    expect(await page.locator('#found a').first().getAttribute('href')).toMatch(/^\/ca\/library\//);
  });

  it('says so where a page needs one, and that nothing was sent', async () => {
    const page = await visit('/ca/library/courses/being-there');
    await untilKept(page);
    await page.reload();

    await context.setOffline(true);
    await page.locator('main form button').click();

    expect(await page.locator('h1').textContent()).toBe('Sense connexió');
    expect(await page.locator('main').textContent()).toContain('No s’ha enviat res');
  });

  it('stores nothing of reports and receipts, nothing of other languages, and less than 3 MB', async () => {
    const page = await visit('/fr/library');
    await untilKept(page);
    await page.goto('/fr/report');
    await page.goto('/fr/receipt');
    const isControlled = await page.evaluate(() => navigator.serviceWorker.controller !== null);

    const { found } = await stored(page);

    const bytes = found.reduce((sum, [, size]) => sum + size, 0);
    expect(found.length).toBeGreaterThan(70);
    expect(found.filter(([path]) => !/^\/(fr\/library|assets)(\/|$)/.test(path))).toEqual([]);
    expect(isControlled).toBe(false);
    expect(bytes).toBeLessThan(3_000_000);
  });

  it('takes a new state in when something has changed, and drops the old one', async () => {
    const page = await visit('/es/library');
    await untilKept(page);
    const before = await stored(page);

    await site.program.databases.owner.query(`update communities set name = 'New Town' where slug = 'test-town'`);
    site.program.clock.advance(2_000);
    // A visit asks for a newer state, unless the browser is just then asking for itself: so somebody comes by again.
    const comeBy = async () => {
      await page.goto('/es/library');
      return (await stored(page)).names;
    };
    await expect.poll(comeBy, { timeout: 50_000, interval: 3_000 }).not.toContain(before.names[0]);
    await context.setOffline(true);
    await page.goto('/es/library/warning-signs');

    const after = await stored(page);
    expect(after.names).toHaveLength(1);
    expect(after.names).not.toEqual(before.names);
    expect(await page.locator('.community').textContent()).toBe('New Town');
  });

  it('goes from the device when somebody removes it', async () => {
    const page = await visit('/en/library/take-away');
    await untilKept(page);

    await page.click('#offline-forget');
    await page.locator('#offline-said:not(:empty)').waitFor();

    const { names } = await stored(page);
    const registrations = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    expect(names).toEqual([]);
    expect(registrations).toBe(0);
  });
});
