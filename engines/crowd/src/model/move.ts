import type { Raster } from '../geometry/raster.ts';
import { cellAt } from '../geometry/raster.ts';
import { isInside } from '../geometry/ring.ts';
import type { ReferenceKernel } from './kernel.ts';

/** Moves everybody as far as their room allows; nobody crosses a wall or enters what is shut. */
export function moveAll(kernel: ReferenceKernel): void {
  const { crowd, cells, room, raster, step, inZone } = kernel;
  const { x, y, headX, headY, speed, top, rate, goal } = crowd.now;
  const { start } = cells.near;
  const { standing } = kernel.motion;
  kernel.inZoneCount = 0;
  for (let c = 0; c < cells.columns * cells.rows; c++) {
    const hasWalls = start[c + 1]! > start[c]!;
    const hasZone = cells.zonesNear[c] === 1;
    for (let i = crowd.start[c]!; i < crowd.start[c + 1]!; i++) {
      if (goal[i]! < 0) speed[i] = 0;
      else {
        const allowed = (room[i]! - standing) * rate[i]!;
        speed[i] = allowed < 0 ? 0 : allowed < top[i]! ? allowed : top[i]!;
      }
      const far = speed[i]! * step;
      if (far > 0) {
        place.x = x[i]! + headX[i]! * far;
        place.y = y[i]! + headY[i]! * far;
        if (hasWalls) keepOffWalls(kernel, c, i);
        if (hasZone && isShutAt(kernel, i, place.x, place.y)) keepOut(kernel, c, i);
        x[i] = place.x;
        y[i] = place.y;
      }
      if (hasZone && zoneAt(raster, x[i]!, y[i]!) !== 0) inZone[kernel.inZoneCount++] = i;
    }
  }
}

/** Where the person being moved is about to stand. */
const place = { x: 0, y: 0 };

/** Whether a zone that nobody may enter now begins between where the person stands and a point. */
function isShutAt({ raster, shut, rings, crowd }: ReferenceKernel, i: number, x: number, y: number): boolean {
  const zone = zoneAt(raster, x, y) - 1;
  if (zone < 0 || shut[zone] === 0) return false;
  return isInside(rings[zone]!, x, y) && !isInside(rings[zone]!, crowd.now.x[i]!, crowd.now.y[i]!);
}

/** Before what is shut a person goes on sideways, across or up the plane, or stops. */
function keepOut(kernel: ReferenceKernel, c: number, i: number): void {
  const { x, y, speed } = kernel.crowd.now;
  const wanted = place.y;
  place.y = y[i]!;
  if (isFree(kernel, c, i)) return;
  place.x = x[i]!;
  place.y = wanted;
  if (isFree(kernel, c, i)) return;
  place.y = y[i]!;
  speed[i] = 0;
}

function isFree(kernel: ReferenceKernel, c: number, i: number): boolean {
  const { x, y } = kernel.crowd.now;
  const { start, walls: list } = kernel.cells.near;
  if (isShutAt(kernel, i, place.x, place.y)) return false;
  return !crosses(kernel.walls, list, start[c]!, start[c + 1]!, x[i]!, y[i]!);
}

const zoneAt = (raster: Raster, x: number, y: number): number => raster.zone[cellAt(raster, x, y)]!;

/** Slides along walls; a step that would still touch or cross one does not happen. */
function keepOffWalls(kernel: ReferenceKernel, c: number, i: number): void {
  const { cells, walls, motion, crowd } = kernel;
  const { x, y, radius } = crowd.now;
  const { start, walls: list } = cells.near;
  const from = start[c]!;
  const to = start[c + 1]!;
  const least = radius[i]! * motion.wallRadius;
  for (let q = from; q < to; q++) {
    const k = list[q]!;
    const ax = walls[k]!;
    const ay = walls[k + 1]!;
    const ux = walls[k + 2]! - ax;
    const uy = walls[k + 3]! - ay;
    const along = ((place.x - ax) * ux + (place.y - ay) * uy) / (ux * ux + uy * uy);
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const dx = place.x - ax - t * ux;
    const dy = place.y - ay - t * uy;
    const d2 = dx * dx + dy * dy;
    if (d2 >= least * least) continue;
    const d = Math.sqrt(d2);
    if (d < 1e-9) continue;
    place.x += (dx / d) * (least - d);
    place.y += (dy / d) * (least - d);
  }
  if (crosses(walls, list, from, to, x[i]!, y[i]!)) {
    place.x = x[i]!;
    place.y = y[i]!;
  }
}

function crosses(walls: Float64Array, list: Int32Array, from: number, to: number, x: number, y: number): boolean {
  const dx = place.x - x;
  const dy = place.y - y;
  for (let q = from; q < to; q++) {
    const k = list[q]!;
    const ax = walls[k]! - x;
    const ay = walls[k + 1]! - y;
    const bx = walls[k + 2]! - x;
    const by = walls[k + 3]! - y;
    if ((dx * ay - dy * ax) * (dx * by - dy * bx) > 0) continue;
    const wx = bx - ax;
    const wy = by - ay;
    if ((wy * ax - wx * ay) * (wy * (ax - dx) - wx * (ay - dy)) <= 0) return true;
  }
  return false;
}
