import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/platform/i18n/index.ts';
import { reportsWords } from '../../src/reports/words/index.ts';
import { openPublicSite, type PublicSite } from '../journeys/public-site.ts';

const pageBytesAtMost = 60 * 1024;
const tabsAtMost = 90;

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.close());

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

const textOf = async (target: Locator): Promise<string> => (await target.textContent()) ?? '';

/** Presses Tab until the target has the focus: what cannot be reached so cannot be used. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < tabsAtMost; pressed += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Presses what leads to another page, and waits for it. */
async function follow(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function answerFromTheDesk(number: string, words: string): Promise<void> {
  const duty = await site.program.signIn('duty');
  const { rows } = (await duty.call('GET', '/api/v1/triage')).body as { rows: { id: string; number: string }[] };
  const id = rows.find((row) => row.number === number)?.id;
  await duty.call('GET', `/api/v1/reports/${id}`);
  await duty.call('POST', `/api/v1/reports/${id}/answers`, { words });
}

const picture = () =>
  sharp({ create: { width: 12, height: 12, channels: 3, background: '#246' } })
    .png()
    .toBuffer();

describe('R-02 works without script, with cookies refused, at 320 px, by keyboard alone', () => {
  it.each(['ca', 'fr'] as const)('reports, comes back, reads the answer and adds to it in %s', async (language) => {
    const { t } = translator(reportsWords, language, 'Europe/Madrid');
    const { page, traffic, leave } = await site.visit({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
      locale: language,
    });
    const named = (role: 'link' | 'button' | 'textbox' | 'radio' | 'checkbox', name: string) =>
      page.getByRole(role, { name, exact: true }).first();

    await page.goto('/');
    await follow(page, named('link', t('reports.home.report')));
    await press(page, named('radio', t('reports.form.danger.yes')), 'Space');
    const isCallFirst = await page.locator('.danger-panel').getByRole('link').first().isVisible();
    const isFieldThere = await named('textbox', t('reports.form.what.label')).isVisible();
    await press(page, named('checkbox', t('reports.danger.continue')), 'Space');
    await tabTo(page, named('textbox', t('reports.form.what.label')));
    await page.keyboard.type('Friday, by the west door.');
    await press(page, page.locator('summary').first(), 'Enter');
    await press(page, named('checkbox', t('reports.sign.M3')), 'Space');
    await follow(page, named('button', t('reports.form.send')));
    const receipt = (await textOf(page.locator('.digits'))).replaceAll(/\D/g, '');
    const number = (await textOf(page.locator('.receipt .quiet'))).match(/[0-9A-Z]{3}-[0-9A-Z]{3}/)?.[0] ?? '';
    await answerFromTheDesk(number, 'Thank you. Who else was there?');

    await page.goto(`/${language}`);
    await follow(page, named('link', t('reports.home.return')));
    await tabTo(page, named('textbox', t('reports.entry.label')));
    await page.keyboard.type(receipt.replaceAll(/(\d{4})/g, '$1 '));
    await follow(page, named('button', t('reports.entry.open')));
    const read = await textOf(page.locator('.message.staff .said'));
    await tabTo(page, named('textbox', t('reports.mailbox.add.label')));
    await page.keyboard.type('Two from the other class.');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: await picture() });
    await follow(page, named('button', t('reports.mailbox.add.send')));
    const added = await textOf(page.locator('.message.reporter'));
    await leave();

    expect([isCallFirst, isFieldThere]).toEqual([true, false]);
    expect(receipt).toMatch(/^\d{24}$/);
    expect(read).toBe('Thank you. Who else was there?');
    expect(added).toContain('Two from the other class.');
    expect(added).toContain(t('reports.mailbox.images', { count: 1 }));
    expect(
      traffic.addresses.filter((address) => !address.startsWith(site.url) && !address.startsWith('data:')),
    ).toEqual([]);
    expect(traffic.scripts).toEqual([]);
    expect(traffic.cookies).toEqual([]);
    expect(traffic.pageBytes.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...traffic.pageBytes)).toBeLessThanOrEqual(pageBytesAtMost);
  });

  it('marks a report with danger as immediate', async () => {
    const duty = await site.program.signIn('duty');

    const { rows } = (await duty.call('GET', '/api/v1/triage')).body as {
      rows: { urgency: string; language: string }[];
    };

    expect(rows.map(({ urgency }) => urgency)).toEqual(['immediate', 'immediate']);
    expect(rows.map(({ language }) => language).sort()).toEqual(['ca', 'fr']);
  });
});
