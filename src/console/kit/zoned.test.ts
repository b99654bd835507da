import { describe, expect, it } from 'vitest';
import { instantOf, wallTime } from './zoned.ts';

describe('zoned', () => {
  it.each([
    ['2026-11-23T13:05:00.000Z', 'Europe/Madrid', '2026-11-23T14:05'],
    ['2026-07-01T13:05:00.000Z', 'Europe/Madrid', '2026-07-01T15:05'],
    ['2026-07-01T02:30:00.000Z', 'America/New_York', '2026-06-30T22:30'],
    ['2026-03-29T00:59:00.000Z', 'Europe/Paris', '2026-03-29T01:59'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Paris', '2026-03-29T03:00'],
  ])('shows %s in %s as %s, and reads it back', (instant, zone, wall) => {
    const shown = wallTime(Date.parse(instant), zone);

    const back = instantOf(wall, zone);

    expect(shown).toBe(wall);
    expect(back).toBe(instant);
  });

  it('reads an hour that the clocks skip as the hour after', () => {
    const skipped = instantOf('2026-03-29T02:30', 'Europe/Paris');

    expect(skipped).toBe('2026-03-29T01:30:00.000Z');
  });
});
