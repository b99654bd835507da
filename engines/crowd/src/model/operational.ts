import { exp } from '../geometry/arithmetic.ts';
import type { Pairs, ReferenceKernel } from './kernel.ts';
import { moveAll } from './move.ts';

/**
 * One step for everybody: who is near, where to turn, how much room there is, move.
 * The frame is the collision-free speed model (Tordeux, Chraibi and Seyfried 2016): a turn away from neighbours and
 * walls, then a speed that the room ahead divided by a time gap allows. What is new is in look-around.ts.
 */
export function stepCrowd(kernel: ReferenceKernel): void {
  findPairs(kernel);
  turnAll(kernel);
  measureRoom(kernel);
  moveAll(kernel);
}

const mostNeighbours = 512;

function grow(pairs: Pairs): void {
  const size = 2 * pairs.other.length;
  const widen = <T extends Int32Array | Float64Array>(from: T, to: T): T => (to.set(from), to);
  pairs.other = widen(pairs.other, new Int32Array(size));
  pairs.dx = widen(pairs.dx, new Float64Array(size));
  pairs.dy = widen(pairs.dy, new Float64Array(size));
}

/** Each pair once, with the push they give each other: own cell onwards, the next one, and the three above. */
function findPairs(kernel: ReferenceKernel): void {
  const { crowd, cells, pairs, pushX, pushY, walls } = kernel;
  const { now, count, start } = crowd;
  const { x, y, push } = now;
  const { columns, rows, between } = cells;
  const { values, perSquareMetre } = kernel.pushes;
  const sight2 = cells.size * cells.size;
  pushX.fill(0, 0, count);
  pushY.fill(0, 0, count);
  let found = 0;
  for (let c = 0; c < columns * rows; c++) {
    const last = start[c + 1]!;
    const hides = between.start[c + 1]! > between.start[c]!;
    for (let i = start[c]!; i < last; i++) {
      if (found + mostNeighbours > pairs.other.length) grow(pairs);
      const { other, dx: apartX, dy: apartY } = pairs;
      pairs.from[i] = found;
      const xi = x[i]!;
      const yi = y[i]!;
      const own = push[i]!;
      let sumX = 0;
      let sumY = 0;
      for (let row = 0; row < 2; row++) {
        const above = c + row * columns;
        const end = start[above + 2]!;
        for (let j = row === 0 ? i + 1 : start[above - 1]!; j < end; j++) {
          const dx = x[j]! - xi;
          const dy = y[j]! - yi;
          const d2 = dx * dx + dy * dy;
          if (d2 >= sight2) continue;
          if (hides && isHidden(walls, between.walls, between.start[c]!, between.start[c + 1]!, xi, yi, dx, dy))
            continue;
          const u = d2 * perSquareMetre;
          const k = u | 0;
          const low = values[k]!;
          const force = (low + (values[k + 1]! - low) * (u - k)) * own * push[j]!;
          sumX -= dx * force;
          sumY -= dy * force;
          pushX[j]! += dx * force;
          pushY[j]! += dy * force;
          other[found] = j;
          apartX[found] = dx;
          apartY[found] = dy;
          found++;
        }
      }
      pushX[i]! += sumX;
      pushY[i]! += sumY;
    }
  }
  pairs.from[count] = found;
}

