import { purpose, uniform } from '../chance.ts';
import { exp } from '../geometry/arithmetic.ts';
import type { Cells } from '../geometry/cells.ts';
import { cellOf } from '../geometry/cells.ts';
import { cellAt } from '../geometry/raster.ts';
import type { Reals } from './crowd.ts';
import type { Kernel } from './kernel.ts';
import { findHiding, isHidden } from './sight-lines.ts';

/** Metres ahead and to either side that people look for a way past others. */
const sight = 2.5;
const aside = 1.5;
const farthest = 3;
/** Radius within which people count how packed it is ahead, and the floor of that half disc. */
const crowding = 1.5;
const crowdingArea = (Math.PI / 2) * crowding * crowding;
/** Offsets to the right, metres, between which a person chooses, and the width that somebody in the way blocks. */
const offsets = [-0.9, -0.45, 0, 0.45, 0.9] as const;
const straight = 2;
const blocks = 0.6;
/** What blame costs: a metre of detour, and what keeping right saves when people come towards. */
const detour = 0.15;
const keepRight = 0.9;
/** Nobody holds a line exactly: the most that chance adds to a sidestep. */
const sway = 0.05;

/** What one look has seen. */
const seen = { ahead: 0, oncoming: 0, blame: new Float64Array(offsets.length) };

/**
 * A few times a second each person looks up: how packed it is ahead (which sets the time gap), on which side there is
 * a way past slower and oncoming people (which sets the sidestep), and whether to turn the shoulders.
 */
export function lookAround(kernel: Kernel, seed: number, tick: number): void {
  const { crowd, step, motion } = kernel;
  const { id, top, side, rate } = crowd.now;
  const period = Math.max(1, Math.round(motion.lookEvery / step));
  for (let i = 0; i < crowd.count; i++) {
    const who = id[i]!;
    if ((who + tick) % period !== 0 || top[i] === 0) continue;
    see(kernel, i);
    const drawn = uniform(seed, purpose.look, who, tick);
    const swaying = sway * (2 * drawn - 1);
    side[i] = side[i]! + 0.5 * (chooseSide(kernel, i) + swaying - side[i]!);
    rate[i] = 1 / timeGap(kernel, seen.ahead / crowdingArea);
    noteProgress(kernel, i, period * step);
    turnShoulders(kernel, i, drawn);
  }
}

function timeGap({ motion }: Kernel, density: number): number {
  const { openGap, packedGap, openBelow, packedAbove } = motion;
  const packed = (density - openBelow) / (packedAbove - openBelow);
  return openGap + (packedGap - openGap) * (packed < 0 ? 0 : packed > 1 ? 1 : packed);
}

/** Those whom a look covers: place, metres ahead and metres to the right. */
const covered = { place: new Int32Array(512), on: new Float64Array(512), off: new Float64Array(512) };

function widen(people: number): void {
  covered.place = new Int32Array(2 * people);
  covered.on = new Float64Array(2 * people);
  covered.off = new Float64Array(2 * people);
}

/**
 * Lists whom person i's look covers and no wall hides, and returns how many. Everybody in the cells around is written down
 * and only those are kept: that takes no branch, and who is covered could not be foreseen.
 */
function cover({ crowd, cells, walls }: Kernel, i: number): number {
  const { now, start, count } = crowd;
  const { x, y, aimX, aimY } = now;
  const { between, columns } = cells;
  if (count > covered.place.length) widen(count);
  const { place, on: ahead, off: aside_ } = covered;
  const [ax, ay, xi, yi] = [aimX[i]!, aimY[i]!, x[i]!, y[i]!];
  boundsOf(cells, xi, yi, ax, ay);
  const { firstColumn, lastColumn, firstRow, lastRow } = bounds;
  let found = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    const end = start[row * columns + lastColumn + 1]!;
    for (let j = start[row * columns + firstColumn]!; j < end; j++) {
      const dx = x[j]! - xi;
      const dy = y[j]! - yi;
      const on = ax * dx + ay * dy;
      const off = ay * dx - ax * dy;
      place[found] = j;
      ahead[found] = on;
      aside_[found] = off;
      found = (found + (+(on > 0) & +(on <= sight) & +(Math.abs(off) <= aside))) | 0;
    }
  }
  const own = cellOf(cells, xi, yi);
  const hides = between.start[own + 1]! > between.start[own]! && findHiding(walls, between, own, xi, yi, farthest);
  return hides ? dropHidden(x, y, i, found) : found;
}

/** Takes out of the list whom a wall hides from person i; returns how many are left. */
function dropHidden(x: Reals, y: Reals, i: number, end: number): number {
  const { place, on, off } = covered;
  let found = 0;
  for (let k = 0; k < end; k++) {
    const j = place[k]!;
    if (isHidden(x[j]! - x[i]!, y[j]! - y[i]!)) continue;
    place[found] = j;
    on[found] = on[k]!;
    off[found] = off[k]!;
    found++;
  }
  return found;
}

