import type { EnsembleResult, SimulationResult, Spread } from '../result.ts';

/** The value that a share of the sorted list does not exceed. */
function quantile(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  return value === undefined || value === Infinity ? null : value;
}

/** Median, 5 % and 95 % of the runs; a run without the value counts as later than any. */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const sorted = values.map((value) => value ?? Infinity).sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p5: quantile(sorted, 0.05), p95: quantile(sorted, 0.95) };
}

function bandOf(results: readonly SimulationResult[]): EnsembleResult['egressBand'] {
  const end = results.reduce((most, { egressCurve }) => Math.max(most, egressCurve.length), 0);
  return Array.from({ length: end }, (_, time) => {
    const outs = results.map(({ egressCurve }) => (egressCurve[time] ?? egressCurve.at(-1)!).out);
    const { median, p5, p95 } = spreadOf(outs);
    return { time, median: median!, p5: p5!, p95: p95! };
  });
}

/** What many runs say together; depends on the results in their order alone. */
export function summarise(results: readonly SimulationResult[]): EnsembleResult {
  const spread = (value: (result: SimulationResult) => number | null) => spreadOf(results.map(value));
  return {
    runs: results.length,
    people: results[0]?.people ?? 0,
    timeToClear: spread(({ timeToClear }) => timeToClear),
    t50: spread(({ t50 }) => t50),
    t95: spread(({ t95 }) => t95),
    remaining: spread(({ remaining }) => remaining),
    maxDensity: spread(({ maxDensity }) => maxDensity?.value ?? 0),
    egressBand: bandOf(results),
    results,
  };
}
