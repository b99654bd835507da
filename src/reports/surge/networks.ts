import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';

/** Counts what comes from each network in the last hour: in memory, under a key of a day, never written and never logged. */
export interface NetworkCounts {
  /** Counts one more from there; gives how many came from there within the hour, this one included. */
  count(address: string): number;
}

const hour = 3_600_000;
const day = 24 * hour;

/** The network of an address: the first 24 bits of IPv4, the first 48 of IPv6; null for what is no address. */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.');
  if (!isIPv6(plain)) return null;
  const [front = '', back] = plain.toLowerCase().split('%')[0]!.split('::');
  const groups = front === '' ? [] : front.split(':');
  const after = back ? back.split(':').length : 0;
  const whole = back === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - after).fill('0')];
  return whole
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Begins with a random key, and takes another one each day, which forgets all counts. */
export function countNetworks(clock: Clock, chance: Chance): NetworkCounts {
  let key = chance.bytes(32);
  let keySince = clock.now().getTime();
  let counts = new Map<string, number[]>();
  const renew = (now: number) => {
    if (now - keySince < day) return;
    key = chance.bytes(32);
    keySince = now;
    counts = new Map();
  };
  return {
    count(address) {
      const network = networkOf(address);
      if (network === null) return 1;
      const now = clock.now().getTime();
      renew(now);
      const name = createHmac('sha256', key).update(network).digest('base64url').slice(0, 16);
      const recent = (counts.get(name) ?? []).filter((at) => now - at < hour);
      counts.set(name, [...recent.slice(-enough), now]);
      return Math.min(recent.length, enough) + 1;
    },
  };
}

/** Nobody needs to know more than that it was many. */
const enough = 50;
