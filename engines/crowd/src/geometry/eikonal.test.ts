import { describe, expect, it } from 'vitest';
import { box, plan } from '../../validation/plans.ts';
import { planOf } from '../model/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { cellAt } from './raster.ts';

const ways = (scenario: Scenario) => {
  const { raster, fields, ground } = planOf(scenario);
  const { dx, dy } = ground.sheets[0]!;
  return (x: number, y: number) => fields[0]!.far[cellAt(raster, x + dx, y + dy)]!;
};

const hall = (walls: readonly (readonly (readonly [number, number])[])[] = []) =>
  plan({ floor: box(0, 0, 30, 20), walls, exits: { out: box(29, 0, 30, 20) }, groups: [] });

describe('direction field', () => {
  it('measures the straight way to an exit', () => {
    const far = ways(hall());

    expect(far(5, 10)).toBeCloseTo(24, 0);
    expect(far(20, 10)).toBeCloseTo(9, 0);
  });

  it('goes round a thin wall and never through it', () => {
    const far = ways(
      hall([
        [
          [15, 0],
          [15, 16],
        ],
      ]),
    );

    const around = Math.hypot(10, 15) + 14;

    expect(far(5, 1)).toBeGreaterThan(around - 0.5);
    expect(far(5, 1)).toBeLessThan(around * 1.12);
  });

  it('is infinite where the goal cannot be reached', () => {
    const far = ways(
      hall([
        [
          [15, 0],
          [15, 20],
        ],
      ]),
    );

    expect(far(5, 10)).toBe(Infinity);
  });
});
