import type { Point } from '../scenario/scenario.ts';
import { lengthOf } from './arithmetic.ts';
import type { Ground } from './ground.ts';
import { distanceToWall } from './ground.ts';
import type { Raster } from './raster.ts';
import { cellAt } from './raster.ts';

/** Lists of walls by cell, one after the other: those of cell c are `walls[start[c]]` up to `walls[start[c + 1]]`. */
export interface WallLists {
  readonly start: Int32Array;
  readonly walls: Int32Array;
}

/** The plane as square cells as wide as people see each other: whoever matters to me is in my cell or one next to it. */
export interface Cells {
  readonly size: number;
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  /** Walls that somebody in the cell can touch. */
  readonly near: WallLists;
  /** Walls that can stand between somebody in the cell and whoever they would otherwise see. */
  readonly between: WallLists;
  /** 1 for each cell within a cell's width of a zone, and of what is no floor: elsewhere nobody need look them up. */
  readonly zonesNear: Uint8Array;
  readonly edgesNear: Uint8Array;
}

/** The cell that holds (x, y) of the plane. */
export const cellOf = ({ x0, y0, size, columns }: Grid, x: number, y: number): number =>
  (((y - y0) / size) | 0) * columns + (((x - x0) / size) | 0);

/** Metres from which a wall is felt. */
export const wallReach = 0.6;

/** Cuts the ground into cells of the given size. */
export function cutCells(ground: Ground, raster: Raster, size: number): Cells {
  const { box } = ground;
  const [x0, y0] = [box.x0 - 1.01 * size, box.y0 - 1.01 * size];
  const columns = Math.ceil((box.x1 - x0) / size) + 2;
  const rows = Math.ceil((box.y1 - y0) / size) + 2;
  const grid = { size, x0, y0, columns, rows };
  const hiding = whatHides(grid, ground, raster);
  return {
    ...grid,
    near: listWalls(grid, ground.walls, wallReach),
    between: listWalls(grid, ground.walls, size, (cell, k) => hiding.cells[cell] === 1 && hiding.walls[k] === 1),
    zonesNear: cellsNear(grid, raster, (c) => raster.zone[c] !== 0),
    edgesNear: cellsNear(grid, raster, (c) => raster.floor[c] !== 1),
  };
}

type Grid = Pick<Cells, 'size' | 'x0' | 'y0' | 'columns' | 'rows'>;

/** Calls back with every cell whose rectangle may lie within `reach` of the box. */
function eachCellNear(
  grid: Grid,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  reach: number,
  visit: (cell: number, x: number, y: number) => void,
): void {
  const column = (x: number) => Math.min(grid.columns - 1, Math.max(0, Math.floor((x - grid.x0) / grid.size)));
  const row = (y: number) => Math.min(grid.rows - 1, Math.max(0, Math.floor((y - grid.y0) / grid.size)));
  for (let j = row(y0 - reach); j <= row(y1 + reach); j++)
    for (let i = column(x0 - reach); i <= column(x1 + reach); i++)
      visit(j * grid.columns + i, grid.x0 + (i + 0.5) * grid.size, grid.y0 + (j + 0.5) * grid.size);
}

/** 1 for each cell within a cell's width of such a square of the raster. */
function cellsNear(grid: Grid, raster: Raster, isSuch: (square: number) => boolean): Uint8Array {
  const near = new Uint8Array(grid.columns * grid.rows);
  const clipped = (at: number, end: number) => Math.max(0, Math.min(end - 1, Math.floor(at / grid.size)));
  for (let c = 0; c < raster.columns * raster.rows; c++) {
    if (!isSuch(c)) continue;
    const x = raster.x0 - grid.x0 + (c % raster.columns) * raster.h;
    const y = raster.y0 - grid.y0 + Math.floor(c / raster.columns) * raster.h;
    const last = clipped(y + raster.h + grid.size, grid.rows);
    const [left, right] = [clipped(x - grid.size, grid.columns), clipped(x + raster.h + grid.size, grid.columns)];
    for (let row = clipped(y - grid.size, grid.rows); row <= last; row++)
      near.fill(1, row * grid.columns + left, row * grid.columns + right + 1);
  }
  return near;
}

