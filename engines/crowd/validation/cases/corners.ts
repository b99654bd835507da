import { isWalkable } from '../../src/geometry/ring.ts';
import type { SimulationResult } from '../../src/result.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Case } from '../case.ts';
import { atLeast, atMost, mean, within } from '../case.ts';
import { box, plan } from '../plans.ts';

/** Places outside the floor of the first level in all recorded frames. */
export function placesOffTheFloor({ trajectories }: SimulationResult, { levels }: Scenario): number {
  let off = 0;
  for (const { places, levels: sheets } of trajectories!.frames)
    sheets.forEach((sheet, k) => {
      if (sheet === 0 && !isWalkable(levels[0]!.walkable, places[2 * k]!, places[2 * k + 1]!)) off++;
    });
  return off;
}

const corner = () =>
  plan({
    floor: [
      [0, 0],
      [12, 0],
      [12, 12],
      [10, 12],
      [10, 2],
      [0, 2],
    ],
    exits: { out: box(10, 11, 12, 12) },
    groups: [{ area: box(0.2, 0.2, 6, 1.8), count: 20 }],
  });

const crowd = { area: box(0.5, 0.5, 24.5, 5.5), count: 250 };

/** Three ways of 55 m by 6 m: straight, round a corner, and straight but longer by the corner's detour. */
const straight = (length: number) =>
  plan({ floor: box(0, 0, length, 6), exits: { out: box(length - 1, 0, length, 6) }, groups: [crowd] });
const bent = () =>
  plan({
    floor: [
      [0, 0],
      [33, 0],
      [33, 28],
      [27, 28],
      [27, 6],
      [0, 6],
    ],
    exits: { out: box(27, 27, 33, 28) },
    groups: [crowd],
  });

export const corners: readonly Case[] = [
  {
    id: 'corner',
    title: 'Twenty people round a corner, nobody through the wall',
    answers: ['RiMEA 4.1.1 test 6', 'IMO test 6', 'NIST Verif.2.3', 'ISO 20414 test 4'],
    criterion: 'L-shaped corridor of 2 m: all leave within 60 s, no recorded place (every 0.05 s) off the floor.',
    cost: 'quick',
    async judge(run) {
      const scenario = corner();
      const result = await run(scenario, { recordEvery: 0.05 });
      return {
        findings: [
          within('time', result.timeToClear ?? Number.NaN, 's', 0, 60),
          atMost('places off the floor', placesOffTheFloor(result, scenario), '', 0),
        ],
      };
    },
  },
  {
    id: 'crowd-at-a-corner',
    title: 'A corner slows a crowd, a detour more',
    answers: ['RiMEA 4.1.1 test 15'],
    criterion:
      '250 people in 6 m wide corridors: straight of 55 m faster than with a corner of the same inner way, and that faster than a straight way as long as the outer one. Mean of three seeds.',
    cost: 'quick',
    async judge(run) {
      const time = async (scenario: Scenario) => {
        const times: number[] = [];
        for (const seed of [1, 2, 3]) times.push((await run(scenario, { seed })).timeToClear!);
        return mean(times);
      };
      const [short, round, long] = [await time(straight(50)), await time(bent()), await time(straight(61))];
      return {
        findings: [atLeast('corner / straight', round / short, '', 1), atLeast('detour / corner', long / round, '', 1)],
      };
    },
  },
];
