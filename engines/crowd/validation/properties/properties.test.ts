import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/simulate.ts';
import { randomPlan } from './random-plan.ts';
import { wrongs } from './wrongs.ts';

const runs = process.env.FORESTALL_FULL === '1' ? 10_000 : 60;
const kernels = ['simd', 'reference'] as const;

describe('properties', () => {
  it.for(kernels)('nobody passes a wall, appears or vanishes (%s)', { timeout: 3_600_000 }, (kernel) => {
    fc.assert(
      fc.property(randomPlan, (scenario) => {
        expect(wrongs(scenario, kernel, 240)).toEqual([]);
      }),
      { numRuns: runs / 2 },
    );
  });

  it('gives the same hash for the same seed, and everybody gets out', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomPlan, fc.integer({ min: 1, max: 1000 }), async (scenario, seed) => {
        const [once, again] = [await simulate(scenario, { seed }), await simulate(scenario, { seed })];

        expect(again.hash).toBe(once.hash);
        expect(once.evacuated + once.remaining).toBe(once.people);
        expect(once.remaining).toBe(0);
      }),
      { numRuns: runs / 2 },
    );
  });
});