function listWalls(
  grid: Grid,
  walls: Float64Array,
  reach: number,
  wanted = (_cell: number, _wall: number): boolean => true,
): WallLists {
  const lists = new Map<number, number[]>();
  const radius = grid.size * Math.SQRT1_2 + reach;
  for (let k = 0; k < walls.length; k += 4) {
    const [ax, ay, bx, by] = [walls[k]!, walls[k + 1]!, walls[k + 2]!, walls[k + 3]!];
    eachCellNear(grid, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), reach, (cell, x, y) => {
      if (!wanted(cell, k) || distanceToWall(walls, k, x, y) > radius) return;
      const list = lists.get(cell);
      if (list) list.push(k);
      else lists.set(cell, [k]);
    });
  }
  const start = new Int32Array(grid.columns * grid.rows + 1);
  const all: number[] = [];
  for (let cell = 0; cell < grid.columns * grid.rows; cell++) {
    start[cell] = all.length;
    all.push(...(lists.get(cell) ?? []));
  }
  start[grid.columns * grid.rows] = all.length;
  return { start, walls: Int32Array.from(all) };
}

interface Hiding {
  readonly cells: Uint8Array;
  readonly walls: Uint8Array;
}

/**
 * Cells from which a wall can hide one person from another, and the walls that can: those with floor on both sides, and
 * those at a corner that juts into the floor. Elsewhere two people who are near always see each other.
 */
function whatHides(grid: Grid, ground: Ground, raster: Raster): Hiding {
  const { walls } = ground;
  const hiding = { cells: new Uint8Array(grid.columns * grid.rows), walls: new Uint8Array(walls.length) };
  const radius = grid.size * (1 + Math.SQRT1_2);
  for (const [px, py] of hidingPoints(grid.size, ground, raster)) {
    eachCellNear(grid, px, py, px, py, grid.size, (cell, x, y) => {
      if (lengthOf(x - px, y - py) < radius) hiding.cells[cell] = 1;
    });
    for (let k = 0; k < walls.length; k += 4) if (distanceToWall(walls, k, px, py) < 0.3) hiding.walls[k] = 1;
  }
  return hiding;
}

/** Sixteen directions, about as long as each other; no sine, whose last bit may differ between hosts. */
const compass = [
  [1, 0],
  [0.92, 0.38],
  [0.71, 0.71],
  [0.38, 0.92],
  [0, 1],
  [-0.38, 0.92],
  [-0.71, 0.71],
  [-0.92, 0.38],
  [-1, 0],
  [-0.92, -0.38],
  [-0.71, -0.71],
  [-0.38, -0.92],
  [0, -1],
  [0.38, -0.92],
  [0.71, -0.71],
  [0.92, -0.38],
] as const;

/** Corners that jut into the floor, and points along walls that have floor on both sides within `reach`. */
function hidingPoints(reach: number, ground: Ground, raster: Raster): Point[] {
  const { walls, box } = ground;
  const points: Point[] = [];
  const isFloor = (x: number, y: number) =>
    x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1 && raster.floor[cellAt(raster, x, y)] === 1;
  const seesFloor = (x: number, y: number, nx: number, ny: number) => {
    for (let d = 0.15; d < reach; d += 0.1) if (isFloor(x + nx * d, y + ny * d)) return true;
    return false;
  };
  const juts = (x: number, y: number) =>
    compass.filter(([dx, dy]) => isFloor(x + 1.5 * raster.h * dx, y + 1.5 * raster.h * dy)).length > 9;
  for (let k = 0; k < walls.length; k += 4) {
    const [ax, ay, bx, by] = [walls[k]!, walls[k + 1]!, walls[k + 2]!, walls[k + 3]!];
    const length = lengthOf(bx - ax, by - ay);
    const [nx, ny] = [-(by - ay) / length, (bx - ax) / length];
    if (juts(ax, ay)) points.push([ax, ay]);
    if (juts(bx, by)) points.push([bx, by]);
    for (let s = 0; s <= length; s += 0.25) {
      const [x, y] = [ax + ((bx - ax) * s) / length, ay + ((by - ay) * s) / length];
      if (seesFloor(x, y, nx, ny) && seesFloor(x, y, -nx, -ny)) points.push([x, y]);
    }
  }
  return points;
}
