import type { Case } from '../case.ts';
import { atLeast, within } from '../case.ts';
import { box, plan } from '../plans.ts';

/** A corridor of 2 m with six rooms on either side, doors of 0.9 m, an exit at each end. */
function cabins(goalOf: (cabin: number) => string, counts: readonly number[]) {
  const walls = [0, 1, 2, 3, 4, 5].flatMap((k) => {
    const [x0, x1, door] = [4 * k, 4 * k + 4, 4 * k + 1.5];
    return [5, 7]
      .flatMap((y) => [
        [
          [x0, y],
          [door, y],
        ],
        [
          [door + 0.9, y],
          [x1, y],
        ],
      ])
      .concat(
        k === 0
          ? []
          : [
              [
                [x0, 0],
                [x0, 5],
              ],
              [
                [x0, 7],
                [x0, 12],
              ],
            ],
      );
  }) as [number, number][][];
  const room = (cabin: number) => {
    const x = 4 * (cabin % 6);
    return cabin < 6 ? box(x + 0.3, 0.3, x + 3.7, 4.7) : box(x + 0.3, 7.3, x + 3.7, 11.7);
  };
  return plan({
    floor: [
      [0, 0],
      [24, 0],
      [24, 5],
      [27, 5],
      [27, 7],
      [24, 7],
      [24, 12],
      [0, 12],
      [0, 7],
      [-3, 7],
      [-3, 5],
      [0, 5],
    ],
    walls,
    exits: { main: box(26, 5, 27, 7), second: box(-3, 5, -2, 7) },
    groups: counts.map((count, cabin) => ({ area: room(cabin), count, goal: { exit: goalOf(cabin) } })),
  });
}

const people = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1] as const;

export const routes: readonly Case[] = [
  {
    id: 'assigned-ways',
    title: 'Everybody leaves by the exit they were given',
    answers: ['RiMEA 4.1.1 test 10', 'IMO test 10', 'NIST Verif.3.1', 'ISO 20414 test 8'],
    criterion: 'Twelve cabins, 23 people: the eight cabins at the main end by the main exit, the others by the second.',
    cost: 'quick',
    async judge(run) {
      const isMain = (cabin: number) => cabin % 6 >= 2;
      const expected = people.reduce<number>((sum, count, cabin) => sum + (isMain(cabin) ? count : 0), 0);
      const { exits, remaining } = await run(cabins((cabin) => (isMain(cabin) ? 'main' : 'second'), people));
      return {
        findings: [
          within('by the main exit', exits.main!.used, 'persons', expected, expected),
          within('by the second exit', exits.second!.used, 'persons', 23 - expected, 23 - expected),
          within('remaining', remaining, 'persons', 0, 0),
        ],
      };
    },
  },
  {
    id: 'familiar-exit',
    title: 'Shares of people keep to the exit they know',
    answers: ['NIST Verif.3.3', 'ISO 20414 test 16', 'RiMEA 4.1.1 test 14'],
    criterion:
      'Two exits at equal distance, shares of 0.7 and 0.3, 200 people: the shares come out ± 0.07. A share of 1 sends everybody, even past a nearer exit.',
    cost: 'quick',
    async judge(run) {
      const hall = (goal: object, x = 10) =>
        plan({
          floor: box(0, 0, 20, 10),
          exits: { left: box(0, 0, 1, 10), right: box(19, 0, 20, 10) },
          groups: [{ area: box(x - 4, 1, x + 4, 9), count: 200, goal }],
        });
      const shared = await run(hall({ exits: { left: 0.7, right: 0.3 } }));
      const all = await run(hall({ exit: 'left' }, 14));
      return {
        findings: [
          within('share by the familiar exit', shared.exits.left!.used / 200, '', 0.63, 0.77),
          within('past the nearer exit', all.exits.left!.used, 'persons', 200, 200),
        ],
      };
    },
  },
  {
    id: 'exit-lost',
    title: 'An exit that is lost is left for another',
    answers: ['NIST Verif.4.1', 'ISO 20414 test 9'],
    criterion:
      'One person 3 m from exit 1, which closes for good after 1 s: they leave by exit 2. Shut for 20 s only: they wait.',
    cost: 'quick',
    async judge(run) {
      const room = (closed: readonly unknown[]) =>
        plan({
          floor: box(0, 0, 10, 15),
          exits: { near: { area: box(9, 7, 10, 8), closed }, far: box(0, 7, 1, 8) },
          groups: [{ positions: [[6, 7.5]], speed: { constant: 1 } }],
        });
      const lost = await run(room([[1, null]]));
      const waited = await run(room([[1, 20]]));
      return {
        findings: [
          within('lost: by exit 2', lost.exits.far!.used, 'persons', 1, 1),
          within('shut: by exit 1', waited.exits.near!.used, 'persons', 1, 1),
          within('shut: time', waited.timeToClear!, 's', 20, 21),
        ],
      };
    },
  },
  {
    id: 'way-out-by-layout',
    title: 'The shorter way is taken, the longer one when it is lost or jammed',
    answers: ['RiMEA 4.1.1 test 14', 'ISO 20414 test 17', 'ISO 20414 test 15'],
    criterion:
      'Nearest exit: all by the short way; quickest exit with 150 people and a short way of 0.9 m: both are used, and sooner empty. That one person follows another (social influence) is not modelled: shares express it.',
    cost: 'quick',
    async judge(run) {
      const hall = (goal: string) =>
        plan({
          floor: [
            [0, 0],
            [12, 0],
            [12, 4.55],
            [15, 4.55],
            [15, 5.45],
            [12, 5.45],
            [12, 10],
            [0, 10],
            [0, 6],
            [-12, 6],
            [-12, 4],
            [0, 4],
          ],
          exits: { short: box(14, 4.55, 15, 5.45), long: box(-12, 4, -11, 6) },
          groups: [{ area: box(6.5, 0.5, 11.5, 9.5), count: 150, goal }],
        });
      const [near, quick] = [await run(hall('nearest-exit')), await run(hall('quickest-exit'))];
      return {
        findings: [
          within('nearest: by the short way', near.exits.short!.used, 'persons', 150, 150),
          within('quickest: by the long way', quick.exits.long!.used, 'persons', 20, 130),
          within('quickest / nearest, time', quick.timeToClear! / near.timeToClear!, '', 0.3, 0.95),
        ],
      };
    },
  },
  {
    id: 'refuges',
    title: 'A refuge takes as many as it holds and is secured in time',
    answers: ['our own: scenario.md'],
    criterion:
      '80 people, refuge of 30: 30 inside and 50 out. Secured 5 s after the first: those who come later leave by the exit.',
    cost: 'quick',
    async judge(run) {
      const hall = (capacity: number, secured: number) =>
        plan({
          floor: box(0, 0, 30, 10),
          exits: { out: box(29, 0, 30, 10) },
          refuges: [{ id: 'R', level: '0', area: box(0, 3, 3, 7), capacity, secured }],
          groups: [{ area: box(4, 1, 15, 9), count: 80, goal: { refuge: 'R' } }],
        });
      const [full, early] = [await run(hall(30, 600)), await run(hall(80, 5))];
      const last = early.refuges.R!;
      return {
        findings: [
          within('inside when it holds 30', full.inRefuge, 'persons', 30, 30),
          within('out when it holds 30', full.evacuated, 'persons', 50, 50),
          within('last inside after the first', last.last! - last.first!, 's', 0, 5.05),
          atLeast('out after it was secured', early.evacuated, 'persons', 1),
        ],
      };
    },
  },
];
