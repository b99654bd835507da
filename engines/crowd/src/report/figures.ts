import { spreadOf } from '../ensemble/spread.ts';
import type { DensityGrid, EnsembleResult, ExitUse, SimulationResult, Spread } from '../result.ts';
import type { Preset } from '../scenario/scenario.ts';

/** What a report shows of one preset: everything that needs more than one run taken together. */
export interface PresetFigures {
  readonly preset: Preset;
  readonly ensemble: EnsembleResult;
  readonly evacuated: Spread;
  readonly inRefuge: Spread;
  readonly uses: readonly UseFigures[];
  readonly densities: readonly DensityGrid[];
  readonly spots: readonly Spot[];
  readonly left: LeftFigures | null;
}

/** An exit or refuge over all runs; `flow` is the mean of persons a second in bins of `flowBin` seconds. */
export interface UseFigures {
  readonly id: string;
  readonly kind: 'exit' | 'refuge';
  readonly used: Spread;
  readonly first: Spread;
  readonly last: Spread;
  readonly maxFlow: Spread;
  readonly flow: readonly number[];
}

/** A square where it was tight: its middle, highest density, when, and seconds above 4, 5 and 6 persons/m². */
export interface Spot {
  readonly level: string;
  readonly x: number;
  readonly y: number;
  readonly highest: number;
  readonly time: number;
  readonly above: readonly [four: number, five: number, six: number];
}

interface LeftFigures {
  readonly groups: readonly { readonly group: string; readonly level: string; readonly mean: number }[];
  /** Where people stood at the end of the first run that left anybody. */
  readonly places: SimulationResult['remainingPeople'];
}

/** Seconds taken together in a flow chart. */
export const flowBin = 5;

/** Squares listed as the tightest, and the density below which none is worth a line. */
const mostSpots = 6;
const worthALine = 3;

/** Takes the runs of one preset together. */
export function figuresOf(preset: Preset, ensemble: EnsembleResult): PresetFigures {
  const { results } = ensemble;
  const densities = meanDensities(results);
  return {
    preset,
    ensemble,
    evacuated: spreadOf(results.map(({ evacuated }) => evacuated)),
    inRefuge: spreadOf(results.map(({ inRefuge }) => inRefuge)),
    uses: [...usesOf('exit', results, ({ exits }) => exits), ...usesOf('refuge', results, ({ refuges }) => refuges)],
    densities,
    spots: tightest(densities),
    left: leftOf(results),
  };
}

type UsesOf = (result: SimulationResult) => Readonly<Record<string, ExitUse>>;

function usesOf(kind: UseFigures['kind'], results: readonly SimulationResult[], of: UsesOf): UseFigures[] {
  const ids = Object.keys(results[0] ? of(results[0]) : {});
  return ids.map((id) => {
    const uses = results.flatMap((result) => of(result)[id] ?? []);
    return {
      id,
      kind,
      used: spreadOf(uses.map(({ used }) => used)),
      first: spreadOf(uses.map(({ first }) => first)),
      last: spreadOf(uses.map(({ last }) => last)),
      maxFlow: spreadOf(uses.map(({ maxFlow }) => maxFlow)),
      flow: meanFlow(uses.map(({ flow }) => flow)),
    };
  });
}

function meanFlow(flows: readonly Uint16Array[]): number[] {
  const seconds = flows.reduce((most, { length }) => Math.max(most, length), 0);
  const bins = new Array<number>(Math.ceil(seconds / flowBin)).fill(0);
  for (const flow of flows)
    for (const [second, persons] of flow.entries()) bins[Math.floor(second / flowBin)]! += persons;
  return bins.map((persons) => persons / (flowBin * Math.max(1, flows.length)));
}

type Measured = 'highest' | 'timeOfHighest' | 'secondsAbove4' | 'secondsAbove5' | 'secondsAbove6';

function meanDensities(results: readonly SimulationResult[]): DensityGrid[] {
  const [first] = results;
  if (!first) return [];
  return first.densityGrid.map((grid, i) => {
    const grids = results.map(({ densityGrid }) => densityGrid[i]!);
    const mean = (of: Measured) =>
      grid[of].map((_, cell) => grids.reduce((sum, one) => sum + one[of][cell]!, 0) / grids.length);
    return {
      ...grid,
      highest: mean('highest'),
      timeOfHighest: mean('timeOfHighest'),
      secondsAbove4: mean('secondsAbove4'),
      secondsAbove5: mean('secondsAbove5'),
      secondsAbove6: mean('secondsAbove6'),
    };
  });
}

/** The tightest squares, none within three metres of another. */
function tightest(grids: readonly DensityGrid[]): Spot[] {
  const spots: Spot[] = [];
  for (const spot of grids.flatMap(spotsIn).sort((a, b) => b.highest - a.highest)) {
    const isNear = ({ level, x, y }: Spot) => level === spot.level && Math.hypot(x - spot.x, y - spot.y) < 3;
    if (!spots.some(isNear)) spots.push(spot);
    if (spots.length === mostSpots) break;
  }
  return spots;
}

function spotsIn(grid: DensityGrid): Spot[] {
  return Array.from(grid.highest, (highest, i) => ({
    level: grid.level,
    x: grid.x0 + ((i % grid.columns) + 0.5) * grid.cell,
    y: grid.y0 + (Math.floor(i / grid.columns) + 0.5) * grid.cell,
    highest,
    time: grid.timeOfHighest[i]!,
    above: [grid.secondsAbove4[i]!, grid.secondsAbove5[i]!, grid.secondsAbove6[i]!] as const,
  })).filter(({ highest }) => highest >= worthALine);
}

function leftOf(results: readonly SimulationResult[]): LeftFigures | null {
  const withLeft = results.filter(({ remaining }) => remaining > 0);
  if (withLeft.length === 0) return null;
  const counts = new Map<string, { group: string; level: string; count: number }>();
  for (const { group, level } of withLeft.flatMap(({ remainingPeople }) => remainingPeople)) {
    const key = JSON.stringify([group, level]);
    counts.set(key, { group, level, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const groups = Array.from(counts.values(), ({ group, level, count }) => ({
    group,
    level,
    mean: count / withLeft.length,
  }));
  return { groups, places: withLeft[0]!.remainingPeople };
}
