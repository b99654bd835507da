import { exp } from '../geometry/arithmetic.ts';
import type { Raster } from '../geometry/raster.ts';
import type { Sheet, Squares } from './squares.ts';
import { floorOf, side } from './squares.ts';

/**
 * Local density as in Helbing, Johansson and Al-Abideen, Dynamics of crowd disasters, Phys. Rev. E 75, 046109 (2007):
 * each person counts for e^(−(d/R)²)/(πR²) at distance d, R = 1 m. Counting heads in
 * squares of one metre makes peaks of half as much again: where the edges of a square fall decides who is counted in it.
 */
const reach = 2;
const across = 2 * reach + 1;
const perMetre = 64;

/** e^(−d²) by distance in 64ths of a metre. */
const bell = Float64Array.from({ length: (reach + 1) * perMetre + 1 }, (_, i) => {
  const d = i / perMetre;
  return exp(-d * d);
});

const bellAt = (distance: number): number => bell[(Math.abs(distance) * perMetre + 0.5) | 0]!;

/** Weights of one person over the columns and rows around their square. */
const [overColumns, overRows] = [new Float64Array(across), new Float64Array(across)];

/** Adds a person at (x, y) of the plane to the squares around that no wall hides, and returns the square they stand in. */
export function spread(onto: Float64Array, hidden: Uint32Array, sheet: Sheet, x: number, y: number): number {
  const { x0, y0, columns, rows, first } = sheet;
  const [i, j] = [((x - x0) / side) | 0, ((y - y0) / side) | 0];
  const behind = hidden[first + j * columns + i]!;
  for (let k = 0; k < across; k++) {
    overColumns[k] = bellAt(x - x0 - (i + k - reach + 0.5) * side) / Math.PI;
    overRows[k] = bellAt(y - y0 - (j + k - reach + 0.5) * side);
  }
  for (let b = Math.max(0, reach - j); b < Math.min(across, rows + reach - j); b++) {
    const row = first + (j + b - reach) * columns + i - reach;
    for (let a = Math.max(0, reach - i); a < Math.min(across, columns + reach - i); a++)
      if (!(behind & (1 << (across * b + a)))) onto[row + a]! += overColumns[a]! * overRows[b]!;
  }
  return first + j * columns + i;
}

/**
 * One over the share of a person's weight that falls on floor, for each square: people stand only on one side of a wall.
 * At most 3, so that a sliver of floor never looks crowded.
 */
export function besideWalls(squares: Squares, hidden: Uint32Array, raster: Raster): Float32Array {
  const floor = floorOf(squares, raster);
  const weights = Array.from({ length: across }, (_, k) => bellAt((k - reach) * side));
  const whole = weights.reduce((sum, each) => sum + each, 0) ** 2;
  const factor = new Float32Array(squares.size);
  for (const { columns, rows, first } of squares.sheets)
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++) {
        let onFloor = 0;
        for (let b = Math.max(0, reach - j); b < Math.min(across, rows + reach - j); b++)
          for (let a = Math.max(0, reach - i); a < Math.min(across, columns + reach - i); a++)
            if (!(hidden[first + j * columns + i]! & (1 << (across * b + a))))
              onFloor += weights[a]! * weights[b]! * floor[first + (j + b - reach) * columns + i + a - reach]!;
        factor[first + j * columns + i] = Math.min(3, whole / onFloor);
      }
  return factor;
}

/** For each square one bit for each of the squares around it whose middle a wall hides from its own. */
export function hiddenBehind({ sheets, size }: Squares, walls: Float64Array): Uint32Array {
  const hidden = new Uint32Array(size);
  const margin = (reach + 1) * side;
  for (const { x0, y0, columns, rows, first } of sheets)
    for (let k = 0; k < walls.length; k += 4) {
      const [ax, ay, bx, by] = [walls[k]! - x0, walls[k + 1]! - y0, walls[k + 2]! - x0, walls[k + 3]! - y0];
      const from = (a: number, b: number) => Math.max(0, Math.floor((Math.min(a, b) - margin) / side));
      const to = (a: number, b: number, end: number) => Math.min(end - 1, Math.floor((Math.max(a, b) + margin) / side));
      for (let j = from(ay, by); j <= to(ay, by, rows); j++)
        for (let i = from(ax, bx); i <= to(ax, bx, columns); i++) {
          const [x, y] = [(i + 0.5) * side, (j + 0.5) * side];
          hidden[first + j * columns + i]! |= bitsBehind(ax - x, ay - y, bx - x, by - y);
        }
    }
  return hidden;
}

/** The bits of the squares around that lie behind the wall from (ax, ay) to (bx, by), seen from the middle of a square. */
function bitsBehind(ax: number, ay: number, bx: number, by: number): number {
  let bits = 0;
  const own = ax * by - ay * bx;
  for (let b = 0; b < across; b++)
    for (let a = 0; a < across; a++) {
      const [dx, dy] = [(a - reach) * side, (b - reach) * side];
      const other = (ax - dx) * (by - dy) - (ay - dy) * (bx - dx);
      if (own * other < 0 && (dx * ay - dy * ax) * (dx * by - dy * bx) < 0) bits |= 1 << (across * b + a);
    }
  return bits;
}
