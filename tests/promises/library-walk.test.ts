import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phases, readers } from '../../src/library/contract.ts';
import { addressOf, type Library } from '../../src/library/reading/library.ts';
import { openLibrary } from '../../src/library/reading/open-library.ts';
import { languages } from '../../src/platform/i18n/index.ts';
import { openPublicSite, type PublicSite } from '../journeys/public-site.ts';

const isFull = process.env.FORESTALL_FULL === '1';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const articleBytesAtMost = 60 * 1024;

let site: PublicSite;
let library: Library;
beforeAll(async () => {
  [site, library] = await Promise.all([openPublicSite(), openLibrary()]);
});
afterAll(() => site.close());

const others = (language: string) => [
  ...[
    '',
    '/warning-signs',
    '/country-advice',
    '/resources',
    '/resources?phase=recover',
    '/search',
    '/search?q=plan',
    '/evidence',
    '/courses',
    '/take-away',
    '/take-away/poster',
    '/take-away/card',
    '/no-network',
    `/mistake?page=/${language}/library/evidence`,
  ].map((path) => `/${language}/library${path}`),
  ...readers.map((reader) => `/${language}/library/for/${reader}`),
  ...library.courses.map(({ id }) => `/${language}/library/courses/${id}`),
];

/** Every page of the library in one language. */
const pagesIn = (language: (typeof languages)[number]) => [
  ...others(language),
  ...library.articles[language].map(addressOf),
];

/** One page of each kind in one of the four languages, and of each part of the chain the longest article: the same each time. */
const sampleOf = (language: (typeof languages)[number]) => {
  const turn = languages.indexOf(language);
  const longest = phases.map((phase) =>
    library.articles[language]
      .filter((article) => article.phase === phase)
      .reduce((a, b) => (a.body.length > b.body.length ? a : b)),
  );
  const mine = (_: unknown, nth: number) => nth % languages.length === turn;
  return [...others(language).filter(mine), ...longest.filter(mine).map(addressOf)];
};

const textOf = async (path: string): Promise<string> => (await site.program.request('GET', path)).text;

const inside = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="(\/[^"]*|#[^"]*)"/g)].map(([, address]) =>
    (address ?? '').replaceAll('&amp;', '&'),
  );

const idsOf = (html: string): string[] => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '');

const small = { viewport: { width: 320, height: 640 } };

/** The page as it stands in the browser; where script changes nothing, what is found with it holds without it. */
const markupOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

const faultsOn = async (page: Page, path: string): Promise<unknown[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return [
    ...violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html.slice(0, 120))]),
    ...(isWide ? [[path, 'does not fit across']] : []),
  ];
};

describe.each(languages)('walk through the library in %s', (language) => {
  it('leads nowhere that is not there, and to no place on a page that is not there', { timeout: 300_000 }, async () => {
    const pages = new Map<string, string>();
    for (const path of pagesIn(language)) pages.set(path, await textOf(path));
    const faults: string[] = [];
    const statuses = new Map<string, number>();

    for (const [path, html] of pages) {
      for (const address of inside(html)) {
        const [target = '', place] = address.split('#');
        const whole = target || path;
        if (place && pages.has(whole) && !idsOf(pages.get(whole) ?? '').includes(place))
          faults.push(`${path}: no place ${address}`);
        if (!statuses.has(whole)) statuses.set(whole, (await site.program.request('GET', whole)).status);
      }
    }

    const missing = [...statuses].filter(([path, status]) => status >= 400 && !path.startsWith('/console'));
    expect([...faults, ...missing]).toEqual([]);
  });

  it('has each place once, headings in order, and a description for each picture', async () => {
    const faults: string[] = [];

    for (const path of pagesIn(language)) {
      const html = await textOf(path);
      const ids = idsOf(html);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      if (twice.length > 0) faults.push(`${path}: ${twice} twice`);
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      if (levels.filter((level) => level === 1).length !== 1) faults.push(`${path}: one first heading`);
      if (levels.some((level, nth) => level > (levels[nth - 1] ?? 0) + 1))
        faults.push(`${path}: a level is jumped over`);
      if (/<img(?![^>]*\salt=")/.test(html)) faults.push(`${path}: a picture without words`);
      for (const [picture] of html.matchAll(/<svg[^>]*>/g))
        if (!/aria-labelledby|aria-label=|aria-hidden/.test(picture)) faults.push(`${path}: a drawing without words`);
      if (/\sstyle="|<style|javascript:|\son\w+=/.test(html)) faults.push(`${path}: style or script inside`);
    }

    expect(faults).toEqual([]);
  });

  it('keeps every article with its stylesheet and scripts below sixty kilobytes', async () => {
    const bytesOf = async (path: string) => Buffer.byteLength(await textOf(path));
    const sizes = new Map<string, number>();

    for (const article of library.articles[language]) {
      const html = await textOf(addressOf(article));
      const assets = inside(html).filter((address) => address.startsWith('/assets/'));
      const parts = await Promise.all([...new Set(assets)].map(bytesOf));
      sizes.set(
        article.id,
        parts.reduce((sum, part) => sum + part, Buffer.byteLength(html)),
      );
    }

    expect(Math.min(...sizes.values())).toBeGreaterThan(10_000);
    expect([...sizes].filter(([, size]) => size > articleBytesAtMost)).toEqual([]);
  });

  it('says on each article how far its translation has come, its sources and its licence', async () => {
    const silent: string[] = [];

    for (const article of library.articles[language]) {
      const html = await textOf(addressOf(article));
      const isHonest = html.includes('class="about"') && html.includes('rel="license');
      const hasSources = article.sources.every((id) => html.includes(`id="source-${id}"`));
      if (!isHonest || !hasSources) silent.push(article.id);
    }

    expect(silent).toEqual([]);
  });

  it('has no fault that axe can find, with script and without', { timeout: 1_200_000 }, async () => {
    const { page, traffic, leave } = await site.visit({ ...small, bypassCSP: true });
    const plain = await site.visit({ ...small, javaScriptEnabled: false });
    const faults: unknown[] = [];
    const chosen = isFull ? pagesIn(language) : sampleOf(language);
    let differing = 0;

    for (const path of chosen) {
      await Promise.all([page.goto(path), plain.page.goto(path)]);
      const isSame = (await markupOf(page)) === (await markupOf(plain.page));
      faults.push(...(await faultsOn(page, path)));
      if (isSame) continue;
      // Without script axe itself cannot run: it looks at the same page with every script kept away.
      differing += 1;
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(path);
      faults.push(...(await faultsOn(page, `${path} without script`)));
      await page.unroute('**/*.js');
    }
    await Promise.all([leave(), plain.leave()]);
    console.log(`axe in ${language}: ${chosen.length} pages, ${differing} of them other without script`);

    expect(faults).toEqual([]);
    expect([...traffic.cookies, ...plain.traffic.cookies]).toEqual([]);
  });
});
