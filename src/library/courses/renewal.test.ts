import { describe, expect, it } from 'vitest';
import { renewalOf } from './renewal.ts';

describe('renewal-of', () => {
  it.each([
    ['2026-11-23T10:00:00Z', 12, '2027-11-23T10:00:00.000Z'],
    ['2026-08-31T10:00:00Z', 6, '2027-02-28T10:00:00.000Z'],
    ['2028-02-29T10:00:00Z', 12, '2029-02-28T10:00:00.000Z'],
    ['2026-12-31T23:00:00Z', 2, '2027-02-28T23:00:00.000Z'],
  ])('puts what was finished at %s off by %i months to %s', (finishedAt, renewMonths, expected) => {
    const due = renewalOf({ renewMonths }, new Date(finishedAt));

    expect(due.toISOString()).toBe(expected);
  });
});
