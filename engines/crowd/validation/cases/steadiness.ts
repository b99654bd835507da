import type { Case } from '../case.ts';
import { atMost, mean, within } from '../case.ts';
import { roomWithDoor } from '../plans.ts';

export const steadiness: readonly Case[] = [
  {
    id: 'half-the-step',
    title: 'Half the step, the same time',
    answers: ['our own: convergence'],
    criterion:
      '300 people through 1.2 m: the time with steps of 0.05 and 0.025 s differs by less than 3 %, mean of three seeds.',
    cost: 'quick',
    async judge(run) {
      const scenario = roomWithDoor({ wide: 12, deep: 8 }, 1.2, { count: 300 });
      const time = async (step: number) => {
        const times: number[] = [];
        for (const seed of [1, 2, 3]) times.push((await run({ ...scenario, step }, { seed })).timeToClear!);
        return mean(times);
      };
      const [coarse, fine] = [await time(0.05), await time(0.025)];
      return { findings: [within('fine / coarse', fine / coarse, '', 0.97, 1.03)] };
    },
  },
  {
    id: 'two-kernels',
    title: 'Both kernels say the same',
    answers: ['our own: SIMD against reference'],
    criterion:
      '300 people through 1.2 m, mean of five seeds: times to clear, half out and highest density of the two kernels differ by at most 3, 3 and 15 %.',
    cost: 'quick',
    async judge(run) {
      const scenario = roomWithDoor({ wide: 12, deep: 8 }, 1.2, { count: 300 });
      const of = async (kernel: 'reference' | 'simd') => {
        const results = await Promise.all([1, 2, 3, 4, 5].map((seed) => run(scenario, { seed, kernel })));
        return [
          mean(results.map((r) => r.timeToClear!)),
          mean(results.map((r) => r.t50!)),
          mean(results.map((r) => r.maxDensity!.value)),
        ] as const;
      };
      const [reference, simd] = [await of('reference'), await of('simd')];
      const apart = (k: 0 | 1 | 2) => 100 * Math.abs(simd[k] / reference[k] - 1);
      return {
        findings: [
          atMost('time to clear', apart(0), '%', 3),
          atMost('half out', apart(1), '%', 3),
          atMost('highest density', apart(2), '%', 15),
        ],
      };
    },
  },
];
