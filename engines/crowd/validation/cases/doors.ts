import type { SimulationResult } from '../../src/result.ts';
import type { Case, Finding, Run } from '../case.ts';
import { atLeast, atMost, falls, mean, within } from '../case.ts';
import { box, plan, roomWithDoor } from '../plans.ts';

/** Persons/s between the first and the last fifth through; NaN, which meets no band, when somebody remained. */
export function steadyFlow(result: SimulationResult): number {
  if (result.remaining > 0) return Number.NaN;
  const times = [...result.leftAt].sort((a, b) => a - b);
  const [from, to] = [Math.floor(times.length / 5), Math.floor((4 * times.length) / 5)];
  return (to - from) / (times[to]! - times[from]!);
}

const seeds = [1, 2, 3] as const;
const crowd = { count: 150 };

const doorPlan = (width: number, long = 0.3) => roomWithDoor({ wide: 9, deep: 5 }, width, crowd, long);

async function flowThrough(
  run: Run,
  width: number,
  preset: 'empirical' | 'code-conservative',
  long = 0.3,
): Promise<number> {
  const flows: number[] = [];
  for (const seed of seeds) flows.push(steadyFlow(await run(doorPlan(width, long), { seed, preset })));
  return mean(flows);
}

const measured = [
  [0.7, 1.66],
  [0.95, 1.81],
  [1.2, 2.4],
] as const;

/** A hall of 30 × 20 m with 1 m doors in its long walls; those named are open. */
const hall = (open: readonly string[], area = box(0.5, 0.5, 29.5, 19.5), goal = 'nearest-exit') =>
  plan({
    floor: [
      [0, 0],
      [7, 0],
      [7, -2],
      [8, -2],
      [8, 0],
      [22, 0],
      [22, -2],
      [23, -2],
      [23, 0],
      [30, 0],
      [30, 20],
      [23, 20],
      [23, 22],
      [22, 22],
      [22, 20],
      [8, 20],
      [8, 22],
      [7, 22],
      [7, 20],
      [0, 20],
    ],
    exits: Object.fromEntries(
      Object.entries({
        A: box(7, -2, 8, -1),
        B: box(22, -2, 23, -1),
        C: box(7, 21, 8, 22),
        D: box(22, 21, 23, 22),
      }).filter(([id]) => open.includes(id)),
    ),
    groups: [{ area, count: 1000, goal }],
  });

/** Two rooms of 10 × 10 m joined by an opening; the exit is a strip `away` metres behind it. */
function twoRooms(away: number, opening = 1, long = 0.2) {
  const [y0, y1] = [5 - opening / 2, 5 + opening / 2];
  const second = 10 + long;
  const end = second + away + 1;
  return plan({
    floor: [
      [0, 0],
      [10, 0],
      [10, y0],
      [second, y0],
      [second, 0],
      [end, 0],
      [end, 10],
      [second, 10],
      [second, y1],
      [10, y1],
      [10, 10],
      [0, 10],
    ],
    exits: { out: box(second + away, 0, end, 10) },
    groups: [{ area: box(0.5, 0.5, 9.5, 9.5), count: 150 }],
  });
}

const clearing = async (run: Run, scenario: Parameters<Run>[0]) => {
  const times: number[] = [];
  for (const seed of seeds) times.push((await run(scenario, { seed })).timeToClear!);
  return mean(times);
};

