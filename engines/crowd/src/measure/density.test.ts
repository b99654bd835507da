import { describe, expect, it } from 'vitest';
import { box, plan } from '../../validation/plans.ts';
import { simulate } from '../simulate.ts';

/** People who stand half a metre apart over the whole of a room of 6 × 6 m, and wait: four to the square metre. */
const fullRoom = plan({
  floor: box(0, 0, 20, 6),
  walls: [
    [
      [6, 0],
      [6, 4],
    ],
  ],
  exits: { out: box(19, 0, 20, 6) },
  groups: [
    {
      positions: Array.from({ length: 144 }, (_, k) => [0.25 + 0.5 * (k % 12), 0.25 + 0.5 * Math.floor(k / 12)]),
      radius: 0.2,
      preMovement: { constant: 60 },
    },
  ],
  maxTime: 1,
});

describe('density', () => {
  it('finds four to the square metre where people stand so, in the middle and along the walls', async () => {
    const { densityGrid } = await simulate(fullRoom);

    const { highest, columns } = densityGrid[0]!;
    const inside = [...highest].filter((_, k) => k % columns < 5);

    for (const density of inside) {
      expect(density).toBeGreaterThan(3.5);
      expect(density).toBeLessThan(4.4);
    }
  });

  it('leaves the floor behind the wall empty', async () => {
    const { densityGrid } = await simulate(fullRoom);

    const { highest, columns } = densityGrid[0]!;

    expect([...highest].filter((density, k) => k % columns >= 6 && density > 0)).toEqual([]);
  });

  it('says the same however the squares fall on the crowd', async () => {
    const moved = plan({
      floor: box(0, 0, 20.4, 6),
      exits: { out: box(19, 0, 20, 6) },
      groups: [
        {
          positions: Array.from({ length: 144 }, (_, k) => [4.6 + 0.5 * (k % 12), 0.25 + 0.5 * Math.floor(k / 12)]),
          radius: 0.2,
          preMovement: { constant: 60 },
        },
      ],
      maxTime: 1,
    });

    const { maxDensity } = await simulate(moved);

    expect(maxDensity!.value).toBeGreaterThan(3.7);
    expect(maxDensity!.value).toBeLessThan(4.4);
  });
});
