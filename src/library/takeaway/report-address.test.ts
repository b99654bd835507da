import readSquare from 'jsqr';
import { describe, expect, it } from 'vitest';
import { languages } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { reportAddress } from './book.ts';
import { squaresOf } from './report-square.tsx';

const setting: PublicSetting = {
  communityName: 'Riverside',
  language: 'ca',
  languages,
  timeZone: 'Europe/Madrid',
  emergencyNumbers: [],
  crisisLines: [],
  stylesheet: '/assets/public.css',
  base: '/riverside',
};

/** Looks at the squares as a camera would, four points to each. */
const seen = (address: string): string | undefined => {
  const { size, dark } = squaresOf(address);
  const side = size * 4;
  const isDark = new Set(dark.map(({ x, y }) => `${x} ${y}`));
  const points = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1)
    if (isDark.has(`${Math.floor((at % side) / 4)} ${Math.floor(at / side / 4)}`)) points.fill(0, at * 4, at * 4 + 3);
  return readSquare(points, side, side)?.data;
};

describe('the code on poster and card', () => {
  it.each(languages)('leads to the report page of a community with its own address in %s', (language) => {
    const address = reportAddress({ setting: { ...setting, language }, publicUrl: 'https://warn.example.org' });

    expect(seen(address)).toBe(`https://warn.example.org/riverside/${language}/report`);
  });
});
