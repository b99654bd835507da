import { readFileSync } from 'node:fs';
import { checkScenario } from '../src/scenario/check-scenario.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

/** A plan that engines are measured on, and what was measured of others on it elsewhere: agent-steps per processor second. */
export interface Bench {
  readonly name: string;
  readonly what: string;
  /** Steps of 0.05 s that are timed. */
  readonly window: number;
  readonly elsewhere: {
    readonly jupedsim142: number;
    readonly rvo2: number;
    readonly recast?: number;
    /** The laboratory kernels beside them, there. */
    readonly 'laboratory simd': number;
    readonly 'laboratory plain': number;
    /** What each kernel was to reach there: plain ten times JuPedSim 1.4.2 and one and a half times RVO2. */
    readonly goals: { readonly simd: number; readonly reference: number };
  };
}

export const benches: readonly Bench[] = [
  {
    name: 'hall-1000',
    what: 'hall of 50 × 50 m, 1,000 people, doors of 2, 3 and 4 m',
    window: 800,
    elsewhere: {
      jupedsim142: 118e3,
      rvo2: 713e3,
      recast: 141e3,
      'laboratory simd': 3.05e6,
      'laboratory plain': 1.54e6,
      goals: { simd: 2.4e6, reference: 1.18e6 },
    },
  },
  {
    name: 'bottleneck-1000',
    what: 'hall of 40 × 25 m, 1,000 people, one passage of 2 × 5 m',
    window: 800,
    elsewhere: {
      jupedsim142: 129e3,
      rvo2: 581e3,
      recast: 144e3,
      'laboratory simd': 2.81e6,
      'laboratory plain': 1.57e6,
      goals: { simd: 2.4e6, reference: 1.29e6 },
    },
  },
  {
    name: 'office-1000',
    what: 'office floor of 60 × 24 m, 20 rooms, 1,000 people, two exits of 2 m',
    window: 800,
    elsewhere: {
      jupedsim142: 46.8e3,
      rvo2: 582e3,
      'laboratory simd': 2.02e6,
      'laboratory plain': 1.15e6,
      goals: { simd: 1.8e6, reference: 0.873e6 },
    },
  },
  {
    name: 'hall-5000',
    what: 'hall of 100 × 100 m, 5,000 people, four doors of 4 m',
    window: 400,
    elsewhere: {
      jupedsim142: 169e3,
      rvo2: 631e3,
      recast: 150e3,
      'laboratory simd': 3.68e6,
      'laboratory plain': 2.24e6,
      goals: { simd: 3e6, reference: 1.69e6 },
    },
  },
];

/** Reads one of the plans in bench/scenarios. */
export function scenarioNamed(name: string): Scenario {
  const checked = checkScenario(JSON.parse(readFileSync(new URL(`./scenarios/${name}.json`, import.meta.url), 'utf8')));
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.scenario;
}
