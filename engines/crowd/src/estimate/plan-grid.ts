import { boxAround, contains, crossing, edgesOf, innerPoint } from '../scenario/rings.ts';
import type { Level, Point, Ring, Scenario } from '../scenario/scenario.ts';

/** Square cells over every level. Cell numbers run through all levels; after them comes one number for each link. */
export interface PlanGrid {
  readonly cell: number;
  readonly sheets: readonly Sheet[];
  /** How many cells all sheets have. */
  readonly cells: number;
}

export interface Sheet {
  readonly level: string;
  readonly first: number;
  readonly columns: number;
  readonly rows: number;
  readonly x0: number;
  readonly y0: number;
  /** 1 where the middle of the cell is walkable. */
  readonly isOpen: Uint8Array;
  /** Which ways lead on from each cell: one bit for each of `steps`, and four bits up one for each the other way. */
  readonly ways: Uint8Array;
  readonly walls: readonly Segment[];
}

export type Segment = readonly [Point, Point];

/** Four of the eight steps to a neighbour; the others lead back the same ways. */
export const steps = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
] as const;

/** Lays cells of `cell` metres over every level. */
export function layGrid({ levels }: Pick<Scenario, 'levels'>, cell: number): PlanGrid {
  const sheets: Sheet[] = [];
  let first = 0;
  for (const level of levels) {
    const sheet = laySheet(level, cell, first);
    sheets.push(sheet);
    first += sheet.columns * sheet.rows;
  }
  return { cell, sheets, cells: first };
}

/** The cell size that gives a plan at most about 9,000 cells, between 0.2 and 1 m. */
export function cellSizeFor({ levels }: Pick<Scenario, 'levels'>): number {
  const area = levels.reduce((sum, { walkable }) => {
    const box = boxAround(walkable.flatMap(({ outer }) => outer));
    return sum + (box.right - box.left) * (box.top - box.bottom);
  }, 0);
  return Math.min(1, Math.max(0.2, Math.sqrt(area / 9_000)));
}

/** Share of a cell by which the grid is moved aside, so that no wall on round numbers runs through middles of cells. */
const aside = 0.0271;

function laySheet(level: Level, cell: number, first: number): Sheet {
  const box = boxAround(level.walkable.flatMap(({ outer }) => outer));
  const columns = Math.ceil((box.right - box.left) / cell) + 1;
  const rows = Math.ceil((box.top - box.bottom) / cell) + 1;
  const isOpen = new Uint8Array(columns * rows);
  const sheet = {
    level: level.id,
    first,
    columns,
    rows,
    x0: box.left - aside * cell,
    y0: box.bottom - aside * cell,
    isOpen,
    ways: new Uint8Array(columns * rows),
    walls: wallsOf(level),
  };
  for (const { outer } of level.walkable) fill(sheet, cell, outer, (i) => (isOpen[i] = 1));
  for (const { holes } of level.walkable) for (const hole of holes) fill(sheet, cell, hole, (i) => (isOpen[i] = 0));
  const barred = new Uint8Array(columns * rows);
  for (const wall of sheet.walls) bar(sheet, cell, wall, barred);
  openWays(sheet, barred);
  return sheet;
}

/** Opens the ways between open cells that no wall bars. */
function openWays({ columns, rows, isOpen, ways }: Sheet, barred: Uint8Array): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      if (isOpen[index] === 0) continue;
      for (let bit = 0; bit < steps.length; bit++) {
        const dx = steps[bit]![0];
        const dy = steps[bit]![1];
        const on = index + dy * columns + dx;
        const isInside = column + dx >= 0 && column + dx < columns && row + dy < rows;
        if (!isInside || isOpen[on] === 0 || barred[index]! & (1 << bit)) continue;
        ways[index]! |= 1 << bit;
        ways[on]! |= 16 << bit;
      }
    }
}

/** Every line that nobody passes. An edge that two walkable areas share is no wall. */
function wallsOf({ walkable, walls }: Level): Segment[] {
  const rings = walkable.flatMap(({ outer, holes }, part) => [
    ...edgesOf(outer)
      .filter(({ a, b }) => !walkable.some((other, i) => i !== part && isShared(a, b, other.outer)))
      .map(({ a, b }): Segment => [a, b]),
    ...holes.flatMap((hole) => edgesOf(hole).map(({ a, b }): Segment => [a, b])),
  ]);
  const lines = walls.flatMap((line) => line.slice(1).map((b, i): Segment => [line[i]!, b]));
  return [...rings, ...lines];
}

/** Whether ground of the other ring lies along the middle of the edge, so that one may step across there. */
function isShared(a: Point, b: Point, other: Ring): boolean {
  const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [nx, ny] = [(-(b[1] - a[1]) / length) * 0.001, ((b[0] - a[0]) / length) * 0.001];
  return contains(other, [mx + nx, my + ny]) || contains(other, [mx - nx, my - ny]);
}

