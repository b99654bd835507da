import type { Group, PreMovement, Scenario } from '../scenario/scenario.ts';
import { peopleIn } from '../scenario/scenario.ts';
import type { PlanGrid, Sheet } from './plan-grid.ts';
import { cellsIn, nearestCell } from './plan-grid.ts';

/** People of one group who start in one cell; a placed group is spread evenly, so shares of a person occur. */
export interface Start {
  readonly cell: number;
  readonly people: number;
  readonly group: Group;
}

/** With more starts than this, those of a group in a square of cells are taken together. */
const mostApart = 400;

/** Where everybody starts. People for whom no cell is near enough are left out. */
export function startsOf(scenario: Scenario, grid: PlanGrid): Start[] {
  const starts = scenario.groups.flatMap((group) =>
    'positions' in group ? positioned(group, grid) : spread(group, grid),
  );
  const across = Math.ceil(Math.sqrt(starts.length / mostApart));
  return across > 1 ? joined(starts, grid, across) : starts;
}

/** Puts those of a group in a square of so many cells by so many together in the first cell of it that has somebody. */
function joined(starts: readonly Start[], { sheets, cells }: PlanGrid, across: number): Start[] {
  const squares: { people: number; readonly start: Start }[] = [];
  const known = new Int32Array(cells);
  let begun = 0;
  for (let k = 0; k < starts.length; k++) {
    const start = starts[k]!;
    if (k > 0 && start.group !== starts[k - 1]!.group) begun = squares.length;
    const square = squareOf(start.cell, sheets, across);
    const place = known[square]! - 1;
    if (place >= begun) squares[place]!.people += start.people;
    else known[square] = squares.push({ people: start.people, start });
  }
  return squares.map(({ people, start }) => ({ ...start, people }));
}

/** The first cell of the square that holds a cell. */
function squareOf(cell: number, sheets: readonly Sheet[], across: number): number {
  let s = sheets.length - 1;
  while (sheets[s]!.first > cell) s--;
  const { first, columns } = sheets[s]!;
  const column = (cell - first) % columns;
  const row = (cell - first - column) / columns;
  return cell - (column % across) - (row % across) * columns;
}

function positioned(group: Extract<Group, { positions: unknown }>, grid: PlanGrid): Start[] {
  const sheet = grid.sheets.find(({ level }) => level === group.level);
  if (!sheet) return [];
  const people = new Int32Array(grid.cells);
  const cells: number[] = [];
  for (let k = 0; k < group.positions.length; k++) {
    const cell = nearestCell(sheet, grid.cell, group.positions[k]!);
    if (cell === undefined) continue;
    if (people[cell] === 0) cells.push(cell);
    people[cell]!++;
  }
  return cells.map((cell) => ({ cell, people: people[cell]!, group }));
}

function spread(group: Group, grid: PlanGrid): Start[] {
  if (!('area' in group) || group.count === 0) return [];
  const cells = cellsIn(grid, group.level, group.area);
  return cells.map((cell) => ({ cell, people: peopleIn(group) / cells.length, group }));
}

/** Seconds after which the first and the last of so many people have set off; drawn times as likely earlier as later. */
export function settingOff(time: PreMovement, people: number): { first: number; last: number } {
  if ('constant' in time) return { first: time.constant, last: time.constant };
  if ('uniform' in time) return { first: time.uniform[0], last: time.uniform[1] };
  const [mu, sigma] = time.lognormal;
  const deviations = deviationsOfLast(Math.max(1, people));
  return { first: Math.exp(mu - sigma * deviations), last: Math.exp(mu + sigma * deviations) };
}

/** Standard deviations above the mean at which the greatest of n normal values is as likely above as below. */
function deviationsOfLast(n: number): number {
  const above = -Math.expm1(-Math.LN2 / n);
  if (above >= 0.5) return 0;
  // Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23: within 0.00045.
  const t = Math.sqrt(-2 * Math.log(above));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}
