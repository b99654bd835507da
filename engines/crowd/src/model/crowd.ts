import type { Cells } from '../geometry/cells.ts';

export const reals = [
  'x',
  'y',
  'headX',
  'headY',
  'speed',
  'radius',
  'push',
  'top',
  'rate',
  'side',
  'aimX',
  'aimY',
] as const;
type Real = (typeof reals)[number];

/** Double precision in the reference kernel, single in the SIMD kernel. */
export type Reals = Float64Array | Float32Array;

/** One array for each property of those inside, neighbours close together; `id` says who stands at a place. */
export type Columns = { readonly [name in Real]: Reals } & { readonly goal: Int32Array; readonly id: Int32Array };

function columnsFor(size: number): Columns {
  const own = Object.fromEntries(reals.map((name) => [name, new Float64Array(size)])) as {
    [name in Real]: Float64Array;
  };
  return { ...own, goal: new Int32Array(size), id: new Int32Array(size) };
}

/**
 * Everybody who is inside. Metres, seconds:
 * `head` unit heading · `speed` of the last step · `radius` body now, shoulders turned or not · `push` e^(radius/reach)
 * · `top` speed wanted, 0 while waiting · `rate` 1/time gap · `side` tangent of the sidestep from the way
 * · `aim` direction of the way as of the last step · `goal` field
 */
export interface Crowd {
  count: number;
  now: Columns;
  spare: Columns;
  /** Place in the columns by id; −1 for those who left. */
  readonly placeOf: Int32Array;
  readonly cellOf: Int32Array;
  /** First place of each cell, and one more. */
  readonly start: Int32Array;
  readonly cursor: Int32Array;
  /** By id: body without turning the shoulders, seconds without progress, where the person was at the last look. */
  readonly ownRadius: Reals;
  readonly stuck: Reals;
  readonly seenX: Reals;
  readonly seenY: Reals;
}

export function crowdOf(size: number, cells: Cells): Crowd {
  const count = cells.columns * cells.rows;
  return {
    count: 0,
    now: columnsFor(size),
    spare: columnsFor(size),
    placeOf: new Int32Array(size).fill(-1),
    cellOf: new Int32Array(size),
    start: new Int32Array(count + cells.columns + 2),
    cursor: new Int32Array(count),
    ownRadius: new Float64Array(size),
    stuck: new Float64Array(size),
    seenX: new Float64Array(size),
    seenY: new Float64Array(size),
  };
}

/** Marks somebody as gone; the next sort leaves them out. */
export const removeFrom = (crowd: Crowd, place: number): void => {
  crowd.placeOf[crowd.now.id[place]!] = -1;
  crowd.now.id[place] = -1;
};

/** Counting sort by cell, row by row: people of neighbouring cells become neighbours in memory. Stable, so repeatable. */
export function sortByCell(crowd: Crowd, cells: Cells): void {
  const { count, now, cellOf, start, cursor } = crowd;
  const { x, y, id } = now;
  const { x0, y0, columns, rows } = cells;
  const perMetre = 1 / cells.size;
  cursor.fill(0);
  for (let i = 0; i < count; i++) {
    if (id[i]! < 0) continue;
    const c = (((y[i]! - y0) * perMetre) | 0) * columns + (((x[i]! - x0) * perMetre) | 0);
    cellOf[i] = c;
    cursor[c]!++;
  }
  let total = 0;
  for (let c = 0; c < columns * rows; c++) {
    start[c] = total;
    total += cursor[c]!;
    cursor[c] = start[c]!;
  }
  start.fill(total, columns * rows);
  copySorted(crowd);
  crowd.count = total;
}

function copySorted(crowd: Crowd): void {
  const { count, now, spare, cellOf, cursor, placeOf } = crowd;
  const { x, y, headX, headY, speed, radius, push, top, rate, side, aimX, aimY, goal, id } = now;
  const to = spare;
  for (let i = 0; i < count; i++) {
    const who = id[i]!;
    if (who < 0) continue;
    const k = cursor[cellOf[i]!]!++;
    to.x[k] = x[i]!;
    to.y[k] = y[i]!;
    to.headX[k] = headX[i]!;
    to.headY[k] = headY[i]!;
    to.speed[k] = speed[i]!;
    to.radius[k] = radius[i]!;
    to.push[k] = push[i]!;
    to.top[k] = top[i]!;
    to.rate[k] = rate[i]!;
    to.side[k] = side[i]!;
    to.aimX[k] = aimX[i]!;
    to.aimY[k] = aimY[i]!;
    to.goal[k] = goal[i]!;
    to.id[k] = who;
    placeOf[who] = k;
  }
  crowd.now = spare;
  crowd.spare = now;
}
