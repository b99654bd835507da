import type { Case } from '../case.ts';
import { atLeast, within } from '../case.ts';
import { box, corridor, plan } from '../plans.ts';

export const companies: readonly Case[] = [
  {
    id: 'people-who-stay-together',
    title: 'A group arrives together',
    answers: ['NIST Verif.2.9', 'ISO 20414 test 14'],
    criterion:
      'Five people of 0.5 to 1.25 m/s along 40 m: with company the first and last arrive within 10 s, without it they do not.',
    cost: 'quick',
    async judge(run) {
      const spread = async (together: boolean) => {
        const group = {
          area: box(0.5, 0.5, 3, 2.5),
          count: 5,
          speed: { normal: [0.9, 0.4], min: 0.5, max: 1.25 },
          together,
        };
        const { exits } = await run(corridor(40, 3, group), { seed: 3 });
        return exits.end!.last! - exits.end!.first!;
      };
      return {
        findings: [
          within('together', await spread(true), 's', 0, 10),
          atLeast('each alone', await spread(false), 's', 10),
        ],
      };
    },
  },
  {
    id: 'people-who-need-help',
    title: 'People who need help take longer, and so do those who help',
    answers: ['NIST Verif.2.10', 'ISO 20414 test 7'],
    criterion:
      '24 people and one who is slow (0.4 m/s), wide (radius 0.25 m) and assisted: the total time is longer than of 25 alike, and exactly two arrive late.',
    cost: 'quick',
    async judge(run) {
      const way = (groups: readonly object[]) =>
        plan({ floor: box(0, 0, 31, 4), exits: { out: box(30, 0, 31, 4) }, groups });
      const able = (count: number) => ({ area: box(0.5, 0.5, 6, 3.5), count, speed: { constant: 1.2 } });
      const alike = await run(way([able(25)]));
      const helped = await run(
        way([able(24), { positions: [[6.5, 2]], speed: { constant: 0.4 }, radius: 0.25, assisted: true }]),
      );
      const late = [...helped.leftAt].filter((time) => time > alike.timeToClear! + 10).length;
      return {
        findings: [
          atLeast('longer than alike', helped.timeToClear! - alike.timeToClear!, 's', 10),
          within('who arrive late', late, 'persons', 2, 2),
        ],
      };
    },
  },
];
