import readSquare from 'jsqr';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { renderAccessibility } from './accessibility-page.tsx';
import { renderHelp } from './help-page.tsx';
import { renderPaperForm } from './paper-form.tsx';

const setting = (language: Language, base = ''): PublicSetting => ({
  communityName: 'Test Town',
  language,
  languages,
  timeZone: 'Europe/Madrid',
  emergencyNumbers: [{ number: '112', for: 'everything' }],
  crisisLines: [],
  stylesheet: '/assets/public.css',
  base,
});
const publicUrl = 'https://warn.example.org';

/** Looks at the drawn square as a camera would, eight points to each of its fields. */
const seen = (html: string): string | undefined => {
  const fields = Number(html.match(/viewBox="0 0 (\d+) \1"/)?.[1]);
  const dark = new Set([...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const side = fields * 8;
  const points = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const isDark = dark.has(`${Math.floor((at % side) / 8)} ${Math.floor(at / side / 8)}`);
    if (isDark) points.fill(0, at * 4, at * 4 + 3);
  }
  return readSquare(points, side, side)?.data;
};

describe('the paper form', () => {
  it.each(languages)('carries a code that opens the entry page in %s, and nothing else', (language) => {
    const html = renderPaperForm({ setting: setting(language), publicUrl });

    expect(seen(html)).toBe(`https://warn.example.org/console/reports/new?paper=1&language=${language}`);
  });

  it('names the community in the code and in the address where there are several', () => {
    const html = renderPaperForm({ setting: setting('ca', '/riverside'), publicUrl });

    expect(seen(html)).toBe('https://warn.example.org/console/reports/new?paper=1&language=ca&community=riverside');
    expect(html).toContain('warn.example.org/riverside/ca/report');
  });
});

describe('help and accessibility', () => {
  it.each(languages)('name the number to call before anything else in %s', (language) => {
    const html = renderHelp(setting(language));

    expect(html.indexOf('class="call"')).toBeLessThan(html.indexOf('<h1'));
    expect(html.slice(html.indexOf('class="call"'))).toContain('tel:112');
  });

  it.each(languages)('claim no more than was tested in %s', (language) => {
    const html = renderAccessibility(setting(language));

    expect(html).toContain('WCAG 2.2');
    expect(html).toContain('Test Town');
    expect(html).toContain(`href="/${language}/accessibility"`);
  });
});
