import { describe, expect, it } from 'vitest';
import { inUnits } from './moments.tsx';

const minute = 60_000;
const hour = 60 * minute;

describe('in-units', () => {
  it.each([
    [0, 'minutes', 0],
    [18 * minute + 59_000, 'minutes', 18],
    [89 * minute, 'minutes', 89],
    [90 * minute, 'hours', 1],
    [47 * hour, 'hours', 47],
    [48 * hour, 'days', 2],
  ] as const)('tells %d milliseconds in %s: %d', (milliseconds, unit, count) => {
    expect(inUnits(milliseconds)).toEqual({ unit, count });
  });
});
