import fc from 'fast-check';
import type { Point, Scenario } from '../../src/scenario/scenario.ts';
import { box, plan } from '../plans.ts';

/** A floor of square rooms joined at random, each joint a door; people in some of them, one or two exits. */
export const randomPlan: fc.Arbitrary<Scenario> = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    rows: fc.integer({ min: 1, max: 2 }),
    side: fc.integer({ min: 4, max: 7 }),
    door: fc.integer({ min: 9, max: 20 }).map((tenths) => tenths / 10),
    pillar: fc.boolean(),
    people: fc.integer({ min: 0, max: 18 }),
    radius: fc.constantFrom(0.15, 0.18, 0.2),
    exits: fc.integer({ min: 1, max: 2 }),
    goal: fc.constantFrom('nearest-exit', 'quickest-exit'),
    together: fc.boolean(),
    latest: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ columns, rows, side, door, pillar, people, radius, exits, goal, together, latest }) => {
    const [wide, deep] = [columns * side, rows * side];
    const from = (side - door) / 2;
    const lines: (readonly Point[])[] = [];
    for (let i = 1; i < columns; i++)
      for (let j = 0; j < rows; j++) {
        lines.push(
          [
            [i * side, j * side],
            [i * side, j * side + from],
          ],
          [
            [i * side, j * side + from + door],
            [i * side, (j + 1) * side],
          ],
        );
      }
    for (let j = 1; j < rows; j++)
      for (let i = 0; i < columns; i++)
        lines.push(
          [
            [i * side, j * side],
            [i * side + from, j * side],
          ],
          [
            [i * side + from + door, j * side],
            [(i + 1) * side, j * side],
          ],
        );
    return plan({
      floor: box(0, 0, wide, deep),
      holes: pillar ? [box(side / 2 - 0.3, side / 4, side / 2 + 0.2, side / 4 + 0.5)] : [],
      walls: lines,
      exits: { A: box(0, 0, 1, 1), ...(exits === 2 ? { B: box(wide - 1, deep - 1, wide, deep) } : {}) },
      groups: [
        {
          area: box(1.2, 0.2, wide - 0.2, deep - 0.2),
          count: people,
          radius,
          goal,
          together,
          preMovement: { uniform: [0, latest] },
        },
      ],
      maxTime: 240,
    });
  });
