import { describe, expect, it } from 'vitest';
import { touches, weekOf, within } from './week-of.ts';

const wednesday = Date.parse('2026-10-21T23:30:00Z');

describe('week-of', () => {
  it('begins on Monday by the clocks of the community and has seven days, also when the clocks change', () => {
    const week = weekOf(wednesday, 0, 'Europe/Madrid');

    expect(week.map(({ date }) => date)).toEqual([
      '2026-10-19',
      '2026-10-20',
      '2026-10-21',
      '2026-10-22',
      '2026-10-23',
      '2026-10-24',
      '2026-10-25',
    ]);
    expect(week[0]!.from).toBe('2026-10-18T22:00:00.000Z');
    expect([week[6]!.from, week[6]!.to]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  });

  it('cuts a shift at midnight', () => {
    const [monday, tuesday, third] = weekOf(wednesday, 0, 'UTC');
    const night = { startsAt: '2026-10-19T19:00:00.000Z', endsAt: '2026-10-21T00:00:00.000Z' };

    expect(within(night, monday!)).toEqual({
      startsAt: night.startsAt,
      endsAt: '2026-10-20T00:00:00.000Z',
      isWhole: false,
    });
    expect(within(night, tuesday!).isWhole).toBe(true);
    expect([touches(night, tuesday!), touches(night, third!)]).toEqual([true, false]);
  });
});
