import type { Ring } from '../scenario/scenario.ts';
import { lengthOf } from './arithmetic.ts';
import type { Ground } from './ground.ts';
import { distanceToWall, isInZone } from './ground.ts';
import { boxOf } from './ring.ts';

/** The plane as square cells of `h` metres, row by row; the outermost cells are never floor. */
export interface Raster {
  readonly h: number;
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  /** 1 where the middle of the cell is floor and no thin wall cuts it. */
  readonly floor: Uint8Array;
  /** What a metre costs: more close to walls and on stairs. */
  readonly cost: Float32Array;
  /** 1 + the zone that touches the cell; 0 for none. */
  readonly zone: Uint16Array;
}

export const cellAt = (raster: Raster, x: number, y: number): number =>
  (((y - raster.y0) / raster.h) | 0) * raster.columns + (((x - raster.x0) / raster.h) | 0);

/** The cell under a point, or the floor cell beside it for somebody who stands close to a wall. */
export function floorCellAt(raster: Raster, x: number, y: number): number {
  const { floor, columns } = raster;
  const c = cellAt(raster, x, y);
  if (floor[c] === 1) return c;
  const beside = [1, -1, columns, -columns, columns + 1, columns - 1, 1 - columns, -1 - columns];
  return c + (beside.find((o) => floor[c + o] === 1) ?? 0);
}

const most = { cells: 600_000, cellsOfAllFields: 9_000_000, cellsOfLarge: 4_000_000 } as const;

/** Fine enough for a door of 0.6 m, coarse enough that all fields fit in memory; a plan of kilometres gets coarser cells. */
function cellSize(area: number, fields: number): number {
  const fits = (h: number) => area / (h * h) <= most.cells && (area / (h * h)) * fields <= most.cellsOfAllFields;
  const fine = [0.1, 0.125, 0.15, 0.2].find(fits);
  if (fine !== undefined) return fine;
  const share = Math.max(1, fields / 8);
  return Math.max(0.2, Math.sqrt((area * share) / most.cellsOfLarge));
}

/** Draws floor, walls, zones and costs of the ground on a grid fit for `fields` direction fields. */
export function drawRaster(ground: Ground, fields: number, slowness: (sheet: number) => number): Raster {
  const { box } = ground;
  const h = cellSize((box.x1 - box.x0) * (box.y1 - box.y0), fields);
  const [columns, rows] = [Math.ceil((box.x1 - box.x0) / h) + 4, Math.ceil((box.y1 - box.y0) / h) + 4];
  const size = columns * rows;
  const raster: Raster = {
    h,
    x0: box.x0 - 2 * h,
    y0: box.y0 - 2 * h,
    columns,
    rows,
    floor: new Uint8Array(size),
    cost: new Float32Array(size).fill(1),
    zone: new Uint16Array(size),
  };
  ground.sheets.forEach((sheet, i) => {
    for (const { outer, holes } of sheet.areas) fillArea(raster, outer, holes, sheet.dx, sheet.dy);
    if (slowness(i) !== 1) eachCell(raster, sheet.box, (k) => void (raster.cost[k] = slowness(i)));
    for (const line of sheet.lines)
      for (let p = 1; p < line.length; p++) {
        const [[ax, ay], [bx, by]] = [line[p - 1]!, line[p]!];
        cutLine(raster, ax + sheet.dx, ay + sheet.dy, bx + sheet.dx, by + sheet.dy);
      }
  });
  keepOffWalls(raster, ground.walls);
  markZones(raster, ground);
  return raster;
}

/** x of every crossing of the ring with the horizontal line at y, ascending. */
function crossings(ring: Ring, y: number, dx: number, dy: number): number[] {
  const found: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi + dy > y !== yj + dy > y) found.push(((xj - xi) * (y - yi - dy)) / (yj - yi) + xi + dx);
  }
  return found.sort((a, b) => a - b);
}

function fillArea(raster: Raster, outer: Ring, holes: readonly Ring[], dx: number, dy: number): void {
  const row = new Uint8Array(raster.columns);
  for (let j = 0; j < raster.rows; j++) {
    const y = raster.y0 + (j + 0.5) * raster.h;
    row.fill(0);
    fillRow(raster, row, crossings(outer, y, dx, dy), 1);
    for (const hole of holes) fillRow(raster, row, crossings(hole, y, dx, dy), 0);
    for (let i = 1; i < raster.columns - 1; i++) raster.floor[j * raster.columns + i]! |= row[i]!;
  }
}

