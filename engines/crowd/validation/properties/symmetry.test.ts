import { describe, expect, it } from 'vitest';
import type { Point, Scenario } from '../../src/scenario/scenario.ts';
import { simulate } from '../../src/simulate.ts';
import { mean } from '../case.ts';
import { roomWithDoor } from '../plans.ts';

const seeds = [1, 2, 3, 4, 5, 6];

/** The scenario with every point of the plan moved. */
const turned = (scenario: Scenario, turn: (point: Point) => Point): Scenario =>
  JSON.parse(JSON.stringify(scenario), (_, value) =>
    Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number')
      ? turn(value as unknown as Point)
      : value,
  );

async function meanTime(scenario: Scenario): Promise<number> {
  const times = [];
  for (const seed of seeds) times.push((await simulate(scenario, { seed })).timeToClear!);
  return mean(times);
}

describe('symmetry', () => {
  it.for([
    ['mirrored', ([x, y]: Point): Point => [-x, y]],
    ['turned by 90°', ([x, y]: Point): Point => [-y, x]],
    ['turned by 27°', ([x, y]: Point): Point => [0.891 * x - 0.454 * y, 0.454 * x + 0.891 * y]],
  ] as const)('gives %s plans the same times within 4 %', async ([, turn]) => {
    const constant = { constant: 1.3 };
    const scenario = roomWithDoor({ wide: 10, deep: 8 }, 1.2, { count: 120, speed: constant });

    const [usual, other] = [await meanTime(scenario), await meanTime(turned(scenario, turn))];

    expect(Math.abs(other / usual - 1)).toBeLessThan(0.04);
  });
});
