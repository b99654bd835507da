import type { Ground } from './ground.ts';
import { CellHeap } from './heap.ts';
import type { Raster } from './raster.ts';
import { cellsOf, across as dear } from './raster.ts';

/** The way to one goal from everywhere. */
export interface Field {
  /** Metres still to go, walls and stairs counted dearer; Infinity where the goal cannot be reached. */
  readonly far: Float32Array;
  /**
   * Unit direction of the way, x and y in turn, in 127ths; at `aimPlace`. Blocks of 8 × 4 cells lie together in 64 bytes, one
   * line of a processor's cache, because whoever walks needs the cells around next.
   */
  readonly aim: Int8Array;
}

/** Place in `aim` of the cell in a column and row of a raster so many columns wide. */
export const aimPlace = (columns: number, column: number, row: number): number =>
  (((row >> 2) * ((columns + 7) >> 3) + (column >> 3)) << 6) | ((row & 3) << 4) | ((column & 7) << 1);

/** The cells on either side of every passage, looked up once. */
export interface Doorways {
  /** 1 + the doorway that a cell belongs to. */
  readonly of: Uint16Array;
  readonly cells: readonly (readonly number[])[];
  readonly partner: readonly number[];
}

export function doorwaysOf(raster: Raster, ground: Ground): Doorways {
  const cells: number[][] = [];
  const partner: number[] = [];
  const of = new Uint16Array(raster.floor.length);
  for (const { onLevel, onStrip } of ground.passages) {
    const first = cells.push(cellsOf(raster, ground, onLevel), cellsOf(raster, ground, onStrip)) - 2;
    partner.push(first + 1, first);
    for (const side of [first, first + 1]) for (const c of cells[side]!) of[c] = side + 1;
  }
  return { of, cells, partner };
}

/** What solving one field needs for a while; a plan solves all its fields in the same, so that memory is not taken for each. */
interface Workspace {
  readonly far: Float64Array;
  readonly done: Uint8Array;
  readonly aim: Int8Array;
  readonly heap: CellHeap;
}

export const workspaceFor = ({ floor }: Raster): Workspace => ({
  far: new Float64Array(floor.length),
  done: new Uint8Array(floor.length),
  aim: new Int8Array(2 * floor.length),
  heap: new CellHeap(),
});

/** First-order fast marching (Sethian 1996) from the goal's cells; a doorway reached on one side opens on the other. */
export function solveField(
  raster: Raster,
  doorways: Doorways,
  goal: readonly number[],
  { far, done, aim, heap }: Workspace,
): Field {
  const { floor, cost, columns, h } = raster;
  far.fill(Infinity);
  done.fill(0);
  const opened = new Uint8Array(doorways.cells.length);
  const reach = (c: number, value: number): void => {
    if (done[c] === 1 || value >= far[c]!) return;
    far[c] = value;
    heap.push(c, value);
  };
  for (const c of goal) reach(c, 0);
  const offsets = [1, -1, columns, -columns];
  while (heap.size > 0) {
    const c = heap.pop();
    if (done[c] === 1) continue;
    done[c] = 1;
    for (let d = 0; d < 4; d++) {
      const q = c + offsets[d]!;
      if (floor[q] === 0 || done[q] === 1) continue;
      const across = Math.min(far[q - 1]!, far[q + 1]!);
      const along = Math.min(far[q - columns]!, far[q + columns]!);
      const step = h * cost[q]!;
      const apart = across - along;
      const low = apart < 0 ? across : along;
      // Both neighbours count only when their difference is less than the step: otherwise the front comes from one.
      const value =
        apart < step && apart > -step ? (across + along + Math.sqrt(2 * step * step - apart * apart)) / 2 : low + step;
      reach(q, value);
    }
    const side = doorways.of[c]! - 1;
    if (side >= 0 && opened[side] === 0) {
      opened[side] = 1;
      for (const q of doorways.cells[doorways.partner[side]!]!) reach(q, far[c]! + h);
    }
  }
  return { far: new Float32Array(far), aim: aimsOf(raster, far, aim) };
}

function aimsOf(raster: Raster, far: Float64Array, aim: Int8Array): Int8Array {
  const { columns, floor, cost } = raster;
  aim.fill(0);
  /** What lies ahead as a way: a wall or a place to walk round is none. */
  const way = (here: number, q: number): number => (cost[q]! >= dear && far[q]! > here ? Infinity : far[q]!);
  const slope = (here: number, before: number, after: number): number => {
    if (before < Infinity && after < Infinity) return (after - before) / 2;
    if (before < here) return here - before;
    return after < here ? after - here : 0;
  };
  for (let c = columns; c < far.length - columns; c++) {
    if (floor[c] === 0 || far[c] === Infinity) continue;
    const here = far[c]!;
    const gx = slope(here, way(here, c - 1), way(here, c + 1));
    const gy = slope(here, way(here, c - columns), way(here, c + columns));
    setAim(aim, c, -gx, -gy);
  }
  spreadAims(raster, far, aim);
  return inBlocks(raster, aim);
}

function inBlocks({ columns, rows }: Raster, aim: Int8Array): Int8Array {
  const blocks = new Int8Array(aimPlace(columns, 0, 4 * Math.ceil(rows / 4)));
  for (let row = 0, c = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, c += 2) {
      const place = aimPlace(columns, column, row);
      blocks[place] = aim[c]!;
      blocks[place + 1] = aim[c + 1]!;
    }
  return blocks;
}

function setAim(aim: Int8Array, c: number, x: number, y: number): void {
  const length = Math.sqrt(x * x + y * y);
  if (length < 1e-9) return;
  aim[2 * c] = Math.round((127 * x) / length);
  aim[2 * c + 1] = Math.round((127 * y) / length);
}

/** Goals are flat and walls have no way: both take the direction of the cells around them, wall cells two deep. */
function spreadAims(raster: Raster, far: Float64Array, aim: Int8Array): void {
  const { columns, floor } = raster;
  const isBlank = (c: number) => aim[2 * c] === 0 && aim[2 * c + 1] === 0;
  const around = [1, -1, columns, -columns, columns + 1, columns - 1, 1 - columns, -1 - columns];
  let front: number[] = [];
  for (let c = columns + 1; c < far.length - columns - 1; c++)
    if (isBlank(c) && around.some((o) => !isBlank(c + o))) front.push(c);
  for (let depth = 0; front.length > 0; depth++) {
    const found = front.map((c) => {
      let [x, y] = [0, 0];
      for (const o of around) {
        x += aim[2 * (c + o)]!;
        y += aim[2 * (c + o) + 1]!;
      }
      return [c, x, y] as const;
    });
    const next = new Set<number>();
    for (const [c, x, y] of found) setAim(aim, c, x, y);
    for (const [c] of found)
      for (const o of around) {
        const q = c + o;
        const inside = q > columns && q < far.length - columns - 1;
        if (inside && isBlank(q) && (far[q]! < Infinity || (floor[q] === 0 && depth < 1))) next.add(q);
      }
    front = [...next].filter((c) => isBlank(c) && (far[c]! < Infinity || depth < 2));
    if (depth > 200) break;
  }
}
