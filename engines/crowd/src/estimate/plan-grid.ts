import type { Segment } from '../geometry/outline.ts';
import { wallsOf } from '../geometry/outline.ts';
import { boxAround, innerPoint } from '../scenario/rings.ts';
import type { Level, Point, Ring, Scenario } from '../scenario/scenario.ts';
import { groundOf } from '../scenario/standing-room.ts';
import { eachStepAcross, stepsOn } from './grid-steps.ts';
import type { NarrowPlace } from './narrow-places.ts';
import { narrowPlaces } from './narrow-places.ts';

/** Square cells over every level. Cell numbers run through all levels; after them comes one number for each link. */
export interface PlanGrid {
  readonly cell: number;
  readonly sheets: readonly Sheet[];
  /** How many cells all sheets have. */
  readonly cells: number;
}

/** The cells of a level, row by row; the outermost ones are never walkable. */
export interface Sheet extends Outline {
  readonly first: number;
  readonly columns: number;
  readonly rows: number;
  readonly x0: number;
  readonly y0: number;
  /** 1 where the middle of the cell is walkable. */
  readonly isOpen: Uint8Array;
  /** Which ways lead on from each cell: one bit for each of `steps`, and four bits up one for each the other way. */
  readonly ways: Uint8Array;
  /** 1 where all eight ways lead on from the cell and from the four beside it. */
  readonly isCalm: Uint8Array;
}

/** What holds people up on a level, whatever the cells. */
interface Outline {
  readonly level: string;
  readonly walls: readonly Segment[];
  readonly narrow: readonly NarrowPlace[];
}

/** Lays cells over every level, as large as its narrow places allow. */
export function layGrid({ levels }: Pick<Scenario, 'levels'>): PlanGrid {
  const outlines = levels.map(outlineOf);
  const cell = cellSizeFor(
    levels,
    outlines.flatMap(({ narrow }) => narrow),
  );
  const sheets: Sheet[] = [];
  let first = 0;
  for (const [i, level] of levels.entries()) {
    const sheet = laySheet(level, outlines[i]!, cell, first);
    sheets.push(sheet);
    first += sheet.columns * sheet.rows;
  }
  return { cell, sheets, cells: first };
}

function outlineOf(level: Level): Outline {
  const walls = wallsOf(level);
  return { level: level.id, walls, narrow: narrowPlaces(walls, groundOf(level)) };
}

/** About this many cells where every place is wide; at most so many where some are narrow. */
const [few, many] = [2_500, 9_000];

/**
 * Half the width of the narrowest place, so that no way is lost between cells, as far as that gives the plan between 2,500
 * and 9,000 cells of 0.2 to 2 m; with 9,000 a cell has no more than 1 m.
 */
function cellSizeFor(levels: readonly Level[], narrow: readonly NarrowPlace[]): number {
  const area = levels.reduce((sum, { walkable }) => {
    const box = boxAround(walkable.flatMap(({ outer }) => outer));
    return sum + (box.right - box.left) * (box.top - box.bottom);
  }, 0);
  const within = (least: number, size: number, greatest: number) => Math.max(least, Math.min(size, greatest));
  const fine = within(0.2, Math.sqrt(area / many), 1);
  const coarse = within(0.2, Math.sqrt(area / few), 2);
  return within(fine, Math.min(...narrow.map(({ width }) => width)) / 2, coarse);
}

/**
 * Shares of a cell by which the grid is moved aside, so that no wall on round numbers runs through middles of cells and no
 * slanting step through a corner.
 */
const [asideX, asideY] = [0.0271, 0.0419];

