import fc from 'fast-check';
import type { Case } from '../case.ts';
import { atMost } from '../case.ts';
import { randomPlan } from '../properties/random-plan.ts';
import { wrongs } from '../properties/wrongs.ts';

const count = 10_000;
const seed = 20_261_123;

export const randomPlans: readonly Case[] = [
  {
    id: 'random-plans',
    title: 'Nobody passes a wall, appears or vanishes in ten thousand random plans',
    answers: ['our own: conservation'],
    criterion: `${count} plans of rooms, doors, pillars, groups and exits drawn by seed ${seed}: no wall crossed, in = out + inside at every step for 12 s with either kernel in turn; then, to the end, nobody left and the same hash twice.`,
    cost: 'long',
    async judge(run) {
      let [wrong, left, unlike] = [0, 0, 0];
      for (const [k, scenario] of fc.sample(randomPlan, { numRuns: count, seed }).entries()) {
        const kernel = k % 2 === 0 ? 'simd' : 'reference';
        if (wrongs(scenario, kernel, 240).length > 0) wrong++;
        const [once, again] = [await run(scenario, { seed: k, kernel }), await run(scenario, { seed: k, kernel })];
        if (once.remaining > 0) left++;
        if (once.hash !== again.hash) unlike++;
      }
      return {
        findings: [
          atMost('plans in which somebody passed a wall, appeared or vanished', wrong, '', 0),
          atMost('plans in which somebody was left', left, '', 0),
          atMost('plans with two hashes for one seed', unlike, '', 0),
        ],
      };
    },
  },
];
