import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance, systemChance } from './chance.ts';
import { systemClock, virtualClock } from './clock.ts';
import { newId, spokenNumber } from './ids.ts';

describe('clock', () => {
  it('moves only when it is told to', () => {
    const clock = virtualClock(new Date('2026-11-23T09:00:00Z'));

    clock.advance(90_000);
    const later = clock.now().toISOString();
    clock.set(new Date('2027-01-01T00:00:00Z'));

    expect(later).toBe('2026-11-23T09:01:30.000Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('cannot be moved through a date that it gave', () => {
    const clock = virtualClock(new Date('2026-11-23T09:00:00Z'));

    clock.now().setFullYear(1999);

    expect(clock.now().getUTCFullYear()).toBe(2026);
  });
});

describe('chance', () => {
  it('repeats itself for the same seed, and only then', () => {
    const bytes = (seed: string) => {
      const chance = seededChance(seed);
      return [chance.bytes(5), chance.bytes(70), chance.bytes(0)].map((each) => each.toString('hex'));
    };

    expect(bytes('a')).toEqual(bytes('a'));
    expect(bytes('a')).not.toEqual(bytes('b'));
    expect(bytes('a').map((each) => each.length)).toEqual([10, 140, 0]);
  });

  it('never gives the same stretch twice', () => {
    const chance = seededChance(1);

    const stretches = Array.from({ length: 1000 }, () => chance.bytes(16).toString('hex'));

    expect(new Set(stretches).size).toBe(1000);
  });
});

describe('ids', () => {
  it('makes UUIDs of version 7 that carry their millisecond and sort by it', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, fc.nat(), (one, other, seed) => {
        const ids = [one, other].map((date) => newId(virtualClock(date), seededChance(seed)));

        const times = ids.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

        for (const id of ids)
          expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(times).toEqual([one.getTime(), other.getTime()]);
        expect(ids[0]! < ids[1]!).toBe(one < other);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not repeat within a millisecond', () => {
    const clock = virtualClock(systemClock.now());

    const ids = Array.from({ length: 10_000 }, () => newId(clock, systemChance));

    expect(new Set(ids).size).toBe(10_000);
  });

  it('makes numbers that can be said on the telephone', () => {
    const numbers = Array.from({ length: 2000 }, () => spokenNumber(systemChance));

    for (const number of numbers) expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
    expect(new Set(numbers.join('').replaceAll('-', '')).size).toBe(32);
  });
});