/** Visits each cell of the sheet whose middle lies in the ring, row by row. */
export function fill({ columns, rows, x0, y0 }: Sheet, cell: number, ring: Ring, visit: (index: number) => void): void {
  const edges = edgesOf(ring);
  const box = boxAround(ring);
  const lowest = Math.max(0, Math.floor((box.bottom - y0) / cell) - 1);
  const highest = Math.min(rows - 1, Math.floor((box.top - y0) / cell) + 1);
  for (let row = lowest; row <= highest; row++) {
    const y = y0 + (row + 0.5) * cell;
    const at = edges
      .filter(({ a, b }) => a[1] > y !== b[1] > y)
      .map(({ a, b }) => a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
      .sort((p, q) => p - q);
    for (let i = 0; i + 1 < at.length; i += 2) {
      const from = Math.max(0, Math.ceil((at[i]! - x0) / cell - 0.5));
      const to = Math.min(columns - 1, Math.ceil((at[i + 1]! - x0) / cell - 0.5) - 1);
      for (let column = from; column <= to; column++) visit(row * columns + column);
    }
  }
}

/** Bars the steps between neighbouring cells that the wall crosses. */
function bar(sheet: Sheet, cell: number, [a, b]: Segment, barred: Uint8Array): void {
  const { columns, rows, x0, y0 } = sheet;
  const clamp = (value: number, top: number) => Math.min(top, Math.max(0, value));
  const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
  const lowest = clamp(Math.floor((low[1] - y0) / cell) - 2, rows - 1);
  const highest = clamp(Math.floor((high[1] - y0) / cell) + 1, rows - 1);
  for (let row = lowest; row <= highest; row++) {
    const [left, right] = reach(low, high, y0 + (row - 1) * cell, y0 + (row + 2.5) * cell);
    const from = clamp(Math.floor((left - x0) / cell) - 2, columns - 1);
    const to = clamp(Math.floor((right - x0) / cell) + 2, columns - 1);
    for (let column = from; column <= to; column++)
      barred[row * columns + column]! |= barredBits(sheet, cell, column, row, a, b);
  }
}

/** From where to where in x the segment runs between two heights. */
function reach(low: Point, high: Point, bottom: number, top: number): [left: number, right: number] {
  const rise = high[1] - low[1];
  const at = (y: number) =>
    rise === 0 ? low[0] : low[0] + (Math.min(high[1], Math.max(low[1], y)) - low[1]) * ((high[0] - low[0]) / rise);
  const ends = rise === 0 ? [low[0], high[0]] : [at(bottom), at(top)];
  return [Math.min(...ends), Math.max(...ends)];
}

function barredBits({ x0, y0 }: Sheet, cell: number, column: number, row: number, a: Point, b: Point): number {
  const x = x0 + (column + 0.5) * cell;
  const y = y0 + (row + 0.5) * cell;
  const reach = 1.01 * cell;
  if ((a[0] > x + reach && b[0] > x + reach) || (a[0] < x - reach && b[0] < x - reach)) return 0;
  if ((a[1] > y + reach && b[1] > y + reach) || (a[1] < y - 0.01 * cell && b[1] < y - 0.01 * cell)) return 0;
  const middle: Point = [x, y];
  let bits = 0;
  for (let bit = 0; bit < steps.length; bit++) {
    const step = steps[bit]!;
    if (crossing(middle, [x + step[0] * cell, y + step[1] * cell], a, b)) bits |= 1 << bit;
  }
  return bits;
}

/** The numbers of the open cells in an area; where it is smaller than a cell, the open cell nearest its middle. */
export function cellsIn({ sheets, cell }: PlanGrid, level: string, area: Ring): number[] {
  const sheet = sheets.find((one) => one.level === level);
  if (!sheet) return [];
  const inside: number[] = [];
  fill(sheet, cell, area, (index) => {
    if (sheet.isOpen[index]) inside.push(sheet.first + index);
  });
  if (inside.length > 0) return inside;
  const nearest = nearestCell(sheet, cell, innerPoint(area));
  return nearest === undefined ? [] : [nearest];
}

/** The open cell at a point, or the nearest one within two cells of it. */
export function nearestCell(
  { columns, rows, x0, y0, isOpen, first }: Sheet,
  cell: number,
  [x, y]: Point,
): number | undefined {
  const [column, row] = [Math.floor((x - x0) / cell), Math.floor((y - y0) / cell)];
  const isInside = column >= 0 && row >= 0 && column < columns && row < rows;
  if (isInside && isOpen[row * columns + column]) return first + row * columns + column;
  let best: number | undefined;
  let least = Infinity;
  for (let r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++) {
    for (let c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
      const away = Math.hypot(x0 + (c + 0.5) * cell - x, y0 + (r + 0.5) * cell - y);
      if (!isOpen[r * columns + c] || away >= least) continue;
      least = away;
      best = first + r * columns + c;
    }
  }
  return best;
}

/** The middle of a cell and its level; nothing for the number of a link. */
export function middleOf({ sheets, cell }: PlanGrid, number: number): { sheet: Sheet; at: Point } | undefined {
  const sheet = sheets.findLast(({ first }) => first <= number);
  if (!sheet || number >= sheet.first + sheet.columns * sheet.rows) return undefined;
  const index = number - sheet.first;
  const [column, row] = [index % sheet.columns, Math.floor(index / sheet.columns)];
  return { sheet, at: [sheet.x0 + (column + 0.5) * cell, sheet.y0 + (row + 0.5) * cell] };
}
