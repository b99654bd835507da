import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openPublicSite, type PublicSite, sendForm } from '../journeys/public-site.ts';

const isFull = process.env.FORESTALL_FULL === '1';
const spoken = isFull ? (['fr', 'ca', 'es', 'en'] as const) : (['fr', 'ca'] as const);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const leastTarget = 44;

let site: PublicSite;
let visit: Awaited<ReturnType<PublicSite['visit']>>;
beforeAll(async () => {
  site = await openPublicSite();
  // Page styles are changed by some probes, which the site itself forbids.
  visit = await site.visit({ bypassCSP: true });
});
afterAll(async () => {
  await visit.leave();
  await site.close();
});

async function sendReport(page: Page, language: string): Promise<void> {
  await page.goto(`/${language}/report`);
  await page.locator('#dangerNow-false').check();
  await page.locator('#what').fill('Words of a test.');
  await sendForm(page);
}

/** With the database away for as long as the page needs to be drawn. */
async function withoutDatabase(work: () => Promise<unknown>): Promise<void> {
  const { ground, clock } = site.program;
  const { database } = ground;
  ground.database = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  clock.advance(2_000);
  await work();
  ground.database = database;
  clock.advance(2_000);
}

/** Every public page in each of its states, and how a person comes to it. */
const pages: Record<string, (page: Page, language: string) => Promise<unknown>> = {
  'first page': (page, language) => page.goto(`/${language}`),
  'report form': (page, language) => page.goto(`/${language}/report`),
  'report form with everything open': async (page, language) => {
    await page.goto(`/${language}/report`);
    await page.locator('#about-somebody-who-works-here').check();
    for (const summary of await page.locator('summary').all()) await summary.click();
  },
  'danger chosen': async (page, language) => {
    await page.goto(`/${language}/report`);
    await page.locator('#dangerNow-true').check();
  },
  'after danger': async (page, language) => {
    await page.goto(`/${language}/report`);
    await page.locator('#dangerNow-true').check();
    await page.locator('#called').check();
  },
  'form with errors': async (page, language) => {
    await page.goto(`/${language}/report`);
    await sendForm(page);
  },
  'form with the database away': (page, language) =>
    withoutDatabase(async () => {
      await page.goto('about:blank');
      await page.setContent(
        `<form method="post" action="${site.url}/${language}/report" enctype="multipart/form-data"><input name="what" value="x"><button>x</button></form>`,
      );
      await Promise.all([page.waitForURL(/report/), page.locator('button').click()]);
    }),
  'danger page': async (page, language) => {
    await page.goto(`/${language}/report`);
    await page.locator('#dangerNow-true').evaluate((radio) => radio.setAttribute('id', 'another'));
    await page.locator('#another').check();
    await sendForm(page);
  },
  receipt: sendReport,
  'coming back': (page, language) => page.goto(`/${language}/receipt`),
  'wrong receipt': async (page, language) => {
    await page.goto(`/${language}/receipt`);
    await page.locator('#receipt').fill('1234');
    await sendForm(page);
  },
  mailbox: async (page, language) => {
    await sendReport(page, language);
    await sendForm(page);
    await page.locator('#words').fill('More words.');
    await sendForm(page);
  },
  help: (page, language) => page.goto(`/${language}/help`),
  accessibility: (page, language) => page.goto(`/${language}/accessibility`),
  'paper form': (page, language) => page.goto(`/${language}/paper`),
  'not found': (page, language) => page.goto(`/${language}/nowhere`),
  unavailable: (page, language) => withoutDatabase(() => page.goto(`/${language}/report`)),
};

