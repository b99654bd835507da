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
}

/** Metres from which a wall is felt. */
export const wallReach = 0.6;

/** Cuts the ground into cells of the given size. */
export function cutCells(ground: Ground, raster: Raster, size: number): Cells {
  const { box } = ground;
  const [x0, y0] = [box.x0 - 1.01 * size, box.y0 - 1.01 * size];
  const columns = Math.ceil((box.x1 - x0) / size) + 2;
  const rows = Math.ceil((box.y1 - y0) / size) + 2;
  const grid = { size, x0, y0, columns, rows };
  const hidden = cellsThatHide(grid, ground, raster);
  return {
    ...grid,
    near: listWalls(grid, ground.walls, wallReach),
    between: listWalls(grid, ground.walls, size, (cell) => hidden[cell] === 1),
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

function listWalls(grid: Grid, walls: Float64Array, reach: number, wanted = (_: number): boolean => true): WallLists {
  const lists = new Map<number, number[]>();
  const radius = grid.size * Math.SQRT1_2 + reach;
  for (let k = 0; k < walls.length; k += 4) {
    const [ax, ay, bx, by] = [walls[k]!, walls[k + 1]!, walls[k + 2]!, walls[k + 3]!];
    eachCellNear(grid, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), reach, (cell, x, y) => {
      if (!wanted(cell) || distanceToWall(walls, k, x, y) > radius) return;
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

/**
 * Cells from which a wall can hide one person from another: near floor on both sides of a wall, or near a corner that
 * juts into the floor. Everywhere else two people who are near always see each other, and no sight line is tested.
 */
function cellsThatHide(grid: Grid, ground: Ground, raster: Raster): Uint8Array {
  const hidden = new Uint8Array(grid.columns * grid.rows);
  const isFloorCell = (x: number, y: number) => raster.floor[cellAt(raster, x, y)] === 1;
  const mark = (px: number, py: number) => {
    const radius = grid.size * (1 + Math.SQRT1_2);
    eachCellNear(grid, px, py, px, py, grid.size, (cell, x, y) => {
      if ((x - px) ** 2 + (y - py) ** 2 < radius * radius) hidden[cell] = 1;
    });
  };
  const { walls, box } = ground;
  const within = (x: number, y: number) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1 && isFloorCell(x, y);
  const seesFloor = (x: number, y: number, nx: number, ny: number) => {
    for (let d = 0.15; d < grid.size; d += 0.1) if (within(x + nx * d, y + ny * d)) return true;
    return false;
  };
  const juts = (x: number, y: number) => {
    const ring = [
      [1, 0],
      [0.7, 0.7],
      [0, 1],
      [-0.7, 0.7],
      [-1, 0],
      [-0.7, -0.7],
      [0, -1],
      [0.7, -0.7],
    ] as const;
    return ring.filter(([dx, dy]) => within(x + 1.5 * raster.h * dx, y + 1.5 * raster.h * dy)).length > 4;
  };
  for (let k = 0; k < walls.length; k += 4) {
    const [ax, ay, bx, by] = [walls[k]!, walls[k + 1]!, walls[k + 2]!, walls[k + 3]!];
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    const [nx, ny] = [-(by - ay) / length, (bx - ax) / length];
    for (const [x, y] of [
      [ax, ay],
      [bx, by],
    ] as const)
      if (juts(x, y)) mark(x, y);
    for (let s = 0; s <= length; s += 0.25) {
      const [x, y] = [ax + ((bx - ax) * s) / length, ay + ((by - ay) * s) / length];
      if (seesFloor(x, y, nx, ny) && seesFloor(x, y, -nx, -ny)) mark(x, y);
    }
  }
  return hidden;
}
