import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openPublicSite, type PublicSite } from '../../../tests/journeys/public-site.ts';
import { languages } from '../../platform/i18n/index.ts';

interface Given {
  id: string;
  mark: string;
  reportedBy: string | null;
  note: Record<string, string>;
  doesNotShow: Record<string, string>;
  rows: { label: Record<string, string>; values: (number | null)[]; qualifier?: string }[];
}

const given: Given[] = parse(readFileSync('content/evidence.yaml', 'utf8'));

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.close());

const digits = (text: string | null): string => (text ?? '').replaceAll(/\D/g, '');

/** The rows of every figure as they stand on the page: label and digits, from the table and from the chart apart. */
const shown = async (language: string) => {
  const { page, leave } = await site.visit({ javaScriptEnabled: false });
  await page.goto(`/${language}/library/evidence`);
  const figures = await page.locator('.figure').all();
  const read = await Promise.all(
    figures.map(async (figure) => ({
      id: (await figure.locator('h2').getAttribute('id')) ?? '',
      words: (await figure.textContent()) ?? '',
      labels: await figure.locator('tbody th').allTextContents(),
      table: (await figure.locator('td').allTextContents()).map(digits),
      chart: (await figure.locator('.said-values strong').allTextContents()).map(digits),
    })),
  );
  const styled = await page.locator('[style]').count();
  await leave();
  return { read, styled };
};

describe('the page of figures', () => {
  it.each(languages)('shows the numbers of the file and no others, in table and chart, in %s', async (language) => {
    const expected = given.map(({ id, rows }) => {
      const numbers = rows.flatMap(({ values }) => values.map((value) => (value === null ? '' : String(value))));
      return { id, labels: rows.map(({ label }) => label[language]), table: numbers, chart: numbers };
    });

    const { read, styled } = await shown(language);

    expect(given.length).toBeGreaterThan(10);
    expect(read.map(({ words, ...figure }) => figure)).toEqual(expected);
    expect(styled).toBe(0);
  });

  it('says with each figure where it comes from, who reported it, and what it does not show', async () => {
    const { read } = await shown('ca');

    for (const { id, note, doesNotShow, mark, reportedBy } of given) {
      const words = read.find((figure) => figure.id === id)?.words ?? '';
      expect(words).toContain(note.ca);
      expect(words).toContain(`Què no mostra: ${doesNotShow.ca}`);
      expect(words).toContain('Font: ');
      if (mark === 'second-hand') expect(words).toContain(`publicat per ${reportedBy}`);
    }
  });

  it('draws each bar as long as its number', async () => {
    const { page, leave } = await site.visit({ javaScriptEnabled: false });
    await page.goto('/en/library/evidence');

    const widths = await page
      .locator('.figure:has(#first-clue) .chart-row:nth-child(2) rect:not(.track)')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));

    expect(widths).toEqual([16, 3, 87].map((value) => Math.round((value / 125) * 100_000) / 100));
    await leave();
  });

  it('gives axe nothing to say, light and dark, on a small screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, leave } = await site.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await page.goto('/fr/library/evidence');

      const { violations } = await new AxeBuilder({ page }).analyze();
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(isWider).toBe(false);
      await leave();
    }
  });
});