function laySheet(level: Level, outline: Outline, cell: number, first: number): Sheet {
  const box = boxAround(level.walkable.flatMap(({ outer }) => outer));
  const columns = Math.ceil((box.right - box.left) / cell) + 3;
  const rows = Math.ceil((box.top - box.bottom) / cell) + 3;
  const [x0, y0] = [box.left - (1 + asideX) * cell, box.bottom - (1 + asideY) * cell];
  const cells = () => new Uint8Array(columns * rows);
  const sheet = { ...outline, first, columns, rows, x0, y0, isOpen: cells(), ways: cells(), isCalm: cells() };
  const floor = (ring: Ring, isFloor: boolean) =>
    eachRun(sheet, cell, ring, (from, to) => {
      sheet.isOpen.fill(isFloor ? 1 : 0, from, to);
      sheet.ways.fill(isFloor ? 255 : 0, from, to);
      sheet.isCalm.fill(isFloor ? 1 : 0, from, to);
    });
  for (const { outer } of level.walkable) floor(outer, true);
  for (const { holes } of level.walkable) for (const hole of holes) floor(hole, false);
  const onward = stepsOn(sheet);
  for (const wall of sheet.walls) bar(sheet, cell, wall, onward);
  return sheet;
}

/** Closes the ways that the wall crosses. */
function bar(sheet: Sheet, cell: number, wall: Segment, onward: Int32Array): void {
  const { columns, ways, isCalm } = sheet;
  eachStepAcross(sheet, cell, wall, (index, step) => {
    const on = index + onward[step]!;
    ways[index]! &= ~(1 << step);
    ways[on]! &= ~(16 << step);
    ruffle(isCalm, index, columns);
    ruffle(isCalm, on, columns);
  });
}

function ruffle(isCalm: Uint8Array, cell: number, columns: number): void {
  isCalm.fill(0, cell - 1, cell + 2);
  isCalm[cell - columns] = 0;
  isCalm[cell + columns] = 0;
}

type Lattice = Pick<Sheet, 'columns' | 'rows' | 'x0' | 'y0'>;

/** Visits each unbroken row of cells whose middles lie in the ring: from one number up to, not including, another. */
function eachRun(
  { columns, rows, x0, y0 }: Lattice,
  cell: number,
  ring: Ring,
  visit: (from: number, to: number) => void,
): void {
  const box = boxAround(ring);
  const lowest = Math.max(0, Math.floor((box.bottom - y0) / cell) - 1);
  const highest = Math.min(rows - 1, Math.floor((box.top - y0) / cell) + 1);
  const column = (x: number) => Math.min(columns, Math.max(0, Math.ceil((x - x0) / cell - 0.5)));
  for (let row = lowest; row <= highest; row++) {
    const at = meets(ring, y0 + (row + 0.5) * cell);
    for (let i = 0; i + 1 < at.length; i += 2) {
      const [from, to] = [column(at[i]!), column(at[i + 1]!)];
      if (to > from) visit(row * columns + from, row * columns + to);
    }
  }
}

/** Where the ring meets a line at height y, from left to right. */
function meets(ring: Ring, y: number): number[] {
  const at: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    if (a[1] > y !== b[1] > y) at.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
  }
  return at.sort((p, q) => p - q);
}

/** The numbers of the open cells in an area; where it is smaller than a cell, the open cell nearest its middle. */
export function cellsIn({ sheets, cell }: PlanGrid, level: string, area: Ring): number[] {
  const sheet = sheets.find((one) => one.level === level);
  if (!sheet) return [];
  const inside: number[] = [];
  eachRun(sheet, cell, area, (from, to) => {
    for (let index = from; index < to; index++) if (sheet.isOpen[index]) inside.push(sheet.first + index);
  });
  if (inside.length > 0) return inside;
  const nearest = nearestCell(sheet, cell, innerPoint(area));
  return nearest === undefined ? [] : [nearest];
}

/** The open cell at a point, or the nearest one within two cells of it. */
export function nearestCell(sheet: Sheet, cell: number, point: Point): number | undefined {
  const { columns, rows, x0, y0, isOpen, first } = sheet;
  const column = Math.floor((point[0] - x0) / cell);
  const row = Math.floor((point[1] - y0) / cell);
  const isInside = column >= 0 && row >= 0 && column < columns && row < rows;
  if (isInside && isOpen[row * columns + column] === 1) return first + row * columns + column;
  let best: number | undefined;
  let least = Infinity;
  for (let r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++) {
    for (let c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
      const away = Math.hypot(x0 + (c + 0.5) * cell - point[0], y0 + (r + 0.5) * cell - point[1]);
      if (!isOpen[r * columns + c] || away >= least) continue;
      least = away;
      best = first + r * columns + c;
    }
  }
  return best;
}
