import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arabic, publishText } from '../../src/library/testing/publish-text.ts';
import { foundRiverside } from '../program/second-community.ts';
import { openPublicSite, type PublicSite } from './public-site.ts';

let site: PublicSite;
let browser: Browser;
beforeAll(async () => {
  site = await openPublicSite();
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const { program } = site;
  const { call } = await program.signIn('coordinator');
  await call('POST', '/api/v1/library/languages', arabic);
  const fields = { title: 'علامات التحذير', body: 'انظر [هنا](library:prevent.listening).' };
  await publishText(program, { language: 'ar', id: 'prevent.warning-signs', fields });
  await foundRiverside(program);
  program.clock.advance(2_000);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A browser that takes what pages ask it to keep: one that refuses every cookie keeps no library either. */
const visit = async () => {
  const context = await browser.newContext({ baseURL: site.url });
  return { context, page: await context.newPage(), leave: () => context.close() };
};

const keptPlaces = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    return registrations.filter(({ active }) => active?.state === 'activated').length;
  });

/** Waits until so many workers have kept their languages. */
const untilKept = (page: Page, count: number) => expect.poll(() => keptPlaces(page), { timeout: 120_000 }).toBe(count);

const storedPaths = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });

describe('the library of one community among several, without a network', { timeout: 240_000 }, () => {
  it('is read, walked through and searched behind the community’s name', async () => {
    const { page, context, leave } = await visit();
    await page.goto('/riverside/ca/library');
    await untilKept(page, 1);
    const kept = await storedPaths(page);

    await context.setOffline(true);
    await page.goto('/riverside/ca/library/prevent/warning-signs');
    const community = await page.locator('.community').textContent();
    await page.locator('.chain a[rel=next]').click();
    await page.waitForURL('**/riverside/ca/library/prevent/no-profile-no-score');
    await page.goto('/riverside/ca/library/search');
    await page.fill('#library-search [name="q"]', 'retrobament');
    await page.locator('#found a').first().click();
    await page.waitForURL('**/riverside/ca/library/respond/reunification');
    const found = await page.locator('h1').textContent();
    await page.goto('/riverside/ca/library/no-such/page');
    const notHere = await page.locator('h1').textContent();
    await leave();

    expect(kept.length).toBeGreaterThan(70);
    expect(kept.filter((path) => !/^\/(riverside\/ca\/library|assets)(\/|$)/.test(path))).toEqual([]);
    expect(community).toBe('Riverside School');
    expect(found).toBeTruthy();
    expect(notHere).toBe('Sense connexió');
  });

  it('keeps the communities apart, and removes only what somebody asks to remove', async () => {
    const { page, leave } = await visit();
    await page.goto('/riverside/en/library');
    await untilKept(page, 1);
    await page.goto('/test-town/en/library/take-away');
    await untilKept(page, 2);

    await page.click('#offline-forget');
    await page.locator('#offline-said:not(:empty)').waitFor();

    const left = await storedPaths(page);
    await leave();
    expect(left).toContain('/riverside/en/library');
    expect(left.filter((path) => path.startsWith('/test-town'))).toEqual([]);
  });
});

describe('a language that a community added, without a network', { timeout: 240_000 }, () => {
  it('is read and searched, and what is missing in it stands in from the other language', async () => {
    const { page, context, leave } = await visit();
    await page.goto('/test-town/ar/library');
    await untilKept(page, 2);

    await context.setOffline(true);
    await page.goto('/test-town/ar/library/search');
    await page.fill('#library-search [name="q"]', 'التحذير');
    await page.locator('#found a').first().click();
    await page.waitForURL('**/test-town/ar/library/prevent/warning-signs');
    const title = await page.locator('h1').textContent();
    await page.locator('.prose a').click();
    await page.waitForURL('**/test-town/fr/library/prevent/listening');
    const standsIn = await page.locator('h1').textContent();
    await leave();

    expect(title).toBe('علامات التحذير');
    expect(standsIn).toBeTruthy();
  });

  it('is on the list of what to take along, and goes from the device with the language that stands in', async () => {
    const { page, leave } = await visit();
    await page.goto('/test-town/ar/library');
    await page.getByRole('link', { name: 'À emporter' }).click();
    await untilKept(page, 2);

    await page.click('#offline-forget');
    await page.locator('#offline-said:not(:empty)').waitFor();

    const left = await storedPaths(page);
    await leave();
    expect(left).toEqual([]);
  });
});
