import { checkScenario } from '../src/scenario/check-scenario.ts';
import type { Ring, Scenario } from '../src/scenario/scenario.ts';

const box = (x0: number, y0: number, x1: number, y1: number): Ring => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

export const exitNames = ['west', 'south', 'east', 'north'] as const;

const floor: Ring = [
  [0, 0],
  [48, 0],
  [48, -3],
  [52, -3],
  [52, 0],
  [100, 0],
  [100, 28],
  [103, 28],
  [103, 32],
  [100, 32],
  [100, 60],
  [52, 60],
  [52, 63],
  [48, 63],
  [48, 60],
  [0, 60],
  [0, 32],
  [-3, 32],
  [-3, 28],
  [0, 28],
];

/** An invented hall of 100 × 60 m with four exits of 4 m, two rows of stands and 5,000 people. */
export function hall(): Scenario {
  const stands = [20, 36, 56, 72].flatMap((x) => [box(x, 12, x + 8, 20), box(x, 40, x + 8, 48)]);
  const checked = checkScenario({
    version: 1,
    levels: [{ id: '0', walkable: [{ outer: floor, holes: stands }] }],
    exits: [
      { id: 'west', level: '0', area: box(-3, 28, -2, 32) },
      { id: 'south', level: '0', area: box(48, -3, 52, -2) },
      { id: 'east', level: '0', area: box(102, 28, 103, 32) },
      { id: 'north', level: '0', area: box(48, 62, 52, 63) },
    ],
    groups: [
      {
        id: 'visitors',
        level: '0',
        area: box(1, 1, 99, 59),
        count: 5000,
        speed: { normal: [1.34, 0.26], min: 0.5, max: 2.2 },
        preMovement: { lognormal: [2, 0.6] },
        goal: 'quickest-exit',
      },
    ],
    maxTime: 900,
  });
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.scenario;
}
