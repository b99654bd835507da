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

/** Adds a person at (x, y) of the plane to the squares around and returns the square they stand in. */
export function spread(onto: Float64Array, { x0, y0, columns, rows, first }: Sheet, x: number, y: number): number {
  const [i, j] = [((x - x0) / side) | 0, ((y - y0) / side) | 0];
  for (let k = 0; k < across; k++) {
    overColumns[k] = bellAt(x - x0 - (i + k - reach + 0.5) * side) / Math.PI;
    overRows[k] = bellAt(y - y0 - (j + k - reach + 0.5) * side);
  }
  for (let b = Math.max(0, reach - j); b < Math.min(across, rows + reach - j); b++) {
    const row = first + (j + b - reach) * columns + i - reach;
    for (let a = Math.max(0, reach - i); a < Math.min(across, columns + reach - i); a++)
      onto[row + a]! += overColumns[a]! * overRows[b]!;
  }
  return first + j * columns + i;
}

/**
 * One over the share of a person's weight that falls on floor, for each square: people stand only on one side of a wall.
 * At most 3, so that a sliver of floor never looks crowded.
 */
export function besideWalls(squares: Squares, raster: Raster): Float32Array {
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
            onFloor += weights[a]! * weights[b]! * floor[first + (j + b - reach) * columns + i + a - reach]!;
        factor[first + j * columns + i] = Math.min(3, whole / onFloor);
      }
  return factor;
}
