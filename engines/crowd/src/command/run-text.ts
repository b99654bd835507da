import { spreadOf } from '../ensemble/spread.ts';
import type { EnsembleResult, ExitUse, SimulationResult, Spread } from '../result.ts';
import { sha256 } from '../sha256.ts';

type Uses = Readonly<
  Record<string, { readonly used: number; readonly first: unknown; readonly last: unknown; readonly maxFlow: number }>
>;

const plainUses = (uses: Readonly<Record<string, ExitUse>>): Uses =>
  Object.fromEntries(
    Object.entries(uses).map(([id, { used, first, last, maxFlow }]) => [
      id,
      { used, first, last, maxFlow: rounded(maxFlow) },
    ]),
  );

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The one object that `run --json` prints. */
export function runJson(result: SimulationResult): object {
  const { scenario, engine, model, preset, seed, people, evacuated, inRefuge, remaining, timeToClear, t50, t95 } =
    result;
  const { steps, agentSteps, hash } = result;
  const maxDensity = result.maxDensity && { ...result.maxDensity, value: rounded(result.maxDensity.value) };
  return {
    ...{ scenario, engine, model, preset, seed, people, evacuated, inRefuge, remaining, timeToClear, t50, t95 },
    ...{ exits: plainUses(result.exits), refuges: plainUses(result.refuges), maxDensity, steps, agentSteps, hash },
  };
}

/** As `runJson` for many runs: every time as median, p5 and p95, every count as its median, `hash` over all runs' hashes. */
export function runsJson(all: EnsembleResult): object {
  const { results, runs, timeToClear, t50, t95 } = all;
  const [first] = results;
  if (!first) return { runs: 0 };
  const count = (of: (result: SimulationResult) => number) => spreadOf(results.map(of)).median ?? 0;
  const sum = (of: (result: SimulationResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const { scenario, engine, model, preset, seed, people } = first;
  return {
    ...{ scenario, engine, model, preset, seed, runs, people },
    evacuated: count(({ evacuated }) => evacuated),
    inRefuge: count(({ inRefuge }) => inRefuge),
    remaining: count(({ remaining }) => remaining),
    ...{ timeToClear, t50, t95 },
    exits: usesOver(results, ({ exits }) => exits),
    refuges: usesOver(results, ({ refuges }) => refuges),
    maxDensity: densest(results),
    steps: sum(({ steps }) => steps),
    agentSteps: sum(({ agentSteps }) => agentSteps),
    hash: hashOver(results),
  };
}

function hashOver(results: readonly SimulationResult[]): string {
  const all = sha256();
  all.update(new TextEncoder().encode(results.map(({ hash }) => hash).join('\n')));
  return all.hex();
}

function usesOver(
  results: readonly SimulationResult[],
  of: (result: SimulationResult) => Readonly<Record<string, ExitUse>>,
): Uses {
  const spread = (id: string, value: (use: ExitUse) => number | null): Spread =>
    spreadOf(results.map((result) => value(of(result)[id]!)));
  return Object.fromEntries(
    Object.keys(of(results[0]!)).map((id) => [
      id,
      {
        used: spread(id, ({ used }) => used).median ?? 0,
        first: spread(id, ({ first }) => first),
        last: spread(id, ({ last }) => last),
        maxFlow: rounded(spread(id, ({ maxFlow }) => maxFlow).median ?? 0),
      },
    ]),
  );
}

const densest = (results: readonly SimulationResult[]): SimulationResult['maxDensity'] =>
  results
    .map(({ maxDensity }) => maxDensity && { ...maxDensity, value: rounded(maxDensity.value) })
    .reduce((a, b) => (b && (!a || b.value > a.value) ? b : a), null);
