import type { Case, Run } from '../case.ts';
import { atLeast, atMost, falls, mean } from '../case.ts';
import { box, plan } from '../plans.ts';

/** Two rooms of 10 × 10 m joined by a corridor of 10 × 2 m; 100 people go right, `against` come towards them. */
export const counterFlow = (against: number, radius = 0.15) =>
  plan({
    floor: [
      [0, 0],
      [10, 0],
      [10, 4],
      [20, 4],
      [20, 0],
      [30, 0],
      [30, 10],
      [20, 10],
      [20, 6],
      [10, 6],
      [10, 10],
      [0, 10],
    ],
    exits: { right: box(29, 0, 30, 10), left: box(0, 0, 1, 10) },
    groups: [
      { area: box(1.5, 0.5, 8.5, 9.5), count: 100, goal: { exit: 'right' }, radius },
      { area: box(21.5, 0.5, 28.5, 9.5), count: against, goal: { exit: 'left' }, radius },
    ],
    maxTime: 600,
  });

const opposing = [0, 10, 50, 100] as const;

/** Time of the last of the hundred, for each number of people against them; NaN when somebody stuck. */
async function timesOf(run: Run, seed: number): Promise<number[]> {
  const times: number[] = [];
  for (const against of opposing) {
    const { exits, remaining } = await run(counterFlow(against), { seed });
    times.push(remaining > 0 ? Number.NaN : exits.right!.last!);
  }
  return times;
}

const runs = (title: string, id: string, seeds: number, cost: Case['cost']): Case => ({
  id,
  title,
  answers: ['NIST Verif.2.8', 'ISO 20414 test 6', 'IMO test 8'],
  criterion: `100 people against 0, 10, 50 and 100: the time of their last rises strictly, in at least 95 % of ${seeds} seeds, and nobody is left after 600 s.`,
  cost,
  async judge(run) {
    const all: number[][] = [];
    for (let seed = 1; seed <= seeds; seed++) all.push(await timesOf(run, seed));
    const cleared = all.filter((times) => times.every((time) => !Number.isNaN(time)));
    const rising = cleared.filter((times) => falls(times) === 0).length;
    const means = opposing.map((against, k) => [against, mean(cleared.map((times) => times[k]!))] as const);
    const edge = (pick: (values: number[]) => number) =>
      opposing.map((against, k) => [against, pick(cleared.map((times) => times[k]!))] as const);
    return {
      findings: [
        atLeast('seeds with rising times', (100 * rising) / seeds, '%', 95),
        atMost('seeds in which somebody stuck', seeds - cleared.length, '', 0),
      ],
      plot: {
        x: 'people coming towards',
        y: 'time of the last, s',
        series: [
          { name: 'mean', points: means, style: 'ours' },
          { name: 'least', points: edge((values) => Math.min(...values)), style: 'bound' },
          { name: 'most', points: edge((values) => Math.max(...values)), style: 'bound' },
        ],
      },
    };
  },
});

export const counterFlows: readonly Case[] = [
  runs('Counter-flow in a corridor, four seeds', 'counter-flow', 4, 'quick'),
  runs('Counter-flow in a corridor, twenty seeds', 'counter-flow-twenty', 20, 'long'),
  {
    id: 'counter-flow-stuck',
    title: 'Nobody sticks in a thousand counter-flows',
    answers: ['NIST Verif.2.8'],
    criterion: '100 against 100 in 1,000 seeds, radius 0.15 and 0.18 m in turn: nobody is left after 600 s.',
    cost: 'long',
    async judge(run) {
      let stuck = 0;
      for (let seed = 1; seed <= 1000; seed++)
        if ((await run(counterFlow(100, seed % 2 === 0 ? 0.18 : 0.15), { seed })).remaining > 0) stuck++;
      return { findings: [atMost('runs in which somebody stuck', stuck, '', 0)] };
    },
  },
];
