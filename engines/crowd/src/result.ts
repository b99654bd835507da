import type { Fault } from './scenario/fault.ts';
import type { Preset, Scenario } from './scenario/scenario.ts';

export const engineVersion = '0.1.0';
export const modelName = 'collision-free speed with look-around, 1';

/** One exit or refuge: how many went in, when, and how fast; `flow` counts people per second, one entry a second. */
export interface ExitUse {
  readonly used: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Highest mean flow over any ten seconds, persons/s. */
  readonly maxFlow: number;
  readonly flow: Uint16Array;
}

/** Highest density around somebody, persons/m², at the middle of the square metre they stand in (src/measure/spreading.ts). */
export interface DensityPeak {
  readonly value: number;
  readonly at: readonly [x: number, y: number];
  readonly level: string;
  readonly time: number;
}

/** Density around people over one level: square cells of `cell` metres, row by row from the lower left corner (x0, y0). */
export interface DensityGrid {
  readonly level: string;
  readonly cell: number;
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  /** Highest density of each cell, persons/m², and the second it was seen. */
  readonly highest: Float32Array;
  readonly timeOfHighest: Float32Array;
  /** Seconds that somebody stood in each cell with more than 4, 5 and 6 persons/m² around. */
  readonly secondsAbove4: Float32Array;
  readonly secondsAbove5: Float32Array;
  readonly secondsAbove6: Float32Array;
}

/** People at one instant; `level` counts into the scenario's levels, `levels.length + k` is link k. Only those inside. */
export interface Frame {
  readonly time: number;
  readonly ids: Uint32Array;
  readonly levels: Uint16Array;
  /** x and y in turn, metres; on a link metres along and across it. */
  readonly places: Float32Array;
}

export interface Trajectories {
  /** Seconds between frames. */
  readonly every: number;
  readonly frames: readonly Frame[];
}

export interface SimulationResult {
  readonly scenario: string;
  readonly engine: string;
  readonly model: string;
  readonly preset: Preset;
  readonly kernel: KernelName;
  readonly seed: number;
  readonly people: number;
  readonly evacuated: number;
  readonly inRefuge: number;
  /** How many were still inside, and where each of them stood. */
  readonly remaining: number;
  readonly remainingPeople: readonly { id: number; group: string; level: string; x: number; y: number }[];
  /** Seconds until the last was out or in a refuge; null when somebody remained. */
  readonly timeToClear: number | null;
  readonly t50: number | null;
  readonly t95: number | null;
  readonly exits: Readonly<Record<string, ExitUse>>;
  readonly refuges: Readonly<Record<string, ExitUse>>;
  readonly maxDensity: DensityPeak | null;
  readonly steps: number;
  readonly agentSteps: number;
  /** SHA-256 over every person's place in every half second. */
  readonly hash: string;
  /** People out or safe by each full second. */
  readonly egressCurve: readonly { time: number; out: number }[];
  readonly densityGrid: readonly DensityGrid[];
  /** Seconds each person took from the start until safe, by person; NaN while inside. */
  readonly leftAt: Float64Array;
  readonly trajectories?: Trajectories;
}

export interface Progress {
  readonly time: number;
  readonly inside: number;
  readonly people: number;
}

/** `simd` is several times faster and agrees statistically; `reference` is what it is checked against. */
export type KernelName = 'reference' | 'simd';

export interface SimulationOptions {
  readonly seed?: number;
  readonly preset?: Preset;
  /** Called about once a simulated second. */
  readonly onStep?: (progress: Progress) => void;
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Seconds between recorded frames; none are kept when absent. */
  readonly recordEvery?: number;
  /** Exits lost from the start. */
  readonly exitsClosed?: readonly string[];
  /** `simd` unless said otherwise. */
  readonly kernel?: KernelName;
}

/** A run that a canvas can draw and a person can steer. */
export interface LiveSimulation {
  readonly time: number;
  readonly inside: number;
  readonly people: number;
  readonly evacuated: number;
  readonly inRefuge: number;
  /** x and y in turn of those inside, metres, valid until the next step; `count` people are in it. */
  readonly positions: {
    readonly count: number;
    readonly ids: Int32Array;
    readonly levels: Uint16Array;
    readonly places: Float32Array;
  };
  /** Advances by n steps; false once nobody is left or the time is over. */
  step(n: number): boolean;
  closeExit(id: string): void;
  openExit(id: string): void;
  result(): SimulationResult;
}

export interface Spread {
  readonly median: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
}

export interface EnsembleOptions {
  readonly runs: number;
  readonly workers?: number;
  readonly seed?: number;
  readonly preset?: Preset;
  readonly exitsClosed?: readonly string[];
  readonly kernel?: KernelName;
  readonly onProgress?: (done: number, runs: number) => void;
  readonly signal?: AbortSignal;
}

/** Runs with the seeds seed, seed + 1, …; a time is null where too many runs left somebody inside to say. */
export interface EnsembleResult {
  readonly runs: number;
  readonly people: number;
  readonly timeToClear: Spread;
  readonly t50: Spread;
  readonly t95: Spread;
  readonly remaining: Spread;
  readonly maxDensity: Spread;
  readonly egressBand: readonly { time: number; median: number; p5: number; p95: number }[];
  readonly results: readonly SimulationResult[];
}

/** What only the laid-out geometry can see: people who do not fit, areas that reach no exit, steps too long. */
export class ScenarioFault extends Error {
  override name = 'ScenarioFault';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(({ path, what, mend }) => `${path}: ${what}. ${mend}.`).join('\n'));
    this.faults = faults;
  }
}

/** Promises one whole run; rejects with `ScenarioFault` or the signal's reason. */
export type Simulate = (scenario: Scenario, options?: SimulationOptions) => Promise<SimulationResult>;
export type StartLive = (scenario: Scenario, options?: SimulationOptions) => LiveSimulation;
export type RunEnsemble = (scenario: Scenario, options: EnsembleOptions) => Promise<EnsembleResult>;
