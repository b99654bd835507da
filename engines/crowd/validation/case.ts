import type { SimulationOptions, SimulationResult } from '../src/result.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

/** One number that a case looks at, and the band that it must lie in; both ends belong to the band. */
export interface Finding {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly style: 'ours' | 'reference' | 'bound';
}

export interface Plot {
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}

export interface Outcome {
  readonly findings: readonly Finding[];
  readonly plot?: Plot;
}

/** Runs a scenario with the engine under test. */
export type Run = (scenario: Scenario, options?: SimulationOptions) => Promise<SimulationResult>;

/** One validation case, written anew from the criteria of the suites it answers. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** The tests of RiMEA, NIST, ISO and IMO that ask for this, and data that it is held against. */
  readonly answers: readonly string[];
  /** What must hold, and what was chosen where the source leaves it open. */
  readonly criterion: string;
  /** Long ones run with `validate` and FORESTALL_FULL=1, not in the normal suite. */
  readonly cost: 'quick' | 'long';
  judge(run: Run): Promise<Outcome>;
}

/** A part of a suite that the engine does not claim to answer, and why. */
export interface OutOfScope {
  readonly tests: readonly string[];
  readonly why: string;
}

export const isMet = ({ value, low, high }: Finding): boolean => value >= low && value <= high;

export const within = (what: string, value: number, unit: string, low: number, high: number): Finding => ({
  what,
  value,
  unit,
  low,
  high,
});

export const atMost = (what: string, value: number, unit: string, high: number): Finding =>
  within(what, value, unit, -Infinity, high);

export const atLeast = (what: string, value: number, unit: string, low: number): Finding =>
  within(what, value, unit, low, Infinity);

/** How many of the list break its strictly rising order. */
export const falls = (values: readonly number[]): number =>
  values.slice(1).filter((value, k) => value <= values[k]!).length;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
