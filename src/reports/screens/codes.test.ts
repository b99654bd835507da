import { describe, expect, it } from 'vitest';
import { imminenceFlags, signs, waysOfKnowing } from '../contract.ts';
import { flagsInOrder, signsInOrder, waysInOrder } from './codes.ts';

describe('codes', () => {
  it('asks staff for every sign, flag and way of knowing that the contract knows', () => {
    const asked = Object.values(signsInOrder).flat();

    expect([...asked].sort()).toEqual([...signs].sort());
    expect([...flagsInOrder]).toEqual([...imminenceFlags]);
    expect([...waysInOrder]).toEqual([...waysOfKnowing]);
  });
});