/** Looks over everybody ahead: counts those near, those who come towards, and blames those who are in the way. */
function see(kernel: Kernel, i: number): void {
  const { x, y, headX, headY, speed, top, aimX, aimY } = kernel.crowd.now;
  const [ax, ay, xi, yi, wanted] = [aimX[i]!, aimY[i]!, x[i]!, y[i]!, top[i]!];
  const end = cover(kernel, i);
  const { place, on: onTheWay, off: offTheWay } = covered;
  let [ahead, oncoming] = [0, 0];
  let [farLeft, left, middle, right, farRight] = [0, 0, 0, 0, 0];
  for (let k = 0; k < end; k++) {
    const j = place[k]!;
    const on = onTheWay[k]!;
    const off = offTheWay[k]!;
    const dx = x[j]! - xi;
    const dy = y[j]! - yi;
    ahead = (ahead + +(dx * dx + dy * dy < crowding * crowding)) | 0;
    const isOpposed = ax * aimX[j]! + ay * aimY[j]! < -0.3 && top[j]! > 0;
    if (isOpposed && on < 1 && Math.abs(off) < blocks) oncoming++;
    const theirs = speed[j]! * (headX[j]! * ax + headY[j]! * ay);
    const closing = wanted - (isOpposed && theirs > -0.4 ? -0.4 : theirs);
    if (closing < 0.1) continue;
    const weight = 0.5 * closing * (1 - on * perSight);
    farLeft += weight * blocked(off - offsets[0]);
    left += weight * blocked(off - offsets[1]);
    middle += weight * blocked(off - offsets[2]);
    right += weight * blocked(off - offsets[3]);
    farRight += weight * blocked(off - offsets[4]);
  }
  seen.ahead = ahead;
  seen.oncoming = oncoming;
  const { blame } = seen;
  [blame[0], blame[1], blame[2], blame[3], blame[4]] = [farLeft, left, middle, right, farRight];
}

const perSight = 1 / (sight + 0.1);

/** Twice the share of an offset that somebody blocks who is so far from it, or 0, without a branch that nobody could foresee. */
const blocked = (miss: number): number => {
  const share = 1 - Math.abs(miss) * (1 / blocks);
  return share + Math.abs(share);
};

/** Columns and rows of cells that one look covers. */
const bounds = { firstColumn: 0, lastColumn: 0, firstRow: 0, lastRow: 0 };

function boundsOf({ x0, y0, size, columns, rows }: Cells, x: number, y: number, ax: number, ay: number): void {
  const wideX = aside * Math.abs(ay);
  const wideY = aside * Math.abs(ax);
  bounds.firstColumn = clip((x - x0 - wideX + Math.min(0, sight * ax)) / size, columns - 1);
  bounds.lastColumn = clip((x - x0 + wideX + Math.max(0, sight * ax)) / size, columns - 1);
  bounds.firstRow = clip((y - y0 - wideY + Math.min(0, sight * ay)) / size, rows - 1);
  bounds.lastRow = clip((y - y0 + wideY + Math.max(0, sight * ay)) / size, rows - 1);
}

const clip = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value | 0);

/** The least blocked offset that has floor under it; to the right rather when somebody comes towards. */
function chooseSide(kernel: Kernel, i: number): number {
  const { raster, crowd, cells } = kernel;
  const { x, y, aimX, aimY } = crowd.now;
  const hasEdge = cells.edgesNear[cellOf(cells, x[i]!, y[i]!)] === 1;
  const ax = aimX[i]!;
  const ay = aimY[i]!;
  const right = seen.oncoming > 0 ? keepRight : 0;
  let best = straight;
  let least = Infinity;
  for (let k = 0; k < offsets.length; k++) {
    const off = offsets[k]!;
    const cost = seen.blame[k]! + detour * Math.abs(off) - right * off;
    if (cost >= least) continue;
    if (k !== straight && hasEdge) {
      const c = cellAt(raster, x[i]! + 0.6 * ax + off * ay, y[i]! + 0.6 * ay - off * ax);
      if (raster.floor[c] !== 1) continue;
    }
    best = k;
    least = cost;
  }
  return offsets[best]!;
}

/** Keeps the time during which somebody came forward by less than a twentieth of what they wanted. */
function noteProgress(kernel: Kernel, i: number, since: number): void {
  const { x, y, id, top, aimX, aimY } = kernel.crowd.now;
  const { seenX, seenY, stuck } = kernel.crowd;
  const who = id[i]!;
  const progress = (x[i]! - seenX[who]!) * aimX[i]! + (y[i]! - seenY[who]!) * aimY[i]!;
  seenX[who] = x[i]!;
  seenY[who] = y[i]!;
  stuck[who] = progress < 0.05 * top[i]! * since ? stuck[who]! + since : Math.max(0, stuck[who]! - 2 * since);
}

/**
 * Somebody who meets others turns sideways and takes a quarter less room. Who comes no further takes less with time:
 * a little in a queue, where now and then one pushes through; much more where others come towards, so that in the end
 * two bodies always pass.
 */
function turnShoulders(kernel: Kernel, i: number, drawn: number): void {
  const { motion, crowd } = kernel;
  const { radius, push, id } = crowd.now;
  const who = id[i]!;
  const meets = seen.oncoming > 0;
  const wanted =
    crowd.ownRadius[who]! * (1 - (meets ? 0.25 : 0) - squeezeOf(crowd.stuck[who]!, meets, drawn < motion.pushing));
  if (wanted === radius[i]) return;
  radius[i] = wanted;
  push[i] = exp(wanted / motion.reach);
}

/** Share of the body that somebody stuck for so many seconds gives up. */
function squeezeOf(stuck: number, meets: boolean, pushes: boolean): number {
  const patience = Math.min(0.2, Math.max(0, (stuck - 1.5) * 0.05));
  if (meets) return patience + Math.min(0.2, Math.max(0, (stuck - 8) * 0.02));
  return stuck > 3 && pushes ? 0.35 : Math.min(0.1, patience);
}
