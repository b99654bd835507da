import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../ensemble/spread.ts';
import { estimate } from '../estimate/estimate.ts';
import { anExample } from '../scenario/an-example.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import type { Preset } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { reportHtml } from './report.ts';
import type { Language } from './say.ts';
import { languages, wordsIn } from './say.ts';

/** The report of a hall, two runs a preset; names are hostile on purpose. */
async function pageOf(change: object = {}, name = '<b>Hall</b> & "Co"'): Promise<string> {
  const scenario = checkScenario({ ...anExample, ...change }).scenario!;
  const runs = async (preset: Preset) =>
    summarise([await simulate(scenario, { preset, seed: 1 }), await simulate(scenario, { preset, seed: 2 })]);
  const ensembles = { empirical: await runs('empirical'), 'code-conservative': await runs('code-conservative') };
  return reportHtml({ name, scenario, ensembles, estimate: estimate(scenario) });
}

describe('report', () => {
  it('loads nothing, runs nothing and escapes every name', async () => {
    const page = await pageOf();

    expect(page).not.toMatch(/<script|https?:\/\/|src=|@import|url\(/);
    expect(page).not.toContain('<b>Hall</b>');
    expect(page).toContain('&lt;b&gt;Hall&lt;/b&gt; &amp; &quot;Co&quot;');
  });

  it('says in every language that it is sensitive and what its limits are, both presets beside each other', async () => {
    const page = await pageOf({}, 'Hall');

    for (const language of languages) {
      const { sensitive, limit5, empirical, codeConservative } = wordsIn[language];
      for (const words of [sensitive, limit5, empirical, codeConservative]) expect(page).toContain(words);
    }
  });

  it('is the same page for the same runs', async () => {
    expect(await pageOf()).toBe(await pageOf());
  });

  it('stands for nobody, and names who was left', async () => {
    const nobody = await pageOf({ groups: [] });
    const shut = await pageOf({
      exits: anExample.exits.map((exit) => ({ ...exit, closed: [[0, null]] })),
      maxTime: 10,
    });

    expect(nobody).toContain(wordsIn.en.nobodyLeft);
    expect(shut).not.toContain(wordsIn.en.nobodyLeft);
    expect(shut).toContain('class="left dots"');
  });

  it('says in each language what is taken from each work, and keeps units with their numbers', async () => {
    const page = await pageOf({}, 'Hall');

    for (const language of languages)
      for (const key of ['sfpeNote', 'imoNote', 'greenGuideNote', 'nfpaNote', 'densitiesNote'] as const)
        expect(page.replaceAll('\u00a0', ' '), `${language} ${key}`).toContain(wordsIn[language][key]);
    expect(page.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/>[^<]*\d (m|s|min|%)(?![\p{L}\d])/u);
  });

  it('fills the same gaps in every language', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

    for (const language of languages) {
      for (const [key, text] of Object.entries(wordsIn[language]))
        expect(gaps(text), `${language} ${key}`).toEqual(gaps(wordsIn.en[key as keyof typeof wordsIn.en]));
    }
  });
});

describe('report in a browser', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    folder = mkdtempSync(join(tmpdir(), 'crowd-report-'));
    writeFileSync(join(folder, 'page.html'), await pageOf({ exits: anExample.exits.slice(2), maxTime: 40 }));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    // An audit takes seconds: dark differs from light in its colours alone, which one language shows.
    const audited: readonly Language[] = colorScheme === 'light' ? languages : ['en'];
    for (const width of [320, 1440]) {
      it(`has no accessibility fault and no sideways scroll, ${colorScheme}, ${width} px, in four languages, without script`, {
        timeout: 180_000,
      }, async () => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        const page = await context.newPage();
        await page.goto(`file://${join(folder, 'page.html')}`);
        for (const language of languages) {
          await page.check(`#language-${language}`);
          const { violations } = audited.includes(language)
            ? await new AxeBuilder({ page }).analyze()
            : { violations: [] };

          expect(await page.locator('article:visible').getAttribute('lang')).toBe(language);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        }
        await context.close();
      });
    }
  }
});