const looks = [
  { name: 'a small phone, light', width: 320, media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'a wide screen, dark', width: 1_440, media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'colours of one’s own', width: 768, media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

/** In the fast set each page is seen in one look a language, another one in each. */
const looksAt = (name: string, language: (typeof spoken)[number]) => {
  const turn = Object.keys(pages).indexOf(name) + (language === 'fr' ? 0 : 1);
  return isFull ? looks : looks.slice(turn % looks.length).slice(0, 1);
};

/** What does not fit across the page. */
const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Links, buttons and boxes lower than a thumb needs; links inside a sentence are exempt (WCAG 2.2, 2.5.8). */
const lowTargets = (page: Page) =>
  page.evaluate((least) => {
    const all = [...document.querySelectorAll<HTMLElement>('a, button, summary, input:not([type=hidden]), textarea')];
    const targets = all.map((element) => element.closest<HTMLElement>('label') ?? element);
    return targets
      .filter((element) => element.checkVisibility() && !element.matches('p > a:not(.button), .skip'))
      .filter((element) => element.getBoundingClientRect().height < least)
      .map((element) => element.outerHTML.slice(0, 90));
  }, leastTarget);

/** Places where the focus cannot be seen: no outline of its own, or something lies over it. */
async function unseenFocus(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  await page.evaluate(() => document.body.focus());
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return { end: true, fault: '' };
      const { left, top, width, height } = element.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      const isOver =
        over !== null &&
        (element.contains(over) || over.contains(element) || over.closest('label') === element.closest('label'));
      const panel = document.querySelector<HTMLElement>('.danger-panel');
      const shown = getComputedStyle(element).outlineStyle !== 'none' ? element : panel;
      const hasRing = shown !== null && getComputedStyle(shown).outlineStyle !== 'none';
      return { end: false, fault: hasRing && isOver ? '' : element.outerHTML.slice(0, 90) };
    });
    if (found.end) break;
    if (found.fault) unseen.push(found.fault);
  }
  return unseen;
}

describe.each(spoken)('X-01 the public pages are usable by everybody, in %s', (language) => {
  it.each(Object.keys(pages))('%s', { timeout: 120_000 }, async (name) => {
    const { page } = visit;
    const faults: unknown[] = [];
    await page.setViewportSize({ width: 320, height: 640 });
    await pages[name]?.(page, language);

    for (const look of looksAt(name, language)) {
      await page.setViewportSize({ width: look.width, height: 640 });
      await page.emulateMedia(look.media);
      // What happens to lie half under the bar that stays on top would count as a small target.
      await page.evaluate(() => scrollTo(0, 0));
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      faults.push(...violations.map(({ id, nodes }) => [look.name, id, nodes.map(({ html }) => html.slice(0, 120))]));
      faults.push(...(await lowTargets(page)).map((target) => [look.name, 'target too low', target]));
      if (await overflow(page)) faults.push([look.name, 'does not fit across']);
    }

    expect(faults).toEqual([]);
  });
});

describe('X-01 the public pages are usable by everybody', () => {
  it.each(['first page', 'report form with everything open', 'receipt', 'mailbox'])(
    'shows where the focus is on %s',
    { timeout: 120_000 },
    async (name) => {
      const { page } = visit;
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await page.setViewportSize({ width: 320, height: 640 });
      await pages[name]?.(page, 'en');

      const unseen = await unseenFocus(page);

      expect(unseen).toEqual([]);
    },
  );

  it.each(['first page', 'report form', 'form with errors', 'receipt', 'mailbox'])(
    'keeps %s whole with letters twice as large',
    async (name) => {
      const { page } = visit;
      await page.setViewportSize({ width: 640, height: 640 });
      await pages[name]?.(page, 'fr');

      await page.addStyleTag({ content: ':root { font-size: 200% }' });

      expect(await overflow(page)).toBe(0);
    },
  );

  it('leads from the summary of errors to each field', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 320, height: 640 });
    await pages['form with errors']?.(page, 'es');
    const links = await page.locator('.summary a').all();

    const reached = [];
    for (const link of links) {
      await link.click();
      reached.push(await page.evaluate(() => document.activeElement?.id));
    }

    expect(reached).toEqual(['dangerNow', 'what']);
  });

  it('fills the screen with the number to call as soon as danger is chosen, and shows no other field', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 320, height: 640 });
    await pages['danger chosen']?.(page, 'ca');

    const panel = await page.locator('.danger-panel').boundingBox();
    const call = page.locator('.danger-panel a[href="tel:112"]');
    const others = await page.locator('textarea:visible, input[type=text]:visible, button:visible').count();

    expect(panel).toEqual({ x: 0, y: 0, width: 320, height: 640 });
    expect((await call.boundingBox())?.y).toBeLessThan(320);
    expect(others).toBe(0);
  });
});
