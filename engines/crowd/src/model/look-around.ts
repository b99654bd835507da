import { exp } from '../geometry/arithmetic.ts';
import type { Kernel } from './kernel.ts';
import { isHidden } from './operational.ts';
import type { People } from './people.ts';

/** Metres that people look ahead for a way past others. */
const sight = 2.5;
/** Offsets to the left and right, metres, between which a person chooses, and what each costs before anybody is seen. */
const offsets = [-0.9, -0.45, 0, 0.45, 0.9];
const blame = new Float64Array(offsets.length);

/**
 * A few times a second each person looks up: how packed it is ahead (which sets the time gap), on which side there is
 * a way past slower and oncoming people (which sets the sidestep), and whether to turn the shoulders.
 */
export function lookAround(kernel: Kernel, people: People, tick: number): void {
  const { crowd, step, motion } = kernel;
  const { id, top } = crowd.now;
  const period = Math.max(1, Math.round(motion.lookEvery / step));
  for (let i = 0; i < crowd.count; i++) {
    const who = id[i]!;
    if ((who + tick) % period !== 0 || top[i] === 0) continue;
    look(kernel, people, i, period * step);
  }
}

function aimAt(kernel: Kernel, i: number): readonly [number, number] {
  const { raster, crowd, fields } = kernel;
  const { x, y, goal } = crowd.now;
  if (goal[i]! < 0) return [0, 0];
  const c = Math.floor((y[i]! - raster.y0) / raster.h) * raster.columns + Math.floor((x[i]! - raster.x0) / raster.h);
  const { aim } = fields[goal[i]!]!;
  return [aim[2 * c]! / 127, aim[2 * c + 1]! / 127];
}

function look(kernel: Kernel, people: People, i: number, since: number): void {
  const { crowd, cells, motion, walls } = kernel;
  const { x, y, headX, headY, speed, top, id, side, rate } = crowd.now;
  const [ax, ay] = aimAt(kernel, i);
  const [xi, yi, wanted] = [x[i]!, y[i]!, top[i]!];
  blame.fill(0);
  let [ahead, oncoming] = [0, 0];
  const column = Math.floor((xi - cells.x0) / cells.size);
  const row = Math.floor((yi - cells.y0) / cells.size);
  const from = cells.between.start[row * cells.columns + column]!;
  const to = cells.between.start[row * cells.columns + column + 1]!;
  const reach = Math.ceil(sight / cells.size);
  const [i0, i1] = [Math.max(0, column - reach), Math.min(cells.columns - 1, column + reach)];
  for (let r = Math.max(0, row - reach); r <= Math.min(cells.rows - 1, row + reach); r++) {
    for (let j = crowd.start[r * cells.columns + i0]!; j < crowd.start[r * cells.columns + i1 + 1]!; j++) {
      const dx = x[j]! - xi;
      const dy = y[j]! - yi;
      const on = ax * dx + ay * dy;
      if (on <= 0 || on > sight || j === i) continue;
      const off = ay * dx - ax * dy;
      if (off > 1.5 || off < -1.5) continue;
      if (to > from && isHidden(walls, cells.between.walls, from, to, xi, yi, dx, dy)) continue;
      if (dx * dx + dy * dy < 2.25) ahead++;
      const theirs = speed[j]! * (headX[j]! * ax + headY[j]! * ay);
      const [bx, by] = aimAt(kernel, j);
      const opposed = ax * bx + ay * by < -0.3 && top[j]! > 0;
      if (opposed && on < 1 && off < 0.6 && off > -0.6) oncoming++;
      const closing = wanted - (opposed ? Math.min(theirs, -0.4) : theirs);
      if (closing < 0.1) continue;
      const weight = closing * (1 - on / (sight + 0.1));
      for (let k = 0; k < offsets.length; k++) {
        const miss = Math.abs(off - offsets[k]!);
        if (miss < 0.6) blame[k]! += weight * (1 - miss / 0.6);
      }
    }
  }
  const who = id[i]!;
  side[i] = side[i]! + 0.5 * (chooseSide(kernel, i, ax, ay, oncoming > 0) - side[i]!);
  const density = ahead / 3.53;
  const packed = Math.min(1, Math.max(0, (density - motion.openBelow) / (motion.packedAbove - motion.openBelow)));
  rate[i] = 1 / (motion.openGap + (motion.packedGap - motion.openGap) * packed);
  const progress = (xi - people.seenX[who]!) * ax + (yi - people.seenY[who]!) * ay;
  people.seenX[who] = xi;
  people.seenY[who] = yi;
  people.stuck[who] = progress < 0.05 * wanted * since ? people.stuck[who]! + since : Math.max(0, people.stuck[who]! - 2 * since);
  turnShoulders(kernel, people, i, who, oncoming > 0);
}

/** The sidestep towards the least blocked offset that has floor under it; to the right when somebody comes towards. */
function chooseSide(kernel: Kernel, i: number, ax: number, ay: number, meets: boolean): number {
  const { raster, crowd } = kernel;
  const { x, y } = crowd.now;
  let [best, least] = [2, Infinity];
  for (let k = 0; k < offsets.length; k++) {
    const off = offsets[k]!;
    const cost = blame[k]! + 0.15 * Math.abs(off) - (meets ? 0.25 * off : 0);
    if (cost >= least) continue;
    const [px, py] = [x[i]! + 0.6 * ax + off * ay, y[i]! + 0.6 * ay - off * ax];
    const c = Math.floor((py - raster.y0) / raster.h) * raster.columns + Math.floor((px - raster.x0) / raster.h);
    if (k !== 2 && raster.floor[c] !== 1) continue;
    [best, least] = [k, cost];
  }
  return offsets[best]!;
}

/** Somebody who meets others, or is stuck for long, turns sideways and takes less room: at most 45 % less. */
function turnShoulders(kernel: Kernel, people: People, i: number, who: number, meets: boolean): void {
  const { motion, crowd } = kernel;
  const { radius, push } = crowd.now;
  const stuck = people.stuck[who]!;
  const squeeze = Math.min(0.2, Math.max(0, (stuck - 1.5) * 0.05));
  const wanted = people.radius[who]! * (1 - (meets ? 0.25 : 0) - squeeze);
  if (wanted === radius[i]) return;
  radius[i] = wanted;
  push[i] = exp(wanted / motion.reach);
}
