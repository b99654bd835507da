import { describe, expect, it } from 'vitest';
import { peerOf, rememberPeer } from './peers.ts';

const seen = (peer: string, forwarded?: string) => {
  const headers = new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {});
  rememberPeer(headers, peer);
  return peerOf(headers);
};

describe('peers', () => {
  it('are whom our own proxy names last, and nobody else’s word is taken', () => {
    expect(seen('127.0.0.1', '198.51.100.1, 203.0.113.5')).toBe('203.0.113.5');
    expect(seen('::ffff:10.0.0.2', '203.0.113.5')).toBe('203.0.113.5');
    expect(seen('198.51.100.7', '203.0.113.5')).toBe('198.51.100.7');
    expect(seen('127.0.0.1')).toBeNull();
    expect(peerOf(new Headers())).toBeNull();
  });
});
