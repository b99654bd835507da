import type { Case, Run } from '../case.ts';
import { atLeast, atMost, falls, mean, within } from '../case.ts';
import { box, plan } from '../plans.ts';

/** A room of 10 × 10 m, a stair as wide as given, and a landing with the exit; people go up or down it. */
const roomAndStair = (up: boolean, width: number, count = 120) => {
  const [y0, y1] = [5 - width / 2, 5 + width / 2];
  const room = {
    id: 'room',
    walkable: [
      {
        outer: [
          [0, 0],
          [10, 0],
          [10, y0],
          [12, y0],
          [12, y1],
          [10, y1],
          [10, 10],
          [0, 10],
        ],
      },
    ],
  };
  const landing = { id: 'landing', walkable: [{ outer: box(0, 0, 6, width) }] };
  const ends = [
    { level: 'room', area: box(11, y0, 12, y1) },
    { level: 'landing', area: box(0, 0, 1, width) },
  ];
  const [lower, upper] = up ? ends : [ends[1], ends[0]];
  return plan({
    levels: [room, landing],
    links: [{ id: 'stair', kind: 'stairs', lower, upper, length: 8, width }],
    exits: { out: { area: box(5, 0, 6, width), level: 'landing' } },
    groups: [{ level: 'room', area: box(0.5, 0.5, 9.5, 9.5), count }],
  });
};

async function flowOn(run: Run, up: boolean, width: number): Promise<number> {
  const flows: number[] = [];
  for (const seed of [1, 2]) {
    const times = [...(await run(roomAndStair(up, width), { seed })).leftAt].sort((a, b) => a - b);
    flows.push(72 / (times[96]! - times[24]!));
  }
  return mean(flows);
}

export const stairs: readonly Case[] = [
  {
    id: 'flow-on-stairs',
    title: 'Stairs: wider carries more, down faster than up, never more than measured',
    answers: ['RiMEA 4.1.1 test 13', 'ISO 20414 test 12'],
    criterion:
      'Stairs of 1.0 to 1.8 m after a room of 120 people: the flow rises with the width; down at least as fast as up (5 % noise); down at most 1.57 persons/(m s), which is IMO’s 1.1 raised as measured door flow (1.9) exceeds the codes’ (1.33); that band is our own.',
    cost: 'quick',
    async judge(run) {
      const widths = [1, 1.4, 1.8] as const;
      const down: number[] = [];
      for (const width of widths) down.push(await flowOn(run, false, width));
      const up = await flowOn(run, true, 1.4);
      return {
        findings: [
          atMost('flows out of order', falls(down), '', 0),
          atLeast('down / up at 1.4 m', down[1]! / up, '', 0.95),
          ...widths.map((width, k) =>
            within(`specific flow down at ${width} m`, down[k]! / width, 'persons/(m s)', 0.5, 1.57),
          ),
        ],
      };
    },
  },
  {
    id: 'jam-at-the-stair',
    title: 'A jam at the room exit and at the foot of the stair',
    answers: ['NIST Verif.5.1', 'ISO 20414 test 10', 'IMO test 11', 'RiMEA 4.1.1 test 13'],
    criterion:
      '150 people from a room of 8 × 5 m through a 2 m corridor of 12 m to a stair: denser before the corridor and at the foot of the stair than at the corridor’s middle, as a mean over the run. The foot is the last metre before the stair and its first metre.',
    cost: 'quick',
    async judge(run) {
      const scenario = plan({
        levels: [
          {
            id: '0',
            walkable: [
              {
                outer: [
                  [0, 0],
                  [8, 0],
                  [8, 1.5],
                  [20, 1.5],
                  [20, 3.5],
                  [8, 3.5],
                  [8, 5],
                  [0, 5],
                ],
              },
            ],
          },
          { id: '1', walkable: [{ outer: box(0, 0, 6, 2) }] },
        ],
        links: [
          {
            id: 'stair',
            kind: 'stairs',
            lower: { level: '0', area: box(19, 1.5, 20, 3.5) },
            upper: { level: '1', area: box(0, 0, 1, 2) },
            length: 6,
            width: 2,
          },
        ],
        exits: { out: { area: box(5, 0, 6, 2), level: '1' } },
        groups: [{ area: box(0.2, 0.2, 7.8, 4.8), count: 150 }],
      });
      const { trajectories } = await run(scenario, { recordEvery: 1 });
      const meanIn = (foot: boolean, x0: number, x1: number, y0: number, y1: number) => {
        const counts = trajectories!.frames.slice(10).map(({ levels, places }) => {
          let count = 0;
          levels.forEach((level, k) => {
            const [x, y] = [places[2 * k]!, places[2 * k + 1]!];
            if (level === 0 && x >= x0 && x < x1 && y >= y0 && y < y1) count++;
            if (foot && level === 2 && x < 1) count++;
          });
          return count / ((x1 - x0 + (foot ? 1 : 0)) * (y1 - y0));
        });
        return mean(counts);
      };
      const [door, middle, foot] = [
        meanIn(false, 6.5, 8, 1.5, 3.5),
        meanIn(false, 9, 13, 1.5, 3.5),
        meanIn(true, 19, 20, 1.5, 3.5),
      ];
      return {
        findings: [
          atLeast('room exit / middle', door / middle, '', 1.05),
          atLeast('foot of the stair / middle', foot / middle, '', 1.05),
        ],
      };
    },
  },
  {
    id: 'three-storeys',
    title: 'Three storeys: each parameter pulls the time its way',
    answers: ['RiMEA 4.1.1 test 8'],
    criterion:
      'Three storeys of 20 × 10 m with 60 people each: the time rises with people, pre-movement and slower walking, and falls with a wider stair.',
    cost: 'quick',
    async judge(run) {
      const time = async ({ count = 60, start = 0, speed = 1.34, width = 1.2 }) => {
        const floors = ['0', '1', '2'];
        const link = (k: number) => ({
          id: `S${k}`,
          kind: 'stairs',
          lower: { level: floors[k], area: box(18, k * 4, 19.5, k * 4 + 1.5) },
          upper: { level: floors[k + 1], area: box(18, k * 4, 19.5, k * 4 + 1.5) },
          length: 7,
          width,
        });
        const scenario = plan({
          levels: floors.map((id) => ({ id, walkable: [{ outer: box(0, 0, 20, 10) }] })),
          links: [link(0), link(1)],
          exits: { out: box(0, 4, 1, 6) },
          groups: floors.map((level) => ({
            level,
            area: box(1.5, 0.5, 17, 9.5),
            count,
            speed: { constant: speed },
            preMovement: { constant: start },
          })),
        });
        return (await run(scenario)).timeToClear!;
      };
      const usual = await time({});
      return {
        findings: [
          atLeast('twice the people', (await time({ count: 120 })) / usual, '', 1.05),
          atLeast('30 s of pre-movement', (await time({ start: 30 })) - usual, 's', 15),
          atLeast('1.0 instead of 1.34 m/s', (await time({ speed: 1 })) / usual, '', 1.05),
          atMost('stair of 2.0 instead of 1.2 m', (await time({ width: 2 })) / usual, '', 0.95),
        ],
      };
    },
  },
];
