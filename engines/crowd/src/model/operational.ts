import { exp } from '../geometry/arithmetic.ts';
import type { Cells } from '../geometry/cells.ts';
import { aimPlace } from '../geometry/eikonal.ts';
import type { Crowd, Reals } from './crowd.ts';
import type { Pairs, ReferenceKernel } from './kernel.ts';
import { moveAll } from './move.ts';
import { findHiding, isHidden } from './sight-lines.ts';

/**
 * One step for everybody: who is near, where to turn, how much room there is, move.
 * The frame is the collision-free speed model (Tordeux, Chraibi and Seyfried 2016): a turn away from neighbours and
 * walls, then a speed that the room ahead divided by a time gap allows. What is new is in look-around.ts.
 */
export function stepCrowd(kernel: ReferenceKernel): void {
  listPairs(kernel);
  pushApart(kernel);
  addWalls(kernel);
  findWays(kernel);
  turnAll(kernel);
  measureRoom(kernel);
  moveAll(kernel);
}

/** Makes room for all pairs that there can be, so that the loop over them need not look. */
function makeRoom({ start }: Crowd, { columns, rows }: Cells, pairs: Pairs): void {
  let most = 0;
  for (let c = 0; c < columns * rows; c++) {
    const own = start[c + 1]! - start[c]!;
    if (own > 0) most += own * (start[c + 2]! - start[c]! + start[c + columns + 2]! - start[c + columns - 1]!);
  }
  if (most < pairs.other.length) return;
  pairs.other = new Int32Array(2 * most);
  pairs.dx = new Float64Array(2 * most);
  pairs.dy = new Float64Array(2 * most);
}

/**
 * Each pair once: own cell onwards, the next one, and the three above. Everybody there is written down and only those near
 * are kept: that takes no branch, and whether somebody is near could not be foreseen.
 */
function listPairs({ crowd, cells, pairs, walls }: ReferenceKernel): void {
  const { now, count, start } = crowd;
  const { x, y } = now;
  const { columns, rows, between } = cells;
  makeRoom(crowd, cells, pairs);
  const { from, other } = pairs;
  const sight2 = cells.size * cells.size;
  let found = 0;
  for (let c = 0; c < columns * rows; c++) {
    const last = start[c + 1]!;
    if (start[c] === last) continue;
    const hides = between.start[c + 1]! > between.start[c]!;
    for (let i = start[c]!; i < last; i++) {
      from[i] = found;
      const xi = x[i]!;
      const yi = y[i]!;
      for (let row = 0; row < 2; row++) {
        const above = c + row * columns;
        const end = start[above + 2]!;
        for (let j = row === 0 ? i + 1 : start[above - 1]!; j < end; j++) {
          const dx = x[j]! - xi;
          const dy = y[j]! - yi;
          other[found] = j;
          found = (found + +(dx * dx + dy * dy < sight2)) | 0;
        }
      }
      if (hides && findHiding(walls, between, c, xi, yi, cells.size)) found = dropHidden(pairs, x, y, i, found);
    }
  }
  from[count] = found;
}

/** Takes out of the list of person i whom a wall hides; returns where the list ends now. */
function dropHidden({ from, other }: Pairs, x: Reals, y: Reals, i: number, end: number): number {
  let found = from[i]!;
  for (let p = found; p < end; p++) {
    const j = other[p]!;
    if (!isHidden(x[j]! - x[i]!, y[j]! - y[i]!)) other[found++] = j;
  }
  return found;
}

/** The push that all pairs give each other; notes how far apart they are. */
function pushApart({ crowd, pairs, pushes, pushX, pushY }: ReferenceKernel): void {
  const { now, count } = crowd;
  const { x, y, push } = now;
  const { from, other, dx: apartX, dy: apartY } = pairs;
  const { values, perSquareMetre } = pushes;
  pushX.fill(0, 0, count);
  pushY.fill(0, 0, count);
  for (let i = 0; i < count; i++) {
    const xi = x[i]!;
    const yi = y[i]!;
    const own = push[i]!;
    const end = from[i + 1]!;
    let sumX = 0;
    let sumY = 0;
    for (let p = from[i]!; p < end; p++) {
      const j = other[p]!;
      const dx = x[j]! - xi;
      const dy = y[j]! - yi;
      apartX[p] = dx;
      apartY[p] = dy;
      const u = (dx * dx + dy * dy) * perSquareMetre;
      const k = u | 0;
      const low = values[k]!;
      const force = (low + (values[k + 1]! - low) * (u - k)) * own * push[j]!;
      sumX -= dx * force;
      sumY -= dy * force;
      pushX[j]! += dx * force;
      pushY[j]! += dy * force;
    }
    pushX[i]! += sumX;
    pushY[i]! += sumY;
  }
}

/** Looks up which way everybody has to go; a loop of its own, because each look-up waits for far memory and so they wait together. */
function findWays({ crowd, raster, fields }: ReferenceKernel): void {
  const { x, y, aimX, aimY, goal, top } = crowd.now;
  const aims = fields.map(({ aim }) => aim);
  const { x0, y0, columns } = raster;
  const perCell = 1 / raster.h;
  for (let i = 0; i < crowd.count; i++) {
    if (top[i] === 0 || goal[i]! < 0) continue;
    const aim = aims[goal[i]!]!;
    const place = aimPlace(columns, ((x[i]! - x0) * perCell) | 0, ((y[i]! - y0) * perCell) | 0);
    aimX[i] = aim[place]! / 127;
    aimY[i] = aim[place + 1]! / 127;
  }
}

/** Turns everybody towards their way, to the side they chose, away from neighbours and walls. */
function turnAll(kernel: ReferenceKernel): void {
  const { crowd, pushX, pushY, room, motion, step } = kernel;
  const { headX, headY, side, aimX, aimY, goal, top } = crowd.now;
  const turn = 1 - exp(-step / motion.turning);
  room.fill(1e9, 0, crowd.count);
  for (let i = 0; i < crowd.count; i++) {
    if (top[i] === 0 || goal[i]! < 0) continue;
    const ax = aimX[i]!;
    const ay = aimY[i]!;
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
function measureRoom({ crowd, pairs, room, motion }: ReferenceKernel): void {
  const { headX, headY, radius } = crowd.now;
  const { from, other, dx: apartX, dy: apartY } = pairs;
  const { swept } = motion;
  for (let i = 0; i < crowd.count; i++) {
    const hx = headX[i]!;
    const hy = headY[i]!;
    const own = radius[i]!;
    const end = from[i + 1]!;
    let least = room[i]!;
    for (let p = from[i]!; p < end; p++) {
      const j = other[p]!;
      const dx = apartX[p]!;
      const dy = apartY[p]!;
      const touch = own + radius[j]!;
      const width = touch * swept;
      const gap = Math.sqrt(dx * dx + dy * dy) - touch;
      const [ox, oy] = [headX[j]!, headY[j]!];
      const isAhead = +(gap < least) & +(Math.abs(hx * dy - hy * dx) < width) & +(hx * dx + hy * dy > 0);
      const isBehind = +(gap < room[j]!) & +(Math.abs(ox * dy - oy * dx) < width) & +(ox * dx + oy * dy < 0);
      if (isAhead) least = gap;
      if (isBehind) room[j] = gap;
    }
    room[i] = least;
  }
}