/** Whether one of the listed walls stands between (x, y) and (x + dx, y + dy). */
export function isHidden(
  walls: Float64Array,
  list: Int32Array,
  from: number,
  to: number,
  x: number,
  y: number,
  dx: number,
  dy: number,
): boolean {
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

/** Turns everybody towards their way, to the side they chose, away from neighbours and walls. */
function turnAll(kernel: ReferenceKernel): void {
  const { crowd, raster, fields, pushX, pushY, room, motion, step } = kernel;
  const { x, y, headX, headY, side, aimX, aimY, goal, top } = crowd.now;
  const perCell = 1 / raster.h;
  const turn = 1 - exp(-step / motion.turning);
  addWalls(kernel);
  for (let i = 0; i < crowd.count; i++) {
    room[i] = 1e9;
    if (top[i] === 0 || goal[i]! < 0) continue;
    const { aim } = fields[goal[i]!]!;
    const c = 2 * ((((y[i]! - raster.y0) * perCell) | 0) * raster.columns + (((x[i]! - raster.x0) * perCell) | 0));
    const ax = aim[c]! / 127;
    const ay = aim[c + 1]! / 127;
    aimX[i] = ax;
    aimY[i] = ay;
    let wx = ax + side[i]! * ay + pushX[i]!;
    let wy = ay - side[i]! * ax + pushY[i]!;
    const length = Math.sqrt(wx * wx + wy * wy);
    if (length < 1e-9) continue;
    wx = headX[i]! + (wx / length - headX[i]!) * turn;
    wy = headY[i]! + (wy / length - headY[i]!) * turn;
    const whole = Math.sqrt(wx * wx + wy * wy);
    if (whole < 1e-9) continue;
    headX[i] = wx / whole;
    headY[i] = wy / whole;
  }
}

function addWalls(kernel: ReferenceKernel): void {
  const { crowd, cells, walls, pushX, pushY, wallPushes } = kernel;
  const { x, y, radius } = crowd.now;
  const { start, walls: list } = cells.near;
  for (let c = 0; c < cells.columns * cells.rows; c++) {
    const from = start[c]!;
    const to = start[c + 1]!;
    if (from === to) continue;
    for (let i = crowd.start[c]!; i < crowd.start[c + 1]!; i++) {
      for (let q = from; q < to; q++) {
        const k = list[q]!;
        const ax = walls[k]!;
        const ay = walls[k + 1]!;
        const ux = walls[k + 2]! - ax;
        const uy = walls[k + 3]! - ay;
        const along = ((x[i]! - ax) * ux + (y[i]! - ay) * uy) / (ux * ux + uy * uy);
        const t = along < 0 ? 0 : along > 1 ? 1 : along;
        const dx = ax + t * ux - x[i]!;
        const dy = ay + t * uy - y[i]!;
        const d2 = dx * dx + dy * dy;
        if (d2 > 0.36 || d2 === 0) continue;
        const d = Math.sqrt(d2);
        const force = wallPushes[((d - radius[i]! + 0.6) * 1000) | 0]! / d;
        pushX[i]! -= dx * force;
        pushY[i]! -= dy * force;
      }
    }
  }
}

/** How far everybody can walk straight on before touching somebody. */
function measureRoom(kernel: ReferenceKernel): void {
  const { crowd, pairs, room, motion } = kernel;
  const { headX, headY, radius } = crowd.now;
  const { from, other, dx: apartX, dy: apartY } = pairs;
  const { swept } = motion;
  for (let i = 0; i < crowd.count; i++) {
    const hx = headX[i]!;
    const hy = headY[i]!;
    const own = radius[i]!;
    let least = room[i]!;
    for (let p = from[i]!; p < from[i + 1]!; p++) {
      const j = other[p]!;
      const dx = apartX[p]!;
      const dy = apartY[p]!;
      const touch = own + radius[j]!;
      const width = touch * swept;
      const off = hx * dy - hy * dx;
      if (Math.abs(off) < width && hx * dx + hy * dy > 0) {
        const gap = Math.sqrt(dx * dx + dy * dy) - touch;
        if (gap < least) least = gap;
      }
      const offOther = headX[j]! * dy - headY[j]! * dx;
      if (Math.abs(offOther) < width && headX[j]! * dx + headY[j]! * dy < 0) {
        const gap = Math.sqrt(dx * dx + dy * dy) - touch;
        if (gap < room[j]!) room[j] = gap;
      }
    }
    room[i] = least;
  }
}
