import { describe, expect, it } from 'vitest';
import { guardedLookup, hostMayBeReached, mayReach } from './addresses.ts';

const nearby = ['10.1.2.3', '127.0.0.1', '172.20.0.1', '192.168.1.9', '::1', 'fd00::5', '::ffff:192.168.1.9'];
const nobodys = [
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '0.0.0.0',
  '100.64.1.1',
  '224.0.0.1',
  'fe80::1',
  '64:ff9b::a9fe:a9fe',
  '2002:7f00:1::',
  'not an address',
];

describe('addresses of a receiver', () => {
  it('reaches the own network only where the operator said so', () => {
    expect(nearby.filter((address) => mayReach(address, false))).toEqual([]);
    expect(nearby.filter((address) => mayReach(address, true))).toEqual(nearby);
    expect(mayReach('93.184.216.34', false)).toBe(true);
  });

  it('never reaches what is nobody’s receiver', () => {
    expect(nobodys.filter((address) => mayReach(address, true))).toEqual([]);
  });

  it('refuses an address however it is written', () => {
    const written = [
      'http://127.1/',
      'http://0x7f000001/',
      'http://2130706433/',
      'http://[::1]/',
      'http://[::ffff:7f00:1]/',
    ];

    expect(written.filter((url) => hostMayBeReached(new URL(url), false))).toEqual([]);
  });

  it('checks a name by what it resolves to at the moment of the call', async () => {
    const ask = (allowsNearby: boolean) =>
      new Promise((resolve) => guardedLookup(allowsNearby)('localhost', {}, (error) => resolve(error === null)));

    expect([await ask(false), await ask(true)]).toEqual([false, true]);
  });
});
