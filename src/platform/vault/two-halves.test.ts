import { describe, expect, it } from 'vitest';
import { joinHalves, newHalves } from './two-halves.ts';

describe('two-halves', () => {
  it('gives the key back from both halves, in either order, and from no half twice', () => {
    const { key, halfA, halfB } = newHalves();

    expect(joinHalves(halfA, halfB)).toEqual(key);
    expect(joinHalves(halfB, halfA)).toEqual(key);
    expect(joinHalves(halfA, halfA)).toEqual(Buffer.alloc(32));
  });

  it.each([
    ['first', 31, 32],
    ['first', 33, 32],
    ['second', 32, 31],
    ['second', 32, 33],
  ])('takes no half of another length: the %s of %i and %i bytes', (_, one, other) => {
    expect(() => joinHalves(Buffer.alloc(one), Buffer.alloc(other))).toThrow('a half of a key has 32 bytes');
  });
});
