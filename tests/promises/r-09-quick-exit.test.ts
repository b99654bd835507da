import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPublicSite, type PublicSite, sendForm } from '../journeys/public-site.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const spoken = isFull ? (['en', 'ca', 'es', 'fr'] as const) : (['ca', 'en'] as const);
const canary = 'canary-of-a-hidden-friend';
const millisecondsAtMost = 200;
const before = 'data:text/html,<title>before</title><h1>before</h1>';

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.close());

type Visit = { page: Page; context: BrowserContext; profile: string; end(): Promise<void> };

/** A browser as a family has it: it keeps a profile, and every other site is there. */
async function visit(javaScriptEnabled = true): Promise<Visit> {
  const profile = await mkdtemp(join(tmpdir(), 'forestall-leave-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
    baseURL: site.url,
    javaScriptEnabled,
  });
  await context.route(/wikipedia\.org/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>An encyclopaedia</title><h1>neutral</h1>' }),
  );
  const page = context.pages()[0]!;
  await page.goto(before);
  return {
    page,
    context,
    profile,
    async end() {
      await context.close().catch(() => {});
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** First page, form, an error, the receipt, the mailbox, a message: every page that holds something. */
async function walk(page: Page, language: string): Promise<string> {
  await page.goto(`/${language}`);
  await Promise.all([page.waitForURL(/report$/), page.locator(`main a[href="/${language}/report"]`).first().click()]);
  await sendForm(page);
  await page.locator('#dangerNow-false').check();
  await page.locator('#what').fill(canary);
  await sendForm(page);
  const receipt = ((await page.locator('.digits').textContent()) ?? '').replaceAll(/\D/g, '');
  await sendForm(page);
  await page.locator('#words').fill(`${canary} more`);
  await sendForm(page);
  await page.locator('#words').fill(`${canary} unsent`);
  return receipt;
}

/** What the tab still knows: its entries, and what each shows when somebody presses Back. */
async function traces({
  page,
  context,
}: Visit): Promise<{ addresses: string[]; shown: (string | null)[]; kept: unknown }> {
  const session = await context.newCDPSession(page);
  const { entries } = (await session.send('Page.getNavigationHistory')) as {
    entries: { url: string; title: string }[];
  };
  const kept = await context.storageState();
  const shown: (string | null)[] = [];
  for (let press = 0; press < 5; press += 1) {
    await page.goBack({ timeout: 2_000 }).catch(() => null);
    shown.push(await page.locator('body').textContent());
  }
  return { addresses: entries.map(({ url, title }) => `${url} ${title}`), shown, kept };
}

/** Milliseconds from the last press until the screen shows nothing of ours any more: emptied and painted, or another page. */
async function timeToNothing(page: Page, press: (page: Page) => Promise<unknown>): Promise<number> {
  const emptied = new Promise<number>((resolve) => {
    page.on('console', (message) => message.text().startsWith('emptied ') && resolve(Number(message.text().slice(8))));
  });
  await page.evaluate(() => {
    let pressed = 0;
    const begin = () => {
      pressed = performance.now();
    };
    for (const kind of ['keydown', 'click']) addEventListener(kind, begin, { capture: true });
    new MutationObserver(() => {
      if (document.body.firstChild !== null) return;
      requestAnimationFrame(() => console.log(`emptied ${performance.now() - pressed}`));
    }).observe(document.body, { childList: true });
  });
  const begun = performance.now();
  await Promise.all([page.waitForURL(/wikipedia\.org/), press(page)]);
  const whole = performance.now() - begun;
  return await Promise.race([emptied, new Promise<number>((resolve) => setTimeout(() => resolve(whole), 50))]);
}

const inProfile = (profile: string, text: string): string[] => {
  try {
    return execFileSync('grep', ['-rlaE', text, profile]).toString().split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

const ways: Record<string, (page: Page) => Promise<unknown>> = {
  'the link': (page) => page.locator('a.leave').click({ noWaitAfter: true }),
  'Escape three times': async (page) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
  },
};

describe.each(spoken)('R-09 leaving fast leaves nothing behind, in %s', (language) => {
  it.each(Object.keys(ways))('by %s', { timeout: 60_000 }, async (way) => {
    const here = await visit();
    const receipt = await walk(here.page, language);

    const took = await timeToNothing(here.page, ways[way]!);
    const { addresses, shown, kept } = await traces(here);
    await here.context.close();
    const onDisk = inProfile(here.profile, `${canary}|${receipt}|${receipt.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}`);
    await here.end();

    console.log(`R-09 ${language} ${way}: ${Math.round(took)} ms`);
    expect(receipt).toMatch(/^\d{24}$/);
    expect(addresses.filter((address) => address.includes(site.url))).toEqual([]);
    expect(shown.filter((text) => !/^(before|neutral)?$/.test((text ?? '').trim()))).toEqual([]);
    expect(kept).toEqual({ cookies: [], origins: [] });
    expect(onDisk).toEqual([]);
    expect(took).toBeLessThanOrEqual(millisecondsAtMost);
  });
});

describe('R-09 leaving fast', () => {
  it('leaves by a plain link where there is no script', { timeout: 60_000 }, async () => {
    const here = await visit(false);
    await here.page.goto('/fr/report');

    await Promise.all([here.page.waitForURL(/fr\.wikipedia\.org/), here.page.locator('a.leave').click()]);
    const shown = await here.page.locator('body').textContent();
    await here.end();

    expect(shown).toBe('neutral');
  });

  it('shows a receipt again when its page is loaded anew, and asks before it is left for another page', async () => {
    const here = await visit();
    const asked: string[] = [];
    here.page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      return dialog.dismiss();
    });
    await here.page.goto('/en/report');
    await here.page.locator('#dangerNow-false').check();
    await here.page.locator('#what').fill(canary);
    await sendForm(here.page);
    const given = await here.page.locator('.digits').textContent();

    await here.page.reload();
    await here.page.locator('.digits').waitFor();
    const again = await here.page.locator('.digits').textContent();
    await here.page.locator('header .community').click();
    const still = await here.page.locator('.digits').textContent();
    await here.end();

    expect([again, still]).toEqual([given, given]);
    expect(asked).toEqual([expect.stringContaining('receipt')]);
  });

  it('keeps what was typed and says so when there is no connection', async () => {
    const here = await visit();
    await here.page.goto('/en/report');
    await here.page.locator('#dangerNow-false').check();
    await here.page.locator('#what').fill(canary);
    await here.context.setOffline(true);

    await here.page.locator('main button[type=submit]').last().click();
    await here.page.getByText('Your words are still here').waitFor();
    const typed = await here.page.locator('#what').inputValue();
    await here.context.setOffline(false);
    await sendForm(here.page);
    const receipt = await here.page.locator('.digits').count();
    await here.end();

    expect(typed).toBe(canary);
    expect(receipt).toBe(1);
  });
});
