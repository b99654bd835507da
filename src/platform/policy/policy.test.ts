import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { type Policy, permits } from './policy.ts';

const anybody: Actor = { kind: 'public', communityId: 'c' };
const policy: Policy<'read' | 'write' | 'burn', { isMine: boolean; isBarred: boolean; isLent: boolean }> = {
  sentences: [
    { who: 'whose it is', may: ['read', 'write'], when: (_, { isMine }) => isMine },
    { who: 'to whom it was lent', may: ['read'], when: (_, { isLent }) => isLent },
  ],
  forbids: [
    { who: 'the barred', may: ['write'], when: (_, { isBarred }) => isBarred },
    { who: 'nobody', may: ['burn'], when: () => true },
  ],
};
const ask = (
  permission: 'read' | 'write' | 'burn',
  relation: Partial<Record<'isMine' | 'isBarred' | 'isLent', true>>,
) => permits(policy, anybody, permission, { isMine: false, isBarred: false, isLent: false, ...relation });

describe('policy', () => {
  it('allows what some sentence says, whichever it is', () => {
    expect([ask('read', { isMine: true }), ask('read', { isLent: true }), ask('write', { isMine: true })]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('takes silence for no', () => {
    expect([ask('read', {}), ask('write', { isLent: true }), ask('burn', { isMine: true })]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('lets one that forbids win, in what it speaks of alone', () => {
    expect([ask('write', { isMine: true, isBarred: true }), ask('read', { isMine: true, isBarred: true })]).toEqual([
      false,
      true,
    ]);
  });
});
