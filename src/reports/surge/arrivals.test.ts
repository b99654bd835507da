import { describe, expect, it } from 'vitest';
import { systemChance } from '../../platform/chance.ts';
import { virtualClock } from '../../platform/clock.ts';
import { laneOf } from './lanes.ts';
import { countNetworks, networkOf } from './networks.ts';

const hour = 3_600_000;

describe('networks', () => {
  it('are the first 24 bits of IPv4 and the first 48 of IPv6', () => {
    const networks = ['192.0.2.7', '::ffff:192.0.2.9', '2001:db8:aa:bb::1', '2001:0db8:aa::', 'nobody'].map(networkOf);

    expect(networks).toEqual(['192.0.2', '192.0.2', '2001:db8:aa', '2001:db8:aa', null]);
  });

  it('are counted for an hour', () => {
    const clock = virtualClock(new Date('2026-11-23T10:00:00Z'));
    const networks = countNetworks(clock, systemChance);

    const counts = ['192.0.2.1', '192.0.2.2', '198.51.100.1'].map((address) => networks.count(address));
    clock.advance(hour + 1);

    expect(counts).toEqual([1, 2, 1]);
    expect(networks.count('192.0.2.3')).toBe(1);
  });
});

describe('lanes', () => {
  it('put behind what no person can have filled in, on any day', () => {
    const lanes = [
      laneOf({ formAge: 2 }),
      laneOf({ formAge: 25 * 3_600 }),
      laneOf({ formAge: null }),
      laneOf({ formAge: 60, isHiddenFieldFilled: true }),
      laneOf({ formAge: 60, wasFormUsed: true }),
    ];

    expect(lanes.map(({ lane }) => lane)).toEqual(Array(5).fill('behind'));
    expect(lanes.map(({ behind }) => behind[0])).toEqual([
      'too-quick',
      'old-form',
      'unknown-form',
      'hidden-field',
      'form-used-before',
    ]);
  });

  it('ask for work on a bad day only', () => {
    const person = { formAge: 60, fromNetwork: 1 };

    expect(laneOf({ ...person, hasProof: true }).lane).toBe('ordinary');
    expect(laneOf({ ...person, isSurge: true }).lane).toBe('ordinary');
    expect(laneOf({ ...person, isSurge: true, hasProof: true }).lane).toBe('front');
    expect(laneOf({ ...person, isSurge: true, fromNetwork: 9 }).behind).toEqual(['many-at-once']);
    expect(laneOf({ ...person, isSurge: true, fromNetwork: 9, hasProof: true }).lane).toBe('ordinary');
  });
});
