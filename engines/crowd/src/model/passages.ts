import { purpose, uniform } from '../chance.ts';
import type { Doorways, Field } from '../geometry/eikonal.ts';
import type { Ground, Passage } from '../geometry/ground.ts';
import { distanceToWall, isFloor, isInZone } from '../geometry/ground.ts';
import type { Raster } from '../geometry/raster.ts';
import { cellAt, cellsOf } from '../geometry/raster.ts';
import { boxOf } from '../geometry/ring.ts';
import type { Point } from '../scenario/scenario.ts';
import type { Kernel } from './kernel.ts';
import type { People } from './people.ts';

/** Moves people between levels and links, one body at a time and only where there is room for it. */
export interface Passages {
  /** Takes the person in a passage zone through it if their way leads through; true when they are on the other side. */
  carry(zone: number, place: number): boolean;
  /** Forgets who came through in this step. */
  clear(): void;
}

/** Spots inside the zone where somebody coming out of a link can stand, 0.4 m apart. */
function spotsIn(ground: Ground, zone: number, radius: number): Point[] {
  const box = boxOf(ground.zones[zone]!.ring);
  const spots: Point[] = [];
  const count = (from: number, to: number) => Math.max(1, Math.round((to - from) / 0.4));
  const [columns, rows] = [count(box.x0, box.x1), count(box.y0, box.y1)];
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const x = box.x0 + ((i + 0.5) * (box.x1 - box.x0)) / columns;
      const y = box.y0 + ((j + 0.5) * (box.y1 - box.y0)) / rows;
      if (isInZone(ground.zones[zone]!, x, y) && isFloor(ground, x, y) && isOffWalls(ground, x, y, radius))
        spots.push([x, y]);
    }
  return spots;
}

/** In an area too small or too cramped for a spot, the middle of its first floor cell: nobody may be lost in a link. */
function spotsOrMiddle(ground: Ground, raster: Raster, zone: number, radius: number): Point[] {
  const spots = spotsIn(ground, zone, radius);
  if (spots.length > 0) return spots;
  return cellsOf(raster, ground, zone)
    .slice(0, 1)
    .map((c) => [
      raster.x0 + ((c % raster.columns) + 0.5) * raster.h,
      raster.y0 + (Math.floor(c / raster.columns) + 0.5) * raster.h,
    ]);
}

function isOffWalls(ground: Ground, x: number, y: number, radius: number): boolean {
  for (let k = 0; k < ground.walls.length; k += 4) if (distanceToWall(ground.walls, k, x, y) < radius) return false;
  return true;
}

/** Spots across the strip at the line where people step on. */
function spotsAcross(ground: Ground, passage: Passage, radius: number): Point[] {
  const { y0, y1 } = boxOf(ground.zones[passage.onStrip]!.ring);
  const free = y1 - y0 - 2 * radius;
  const count = Math.max(1, Math.floor(free / (2.1 * radius)) + 1);
  return Array.from({ length: count }, (_, k) => [
    passage.entry,
    count === 1 ? (y0 + y1) / 2 : y0 + radius + (k * free) / (count - 1),
  ]);
}

/** Least way still to go on each side of each doorway, for one field. */
function farThrough(field: Field, doorways: Doorways): Float64Array {
  return Float64Array.from(doorways.cells, (cells) =>
    cells.reduce((least, c) => Math.min(least, field.far[c]!), Infinity),
  );
}

interface Side {
  readonly doorway: number;
  readonly spots: readonly Point[];
  readonly sheet: number;
  readonly headX: number;
}

export function passagesOf(
  ground: Ground,
  raster: Raster,
  doorways: Doorways,
  kernel: Kernel,
  people: People,
  seed: number,
  radius: number,
): Passages {
  const far = kernel.fields.map((field) => farThrough(field, doorways));
  const sides = new Map<number, Side>();
  ground.passages.forEach((passage, i) => {
    const { onLevel, onStrip } = passage;
    const inward = i % 2 === 0 ? 1 : -1;
    sides.set(onLevel, {
      doorway: 2 * i,
      spots: spotsAcross(ground, passage, radius),
      sheet: ground.zones[onStrip]!.sheet,
      headX: inward,
    });
    sides.set(onStrip, {
      doorway: 2 * i + 1,
      spots: spotsOrMiddle(ground, raster, onLevel, radius),
      sheet: ground.zones[onLevel]!.sheet,
      headX: 0,
    });
  });
  const arrived: Point[] = [];

  function carry(zone: number, place: number): boolean {
    const side = sides.get(zone)!;
    const { x, y, goal, id, radius: body, headX, headY } = kernel.crowd.now;
    if (goal[place]! < 0) return false;
    const ways = far[goal[place]!]!;
    if (!(ways[doorways.partner[side.doorway]!]! < ways[side.doorway]!)) return false;
    const who = id[place]!;
    const turn = Math.floor(uniform(seed, purpose.slot, who, side.doorway) * side.spots.length);
    const spot = bestSpot(side, turn, kernel.fields[goal[place]!]!, body[place]!);
    if (!spot) return false;
    [x[place], y[place]] = spot;
    if (side.headX !== 0) [headX[place], headY[place]] = [side.headX, 0];
    people.sheet[who] = side.sheet;
    kernel.crowd.seenX[who] = spot[0];
    kernel.crowd.seenY[who] = spot[1];
    arrived.push(spot);
    return true;
  }

  function bestSpot(side: Side, turn: number, field: Field, body: number): Point | undefined {
    const { spots } = side;
    let [best, least] = [undefined as Point | undefined, Infinity];
    for (let k = 0; k < spots.length; k++) {
      const spot = spots[(k + turn) % spots.length]!;
      const value = field.far[cellAt(raster, spot[0], spot[1])]!;
      if (value < least - 1e-3 && isFree(spot, body)) [best, least] = [spot, value];
    }
    return best;
  }

  function isFree([sx, sy]: Point, body: number): boolean {
    const { crowd, cells } = kernel;
    const { x, y, radius: bodies, id } = crowd.now;
    const isNear = (px: number, py: number, distance: number) =>
      (px - sx) * (px - sx) + (py - sy) * (py - sy) < distance * distance;
    if (arrived.some(([px, py]) => isNear(px, py, 2 * body))) return false;
    const c = Math.floor((sy - cells.y0) / cells.size) * cells.columns + Math.floor((sx - cells.x0) / cells.size);
    for (let row = -1; row <= 1; row++) {
      const middle = c + row * cells.columns;
      for (let j = crowd.start[middle - 1]!; j < crowd.start[middle + 2]!; j++)
        if (id[j]! >= 0 && isNear(x[j]!, y[j]!, 0.95 * (body + bodies[j]!))) return false;
    }
    return true;
  }

  return { carry, clear: () => void (arrived.length = 0) };
}
