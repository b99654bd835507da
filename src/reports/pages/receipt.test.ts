import readSquare from 'jsqr';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { renderReceipt } from './index.ts';

const setting = (language: Language): PublicSetting => ({
  communityName: 'Test Town',
  language,
  languages,
  timeZone: 'Europe/Madrid',
  emergencyNumbers: [{ number: '112', for: 'everything' }],
  crisisLines: [],
  stylesheet: '/assets/public.css',
});
const receipt = '482915037264901538274610';
const answer = { number: 'K7Q-4M2', receipt, nextRead: '2026-11-23T14:30:00Z' };

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

describe('receipt', () => {
  it.each(languages)(
    'shows the digits in six groups, and as a square that holds them and no address, in %s',
    (language) => {
      const html = renderReceipt({ setting: setting(language), answer, dangerNow: false });

      expect(html).toContain(
        '<span>4829 </span><span>1503 </span><span>7264 </span><span>9015 </span><span>3827 </span><span>4610 </span>',
      );
      expect(seen(html)).toBe(receipt);
      expect(html.match(/href="[^"]*482915037264901538274610/g)).toBeNull();
    },
  );

  it('says on the clocks of the community by when it is read, and owns up when the rota is empty', () => {
    const planned = renderReceipt({ setting: setting('en'), answer, dangerNow: false });
    const empty = renderReceipt({ setting: setting('en'), answer: { ...answer, nextRead: null }, dangerNow: false });

    expect(planned).toContain('by Monday 23 November at 15:30 at the latest');
    expect(empty).toContain('We cannot say yet when somebody will read it. If it cannot wait, call 112.');
  });

  it('puts the number to call before everything else where there is danger', () => {
    const html = renderReceipt({ setting: setting('fr'), answer, dangerNow: true });

    expect(html.indexOf('class="call"')).toBeLessThan(html.indexOf('<h1'));
    expect(html.indexOf('class="call"')).toBeGreaterThan(0);
  });
});
