import type { DensityGrid, SimulationResult, Trajectories } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { allStanding, placeNames, short } from './recorded.ts';

/** A text safe in a CSV cell; one that a spreadsheet would run as a formula gets a quote before it. */
export function cell(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** Lines `time,id,place,x,y`: seconds, person, level or link, metres. On a link, x and y run along and across it. */
export function* trajectoriesCsv(trajectories: Trajectories, scenario: Scenario): Generator<string> {
  const names = placeNames(scenario).map(cell);
  yield 'time,id,place,x,y\n';
  for (const { time, id, level, x, y } of allStanding(trajectories)) {
    yield `${short(time)},${id},${names[level]},${short(x)},${short(y)}\n`;
  }
}

/** Lines `time,safe,inside`: people out or in a refuge, and people inside, by each full second. */
export function* egressCsv({ egressCurve, people }: SimulationResult): Generator<string> {
  yield 'time,safe,inside\n';
  for (const { time, out } of egressCurve) yield `${short(time)},${out},${people - out}\n`;
}

/** Lines `time,place,persons`: how many went into each exit and refuge in each second. */
export function* flowCsv({ exits, refuges }: SimulationResult): Generator<string> {
  yield 'time,place,persons\n';
  for (const [id, { flow }] of [...Object.entries(exits), ...Object.entries(refuges)]) {
    for (const [time, persons] of flow.entries()) if (persons > 0) yield `${time},${cell(id)},${persons}\n`;
  }
}

/** One line a cell that anybody entered: its middle, highest density in persons/m², when, and seconds above 4, 5 and 6. */
export function* densityCsv(grids: readonly DensityGrid[]): Generator<string> {
  yield 'level,x,y,highest,time,secondsAbove4,secondsAbove5,secondsAbove6\n';
  for (const grid of grids) yield* gridLines(grid);
}

function* gridLines(grid: DensityGrid): Generator<string> {
  for (const [i, highest] of grid.highest.entries()) {
    if (highest === 0) continue;
    const x = grid.x0 + ((i % grid.columns) + 0.5) * grid.cell;
    const y = grid.y0 + (Math.floor(i / grid.columns) + 0.5) * grid.cell;
    const above = [grid.secondsAbove4[i]!, grid.secondsAbove5[i]!, grid.secondsAbove6[i]!].map((one) => short(one));
    yield `${[cell(grid.level), short(x), short(y), short(highest), short(grid.timeOfHighest[i]!), ...above].join(',')}\n`;
  }
}