function fillRow(raster: Raster, row: Uint8Array, stops: readonly number[], value: number): void {
  const column = (x: number) => Math.ceil((x - raster.x0) / raster.h - 0.5);
  for (let s = 0; s + 1 < stops.length; s += 2) row.fill(value, Math.max(0, column(stops[s]!)), column(stops[s + 1]!));
}

function eachCell(
  raster: Raster,
  box: { x0: number; y0: number; x1: number; y1: number },
  visit: (k: number, x: number, y: number) => void,
): void {
  const { h, x0, y0, columns, rows } = raster;
  const clip = (value: number, end: number) => Math.min(end, Math.max(0, value));
  const [i0, i1] = [clip(Math.floor((box.x0 - x0) / h), columns - 1), clip(Math.floor((box.x1 - x0) / h), columns - 1)];
  const [j0, j1] = [clip(Math.floor((box.y0 - y0) / h), rows - 1), clip(Math.floor((box.y1 - y0) / h), rows - 1)];
  for (let j = j0; j <= j1; j++)
    for (let i = i0; i <= i1; i++) visit(j * columns + i, x0 + (i + 0.5) * h, y0 + (j + 0.5) * h);
}

/** A thin wall takes away every cell it passes through, so that no field leaks through it. */
function cutLine(raster: Raster, ax: number, ay: number, bx: number, by: number): void {
  const length = lengthOf(bx - ax, by - ay);
  const count = Math.ceil(length / (raster.h / 8));
  for (let s = 0; s <= count; s++) {
    const t = count === 0 ? 0 : s / count;
    const k = cellAt(raster, ax + t * (bx - ax), ay + t * (by - ay));
    if (k >= 0 && k < raster.floor.length) raster.floor[k] = 0;
  }
}

const wallBand = 0.3;

/** Makes the last 0.3 m before a wall up to three times dearer, so that ways round a corner leave room for a body. */
function keepOffWalls(raster: Raster, walls: Float64Array): void {
  const near = new Float32Array(raster.cost.length).fill(wallBand);
  for (let k = 0; k < walls.length; k += 4) {
    const box = boxOf([
      [walls[k]!, walls[k + 1]!],
      [walls[k + 2]!, walls[k + 3]!],
    ]);
    const wide = { x0: box.x0 - wallBand, y0: box.y0 - wallBand, x1: box.x1 + wallBand, y1: box.y1 + wallBand };
    eachCell(raster, wide, (c, x, y) => {
      const distance = distanceToWall(walls, k, x, y);
      if (distance < near[c]!) near[c] = distance;
    });
  }
  for (let c = 0; c < near.length; c++) if (near[c]! < wallBand) raster.cost[c]! *= 3 - (2 * near[c]!) / wallBand;
}

function markZones(raster: Raster, ground: Ground): void {
  ground.zones.forEach((zone, i) => {
    const half = raster.h / 2;
    eachCell(raster, boxOf(zone.ring), (c, x, y) => {
      const touches = [-half, 0, half].some((dx) => [-half, 0, half].some((dy) => isInZone(zone, x + dx, y + dy)));
      if (touches) raster.zone[c] = i + 1;
    });
  });
}

/** How much dearer a metre across an exit or refuge is on the way to another. */
export const across = 100;

/**
 * Writes into `into` what a metre costs on the way to one of the goals, which are the first zones: ways go round the others,
 * since whoever enters one stays there and one that is shut lets nobody in.
 */
export function costsTo({ cost, zone }: Raster, goal: number, goals: number, into: Float32Array): Float32Array {
  into.set(cost);
  for (let c = 0; c < zone.length; c++) {
    const here = zone[c]!;
    if (here !== 0 && here <= goals && here !== goal + 1) into[c]! *= across;
  }
  return into;
}

/** Floor cells whose middle lies in the zone; its nearest floor cell when the zone is smaller than a cell. */
export function cellsOf(raster: Raster, ground: Ground, zone: number): number[] {
  const own = ground.zones[zone]!;
  const cells: number[] = [];
  const touched: number[] = [];
  eachCell(raster, boxOf(own.ring), (c, x, y) => {
    if (raster.floor[c] === 0) return;
    touched.push(c);
    if (isInZone(own, x, y)) cells.push(c);
  });
  return cells.length > 0 ? cells : touched.slice(0, 1);
}
