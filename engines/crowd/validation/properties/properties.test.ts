import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from '../../src/model/world.ts';
import type { KernelName } from '../../src/result.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { simulate, start } from '../../src/simulate.ts';
import { randomPlan } from './random-plan.ts';

const runs = process.env.FORESTALL_FULL === '1' ? 10_000 : 60;
const kernels = ['simd', 'reference'] as const;

/** Whether the way from a to b meets the wall from c to d. */
function meets([ax, ay]: readonly number[], [bx, by]: readonly number[], [cx, cy, dx, dy]: readonly number[]): boolean {
  const side = (x: number, y: number) => (bx! - ax!) * (y - ay!) - (by! - ay!) * (x - ax!);
  const wall = (x: number, y: number) => (dx! - cx!) * (y - cy!) - (dy! - cy!) * (x - cx!);
  return side(cx!, cy!) * side(dx!, dy!) < 0 && wall(ax!, ay!) * wall(bx!, by!) < 0;
}

/** Steps on for a while and says what went wrong: walls crossed, people lost or doubled, numbers that are none. */
function wrongs(scenario: Scenario, kernel: KernelName, steps: number): string[] {
  const { world } = start(scenario, { kernel });
  const { crowd } = world.kernel;
  const { walls } = world.ground;
  const before = new Map<number, readonly [number, number]>();
  const found: string[] = [];
  for (let k = 0; k < steps && crowd.count > 0; k++) {
    for (let i = 0; i < crowd.count; i++) before.set(crowd.now.id[i]!, [crowd.now.x[i]!, crowd.now.y[i]!]);
    advance(world);
    const ids = new Set(crowd.now.id.subarray(0, crowd.count));
    const out = world.people.leftAt.filter((time) => !Number.isNaN(time)).length;
    if (ids.size !== crowd.count || ids.size + out !== world.people.count)
      found.push(`step ${k}: ${ids.size} inside and ${out} out`);
    for (let i = 0; i < crowd.count; i++) {
      const to = [crowd.now.x[i]!, crowd.now.y[i]!] as const;
      if (!Number.isFinite(to[0] + to[1])) found.push(`step ${k}: a place that is no number`);
      for (let w = 0; w < walls.length; w += 4)
        if (meets(before.get(crowd.now.id[i]!)!, to, [...walls.subarray(w, w + 4)]))
          found.push(`step ${k}: through a wall at ${to}`);
    }
  }
  return found;
}

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
