import type { Case, Run } from '../case.ts';
import { atLeast, within } from '../case.ts';
import { box, corridor, walkers } from '../plans.ts';

interface Sample {
  readonly density: number;
  readonly speed: number;
}

/** Mean speed and density in the middle of a corridor filled evenly, from 6 to 14 s, before its ends are felt there. */
async function middleOf(run: Run, length: number, width: number, density: number): Promise<Sample> {
  const count = Math.round(density * length * width);
  const group = { area: box(0, 0, length, width), count, speed: walkers };
  const { trajectories } = await run(corridor(length, width, group, { maxTime: 15 }), { recordEvery: 1 });
  const [from, to] = [length / 2 - 5, length / 2 + 5];
  let [seen, way] = [0, 0];
  for (let t = 6; t < 14; t++) {
    const [now, next] = [trajectories!.frames[t]!, trajectories!.frames[t + 1]!];
    const later = new Map([...next.ids].map((id, k) => [id, next.places[2 * k]!]));
    now.ids.forEach((id, k) => {
      const x = now.places[2 * k]!;
      const then = later.get(id);
      if (x < from || x > to || then === undefined) return;
      seen++;
      way += then - x;
    });
  }
  return { density: seen / 8 / (10 * width), speed: way / seen };
}

export const weidmann = (density: number): number => 1.34 * (1 - Math.exp(-1.913 * (1 / density - 1 / 5.4)));

/** Densities and speeds worked out from the HERMES corridor of 1.8 m (see the brief's source, PedPy data). */
const hermes = [
  [0.57, 1.38],
  [0.68, 1.34],
  [1.11, 1.2],
  [1.6, 1],
  [2.09, 0.63],
  [2.38, 0.41],
  [3.03, 0.3],
] as const;

/** Straight lines between the measured points; level before the first and after the last. */
export function measuredAt(points: readonly (readonly [number, number])[], x: number): number {
  const k = points.findIndex(([px]) => px >= x);
  if (k === 0) return points[0]![1];
  if (k < 0) return points.at(-1)![1];
  const [[x0, y0], [x1, y1]] = [points[k - 1]!, points[k]!];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/** RiMEA test 16: persons/m, then the speeds of the slowest and fastest tenth. */
const singleFile = [
  [0.3, 0.84, 1.47],
  [0.5, 0.71, 1.39],
  [0.7, 0.6, 1.31],
  [0.9, 0.45, 1.1],
  [1.1, 0.32, 0.84],
  [1.3, 0.19, 0.61],
  [1.5, 0.11, 0.49],
  [1.7, 0.07, 0.38],
  [1.9, 0.05, 0.31],
  [2.1, 0.03, 0.27],
  [2.5, 0.02, 0.22],
] as const;

export const densities: readonly Case[] = [
  {
    id: 'fundamental-diagram',
    title: 'Speed falls with density as measured, speeds mixed',
    answers: ['RiMEA 4.1.1 test 4', 'ISO 20414 test 13', 'IMO test 12', 'Weidmann 1993', 'HERMES 2009 corridor'],
    criterion:
      'Corridor of 1.8 m, speeds N(1.34, 0.26): between Weidmann and HERMES, each ± 20 %, at 0.5 to 3 persons/m². Filled corridor of 60 m instead of 1,000 × 10 m; the flow falls at 4 persons/m².',
    cost: 'quick',
    async judge(run) {
      const samples: Sample[] = [];
      for (const density of [0.5, 1, 1.5, 2, 2.5, 2.9, 4]) samples.push(await middleOf(run, 60, 1.8, density));
      const low = (d: number) => 0.8 * Math.min(weidmann(d), measuredAt(hermes, d));
      const high = (d: number) => 1.2 * Math.max(weidmann(d), measuredAt(hermes, d));
      const findings = samples
        .filter(({ density }) => density <= 3.2)
        .map(({ density, speed }) =>
          within(`speed at ${density.toFixed(2)}/m²`, speed, 'm/s', low(density), high(density)),
        );
      const flow = ({ density, speed }: Sample) => density * speed;
      findings.push(
        within('flow at 4/m² / highest', flow(samples.at(-1)!) / Math.max(...samples.map(flow)), '', 0, 0.8),
      );
      const grid = Array.from({ length: 26 }, (_, k) => 0.5 + 0.1 * k);
      return {
        findings,
        plot: {
          x: 'density, persons/m²',
          y: 'speed, m/s',
          series: [
            { name: 'Weidmann', points: grid.map((d) => [d, weidmann(d)]), style: 'reference' },
            { name: 'HERMES', points: hermes, style: 'reference' },
            { name: 'lower bound', points: grid.map((d) => [d, low(d)]), style: 'bound' },
            { name: 'upper bound', points: grid.map((d) => [d, high(d)]), style: 'bound' },
            { name: 'engine', points: samples.map(({ density, speed }) => [density, speed]), style: 'ours' },
          ],
        },
      };
    },
  },
  {
    id: 'single-file',
    title: 'Speed in single file',
    answers: ['RiMEA 4.1.1 test 16'],
    criterion:
      'At least 75 % of the densities within the band of the slowest and fastest tenth. A straight corridor of 0.5 m instead of the closed loop, since every scenario needs a goal.',
    cost: 'quick',
    async judge(run) {
      const ours: (readonly [number, number])[] = [];
      for (const [density] of singleFile) ours.push([density, (await middleOf(run, 60, 0.5, density / 0.5)).speed]);
      const inside = singleFile.filter(([, low, high], k) => ours[k]![1] >= low && ours[k]![1] <= high).length;
      return {
        findings: [atLeast('densities in the band', (100 * inside) / singleFile.length, '%', 75)],
        plot: {
          x: 'density, persons/m',
          y: 'speed, m/s',
          series: [
            { name: 'slowest tenth', points: singleFile.map(([d, low]) => [d, low]), style: 'bound' },
            { name: 'fastest tenth', points: singleFile.map(([d, , high]) => [d, high]), style: 'bound' },
            { name: 'engine', points: ours, style: 'ours' },
          ],
        },
      };
    },
  },
];
