import type { Case, Finding } from '../case.ts';
import { atMost, falls, mean, within } from '../case.ts';
import { box, corridor, plan } from '../plans.ts';

const one = (speed: object, x = 0.5, y = 1) => ({ positions: [[x, y]], speed });

/** A stair of 10 m between two landings, taken up or down by one person. */
export const stair = (up: boolean, speed: object, length = 10, width = 2) =>
  plan({
    levels: [
      { id: '0', walkable: [{ outer: box(0, 0, 4, width) }] },
      { id: '1', walkable: [{ outer: box(0, 0, 4, width) }] },
    ],
    links: [
      {
        id: 'stair',
        kind: 'stairs',
        lower: { level: '0', area: box(3, 0, 4, width) },
        upper: { level: '1', area: box(3, 0, 4, width) },
        length,
        width,
      },
    ],
    exits: { out: { area: box(0, 0, 1, width), level: up ? '1' : '0' } },
    groups: [{ level: up ? '0' : '1', positions: [[2.5, width / 2]], speed }],
  });

/** Seconds on the stair itself, from the frames of the run. */
async function timeOnStair(run: Parameters<Case['judge']>[0], scenario: ReturnType<typeof stair>): Promise<number> {
  const { trajectories } = await run(scenario, { recordEvery: 0.05 });
  return trajectories!.frames.filter(({ levels }) => levels[0] === 2).length * 0.05;
}

const ages = [
  ['30', 1.52, 1.56],
  ['40', 1.46, 1.5],
  ['50', 1.39, 1.43],
  ['60', 1.24, 1.3],
  ['70', 1.04, 1.1],
] as const;

export const speeds: readonly Case[] = [
  {
    id: 'speed-in-a-corridor',
    title: 'One person keeps their speed in a corridor',
    answers: ['RiMEA 4.1.1 test 1', 'IMO test 1', 'NIST Verif.2.1', 'ISO 20414 test 2'],
    criterion: 'Corridor of 2 × 40 m: 26 to 34 s at 1.33 m/s; 40 s ± 5 % at 1.0 m/s.',
    cost: 'quick',
    async judge(run) {
      const time = async (speed: number) =>
        (await run(corridor(40, 2, one({ constant: speed }, 0.15)))).timeToClear! - (40 - 39.85) / speed;
      return {
        findings: [
          within('time at 1.33 m/s', await time(1.33), 's', 26, 34),
          within('time at 1.0 m/s', await time(1), 's', 38, 42),
        ],
      };
    },
  },
  {
    id: 'speed-on-a-stair',
    title: 'One person keeps the stair speed up and down',
    answers: [
      'RiMEA 4.1.1 test 2',
      'RiMEA 4.1.1 test 3',
      'IMO test 2',
      'IMO test 3',
      'NIST Verif.2.2',
      'ISO 20414 test 3',
    ],
    criterion:
      'Stair of 10 m along the slope: 10 m divided by the stair speed, ± 5 %. The stair speed is 0.53 (up) and 0.60 (down) of the level speed, Weidmann 1993.',
    cost: 'quick',
    async judge(run) {
      const findings: Finding[] = [];
      for (const [up, share] of [
        [true, 0.53],
        [false, 0.6],
      ] as const) {
        const expected = 10 / (1.3 * share);
        const time = await timeOnStair(run, stair(up, { constant: 1.3 }));
        findings.push(within(up ? 'up' : 'down', time, 's', 0.95 * expected, 1.05 * expected));
      }
      return { findings };
    },
  },
  {
    id: 'speeds-of-a-population',
    title: 'Speeds drawn from a distribution come out as drawn',
    answers: ['RiMEA 4.1.1 test 7', 'IMO test 7', 'NIST Verif.2.4', 'ISO 20414 test 5'],
    criterion:
      'Speeds along 20 m. Ages 30 to 70 fall within their ranges ± 0.03 m/s and fall with age; 50 men of 30–50 within 0.97–1.62 m/s; 100 people N(1.2, 0.2) have that mean ± 0.05 and deviation ± 0.05.',
    cost: 'quick',
    async judge(run) {
      const lanes = (count: number) => Array.from({ length: count }, (_, k) => [0.5, 1 + 3 * k]);
      const measure = async (count: number, speed: object) => {
        const result = await run(corridor(20.5, 3 * count, { positions: lanes(count), speed }));
        return [...result.leftAt].map((time) => 20 / time);
      };
      const findings: Finding[] = [];
      const means: number[] = [];
      for (const [age, low, high] of ages) {
        const middle = (low + high) / 2;
        const measured = await measure(10, { normal: [middle, 0.015], min: low, max: high });
        means.push(-mean(measured));
        findings.push(within(`age ${age}: slowest`, Math.min(...measured), 'm/s', low - 0.03, high + 0.03));
        findings.push(within(`age ${age}: fastest`, Math.max(...measured), 'm/s', low - 0.03, high + 0.03));
      }
      findings.push(atMost('ages out of order', falls(means), '', 0));
      const men = await measure(50, { table: 'imo-males-30-50' });
      findings.push(within('men 30–50: slowest', Math.min(...men), 'm/s', 0.94, 1.65));
      findings.push(within('men 30–50: fastest', Math.max(...men), 'm/s', 0.94, 1.65));
      const hundred = await measure(100, { normal: [1.2, 0.2], min: 0.6, max: 1.8 });
      const middle = mean(hundred);
      findings.push(within('mean of N(1.2, 0.2)', middle, 'm/s', 1.15, 1.25));
      findings.push(
        within('deviation of N(1.2, 0.2)', Math.sqrt(mean(hundred.map((v) => (v - middle) ** 2))), 'm/s', 0.15, 0.25),
      );
      return { findings };
    },
  },
];