export const doors: readonly Case[] = [
  {
    id: 'measured-doors',
    title: 'Door flows as measured',
    answers: ['HERMES 2009 exit widths (Forschungszentrum Jülich)', 'Seyfried et al. 2009'],
    criterion:
      'Preset empirical: 1.66, 1.81 and 2.40 persons/s at 0.70, 0.95 and 1.20 m, ± 15 %. Mean of three seeds, middle three fifths of 150 people.',
    cost: 'quick',
    async judge(run) {
      const ours: (readonly [number, number])[] = [];
      for (const [width] of measured) ours.push([width, await flowThrough(run, width, 'empirical')]);
      const findings = measured.map(([width, flow], k) =>
        within(`flow at ${width.toFixed(2)} m`, ours[k]![1], 'persons/s', 0.85 * flow, 1.15 * flow),
      );
      const bound = (share: number) => measured.map(([width, flow]) => [width, share * flow] as const);
      return {
        findings,
        plot: {
          x: 'door width, m',
          y: 'flow, persons/s',
          series: [
            { name: 'measured', points: measured, style: 'reference' },
            { name: '+15 %', points: bound(1.15), style: 'bound' },
            { name: '−15 %', points: bound(0.85), style: 'bound' },
            { name: 'engine', points: ours, style: 'ours' },
          ],
        },
      };
    },
  },
  {
    id: 'conservative-doors',
    title: 'Door flows that codes allow',
    answers: ['IMO test 4', 'NIST Verif.5.2', 'ISO 20414 test 11'],
    criterion:
      'Preset code-conservative: at most 1.33 persons/(m s) through doors of 0.7 to 2 m, and 100 people out of a room of 8 × 5 m by 1 m at a mean of at most 1.33 persons/s.',
    cost: 'quick',
    async judge(run) {
      const findings: Finding[] = [];
      for (const width of [0.7, 0.95, 1.2, 2])
        findings.push(
          atMost(
            `specific flow at ${width} m`,
            (await flowThrough(run, width, 'code-conservative')) / width,
            'persons/(m s)',
            1.33,
          ),
        );
      const room = roomWithDoor({ wide: 8, deep: 5 }, 1, { count: 100 });
      const { timeToClear, exits } = await run(room, { preset: 'code-conservative' });
      findings.push(atMost('mean flow of 100 people', 100 / (timeToClear! - exits.out!.first!), 'persons/s', 1.33));
      return { findings };
    },
  },
  {
    id: 'hall-of-a-thousand',
    title: 'Half the doors, twice the time',
    answers: ['RiMEA 4.1.1 test 9', 'IMO test 9'],
    criterion:
      'Hall of 30 × 20 m, 1,000 people, four doors of 1 m, then two: the time about doubles (ratio 1.5 to 2.5). The windows of 108–132 s and 180–220 s imply more than 2.0 persons/(m s), which is at the top of what was measured; the times are shown, the ratio is judged.',
    cost: 'long',
    async judge(run) {
      const four = (await run(hall(['A', 'B', 'C', 'D']))).timeToClear!;
      const two = (await run(hall(['A', 'B']))).timeToClear!;
      return {
        findings: [
          within('four doors', four, 's', 0, Infinity),
          within('two doors', two, 's', 0, Infinity),
          within('ratio', two / four, '', 1.5, 2.5),
        ],
      };
    },
  },
  {
    id: 'choice-of-a-door',
    title: 'Some leave a queue for a farther door',
    answers: ['RiMEA 4.1.1 test 11'],
    criterion:
      'Hall of 30 × 20 m, 1,000 people on its left, two doors on one wall, goal quickest exit: the near door takes more, the far one at least a tenth.',
    cost: 'long',
    async judge(run) {
      const { exits } = await run(hall(['A', 'B'], box(0.5, 0.5, 14.5, 19.5), 'quickest-exit'));
      return {
        findings: [
          atLeast('near less far', exits.A!.used - exits.B!.used, 'persons', 1),
          atLeast('by the far door', exits.B!.used, 'persons', 100),
        ],
      };
    },
  },
  {
    id: 'beyond-an-opening',
    title: 'What lies behind an opening counts',
    answers: ['RiMEA 4.1.1 test 12a', 'RiMEA 4.1.1 test 12b'],
    criterion:
      '150 people through a 1 m opening: no faster when the goal is 5 or 10 m behind it than when it is at 1 m (noise of 3 % allowed), slower through 5 m of passage than through 0.2 m.',
    cost: 'quick',
    async judge(run) {
      const [near, middle, far] = [
        await clearing(run, twoRooms(1)),
        await clearing(run, twoRooms(5)),
        await clearing(run, twoRooms(10)),
      ];
      const [short, long] = [near, await clearing(run, twoRooms(1, 1, 5))];
      return {
        findings: [
          atLeast('goal at 5 m / at 1 m', middle / near, '', 0.97),
          atLeast('goal at 10 m / at 5 m', far / middle, '', 0.97),
          atLeast('passage of 5 m / 0.2 m', long / short, '', 1),
        ],
      };
    },
  },
  {
    id: 'queue-at-the-first-door',
    title: 'A queue at the first of two equal doors, none at the second',
    answers: ['RiMEA 4.1.1 test 12c'],
    criterion:
      'Three rooms of 10 × 10 m, two openings of 1 m: within 2 m before the first there are, as a mean over the run, at least 20 people and twice as many as before the second.',
    cost: 'quick',
    async judge(run) {
      const floor = box(0, 0, 31, 10);
      const walls = [10, 20].flatMap(
        (x) =>
          [
            [
              [x, 0],
              [x, 4.5],
            ],
            [
              [x, 5.5],
              [x, 10],
            ],
          ] as const,
      );
      const scenario = plan({
        floor,
        walls,
        exits: { out: box(30, 0, 31, 10) },
        groups: [{ area: box(0.5, 0.5, 9.5, 9.5), count: 150 }],
      });
      const { trajectories } = await run(scenario, { recordEvery: 1 });
      const before = (x: number) =>
        mean(
          trajectories!.frames.map(
            ({ places }) => places.filter((px, k) => k % 2 === 0 && px > x - 2 && px < x).length,
          ),
        );
      const [first, second] = [before(10), before(20)];
      return {
        findings: [
          atLeast('people within 2 m before the first', first, 'persons', 20),
          atLeast('first / second', first / second, '', 2),
        ],
      };
    },
  },
  {
    id: 'width-of-a-passage',
    title: 'A wider passage lets more through',
    answers: ['RiMEA 4.1.1 test 12d', 'Liao et al. 2014'],
    criterion:
      'Passages of 5 m, 0.8, 1.0 and 1.2 m wide: the flow rises with each; through doors of 2 to 4 m it grows with the width, 1.6 to 2.3 persons/(m s).',
    cost: 'quick',
    async judge(run) {
      const flows: number[] = [];
      for (const width of [0.8, 1, 1.2]) flows.push(await flowThrough(run, width, 'empirical', 5));
      const findings: Finding[] = [atMost('flows out of order', falls(flows), '', 0)];
      for (const width of [2, 3, 4]) {
        const flow = steadyFlow(await run(roomWithDoor({ wide: 14, deep: 8 }, width, { count: 350 })));
        findings.push(within(`specific flow at ${width} m`, flow / width, 'persons/(m s)', 1.6, 2.3));
      }
      return { findings };
    },
  },
];
