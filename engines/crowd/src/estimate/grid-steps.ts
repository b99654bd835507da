import type { Segment } from '../geometry/outline.ts';
import type { Sheet } from './plan-grid.ts';

/** Four of the eight steps to a neighbour; the others lead back the same ways. */
export const steps = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
] as const;

/** What each of the four steps adds to the number of a cell. */
export const stepsOn = ({ columns }: Pick<Sheet, 'columns'>): Int32Array =>
  Int32Array.from(steps, ([dx, dy]) => dy * columns + dx);

const east = Int8Array.from(steps, ([dx]) => dx);
const north = Int8Array.from(steps, ([, dy]) => dy);

type Lattice = Pick<Sheet, 'columns' | 'rows' | 'x0' | 'y0'>;

type Visit = (index: number, step: number) => void;

/** Visits each step from the middle of a cell to a neighbour's that crosses the segment or touches its end. */
export function eachStepAcross(lattice: Lattice, cell: number, segment: Segment, visit: Visit): void {
  const [ax, ay, bx, by] = segment;
  if (ay === by) acrossLevel(lattice, cell, Math.min(ax, bx), Math.max(ax, bx), ay, visit);
  else if (ax === bx) acrossUpright(lattice, cell, ax, Math.min(ay, by), Math.max(ay, by), visit);
  else acrossSlanting(lattice, cell, segment, visit);
}

/** Across a segment along the rows: from which columns each step crosses it is worked out, not tried. */
function acrossLevel(
  { columns, rows, x0, y0 }: Lattice,
  cell: number,
  left: number,
  right: number,
  y: number,
  visit: Visit,
): void {
  const up = (y - y0) / cell - 0.5;
  const row = Math.floor(up);
  if (row < 0 || row >= rows) return;
  for (let k = 1; k < 4; k++) {
    const aside = 0.5 + east[k]! * (up - row);
    const from = Math.max(0, Math.ceil((left - x0) / cell - aside));
    const to = Math.min(columns - 1, Math.floor((right - x0) / cell - aside));
    for (let column = from; column <= to; column++) visit(row * columns + column, k);
  }
}

/** The same for a segment along the columns. */
function acrossUpright(
  { columns, rows, x0, y0 }: Lattice,
  cell: number,
  x: number,
  bottom: number,
  top: number,
  visit: Visit,
): void {
  const over = (x - x0) / cell - 0.5;
  const column = Math.floor(over);
  for (const k of [0, 1, 3]) {
    const own = k === 3 ? column + 1 : column;
    if (own < 0 || own >= columns) continue;
    const aside = 0.5 + north[k]! * Math.abs(over - own);
    const from = Math.max(0, Math.ceil((bottom - y0) / cell - aside));
    const to = Math.min(rows - 1, Math.floor((top - y0) / cell - aside));
    for (let row = from; row <= to; row++) visit(row * columns + own, k);
  }
}

function acrossSlanting(
  { columns, rows, x0, y0 }: Lattice,
  cell: number,
  [ax, ay, bx, by]: Segment,
  visit: Visit,
): void {
  const lowest = Math.max(0, Math.ceil((Math.min(ay, by) - y0) / cell - 1.5));
  const highest = Math.min(rows - 1, Math.floor((Math.max(ay, by) - y0) / cell - 0.5));
  for (let row = lowest; row <= highest; row++) {
    const y = y0 + (row + 0.5) * cell;
    const [left, right] = reach(ax, ay, bx, by, y, y + cell);
    const from = Math.max(0, Math.ceil((left - x0) / cell - 1.5));
    const to = Math.min(columns - 1, Math.floor((right - x0) / cell + 0.5));
    for (let column = from; column <= to; column++) {
      const x = x0 + (column + 0.5) * cell;
      for (let k = 0; k < 4; k++)
        if (isAcross(ax - x, ay - y, bx - x, by - y, east[k]! * cell, north[k]! * cell))
          visit(row * columns + column, k);
    }
  }
}

/** Whether a step by (dx, dy) from the origin crosses the segment from a to b. Signs of areas tell, without a division. */
function isAcross(ax: number, ay: number, bx: number, by: number, dx: number, dy: number): boolean {
  const beside = ax * by - ay * bx;
  if (beside > 0 === beside + dx * (ay - by) + dy * (bx - ax) > 0) return false;
  return (dx * ay - dy * ax) * (dx * by - dy * bx) <= 0;
}

/** From where to where in x the segment runs between two heights that it reaches. */
function reach(ax: number, ay: number, bx: number, by: number, bottom: number, top: number): [number, number] {
  const [low, high] = [Math.min(ay, by), Math.max(ay, by)];
  const at = (y: number) => ax + ((Math.min(high, Math.max(low, y)) - ay) / (by - ay)) * (bx - ax);
  const [p, q] = [at(bottom), at(top)];
  return [Math.min(p, q), Math.max(p, q)];
}
