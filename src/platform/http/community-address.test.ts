import { describe, expect, it } from 'vitest';
import { readCommunityAddress } from './community-address.ts';

describe('read-community-address', () => {
  it('takes the community from pages and from the API', () => {
    const addresses = ['/riverside', '/riverside/en', '/riverside/en/report', '/api/v1/communities/riverside/reports'];

    const read = addresses.map(readCommunityAddress);

    expect(read).toEqual([
      { community: 'riverside', path: '/' },
      { community: 'riverside', path: '/en' },
      { community: 'riverside', path: '/en/report' },
      { community: 'riverside', path: '/api/v1/reports' },
    ]);
  });

  it('leaves alone what names no community', () => {
    const addresses = [
      '/',
      '/en',
      '/en/report',
      '/console',
      '/console/at/riverside/reports',
      '/assets/public.css',
      '/healthz',
      '/favicon.ico',
      '/api/v1/reports',
      '/api/v1/communities',
      '/api/v1/communities/en/reports',
      '/riverside/reports/x',
    ];

    const read = addresses.map(readCommunityAddress);

    expect(read).toEqual(addresses.map((path) => ({ community: null, path })));
  });
});
