import { normalQuantile } from '../../src/chance.ts';
import { exp } from '../../src/geometry/arithmetic.ts';
import type { Case, Finding } from '../case.ts';
import { atMost, within } from '../case.ts';
import { box, plan } from '../plans.ts';

/** Ten people in a room of 8 × 5 m with a 1 m exit. */
const room = (preMovement: object, count = 10) =>
  plan({
    floor: box(0, 0, 8, 5),
    exits: { out: box(7, 2, 8, 3) },
    groups: [{ area: box(0.5, 0.5, 6, 4.5), count, preMovement, speed: { constant: 1.2 } }],
    maxTime: 20_000,
  });

/** When each person first moved, from frames of half a second. */
async function startsOf(run: Parameters<Case['judge']>[0], preMovement: object, seed: number): Promise<number[]> {
  const { trajectories, people } = await run(room(preMovement), { seed, recordEvery: 0.5 });
  const [first, ...later] = trajectories!.frames;
  const place = new Map(
    [...first!.ids].map((id, k) => [id, [first!.places[2 * k]!, first!.places[2 * k + 1]!] as const]),
  );
  const starts = new Map<number, number>();
  for (const frame of later) {
    const now = new Map([...frame.ids].map((id, k) => [id, k]));
    for (let id = 0; id < people; id++) {
      const k = now.get(id);
      const [x, y] = place.get(id)!;
      const moved = k === undefined || frame.places[2 * k] !== x || frame.places[2 * k + 1] !== y;
      if (moved && !starts.has(id)) starts.set(id, frame.time - 0.25);
    }
  }
  return [...starts.values()];
}

/** Largest distance between the shares of the sample and of the distribution (Kolmogorov–Smirnov). */
function distance(sample: readonly number[], share: (time: number) => number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted.reduce((most, time, k) => {
    const expected = share(time);
    return Math.max(most, Math.abs(expected - k / sorted.length), Math.abs(expected - (k + 1) / sorted.length));
  }, 0);
}

function logNormalShare(mu: number, sigma: number): (time: number) => number {
  const steps = Array.from({ length: 999 }, (_, k) => exp(mu + sigma * normalQuantile((k + 1) / 1000)));
  return (time) => (steps.findIndex((step) => step > time) + 1 || 1000) / 1000;
}

export const starts: readonly Case[] = [
  {
    id: 'pre-movement',
    title: 'People set off when their time has come',
    answers: ['RiMEA 4.1.1 test 5', 'IMO test 5', 'NIST Verif.1.1', 'ISO 20414 test 1'],
    criterion:
      'Ten people in a room of 8 × 5 m, eight seeds pooled: starts follow uniform(10, 100) s and lognormal(4.586, 0.967) by the Kolmogorov–Smirnov test at 5 % (distance at most 1.36/√80 = 0.152). The file format has no gamma and no Weibull distribution: not tried.',
    cost: 'quick',
    async judge(run) {
      const pooled = async (preMovement: object) => {
        const all: number[] = [];
        for (let seed = 1; seed <= 8; seed++) all.push(...(await startsOf(run, preMovement, seed)));
        return all;
      };
      const even = await pooled({ uniform: [10, 100] });
      const long = await pooled({ lognormal: [4.586, 0.967] });
      const findings: Finding[] = [
        within('earliest, uniform', Math.min(...even), 's', 9.5, 100.5),
        within('latest, uniform', Math.max(...even), 's', 9.5, 100.5),
        atMost(
          'distance, uniform',
          distance(even, (time) => Math.min(1, Math.max(0, (time - 10) / 90))),
          '',
          0.152,
        ),
        atMost('distance, lognormal', distance(long, logNormalShare(4.586, 0.967)), '', 0.152),
      ];
      return { findings };
    },
  },
];
