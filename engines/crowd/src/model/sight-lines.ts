import type { WallLists } from '../geometry/cells.ts';

/** Walls around whoever looks, relative to them: both ends and twice the area with the eye; `count` of them. */
const hiding = { count: 0, walls: new Float64Array(5 * 64) };

/**
 * Notes which of the cell's walls can stand between somebody at (x, y) and others up to `reach` metres away, for
 * `isHidden`; false when none can. A wall whose line is farther than that never does.
 */
export function findHiding(
  walls: Float64Array,
  { start, walls: list }: WallLists,
  cell: number,
  x: number,
  y: number,
  reach: number,
): boolean {
  const end = start[cell + 1]!;
  if (5 * (end - start[cell]!) > hiding.walls.length) hiding.walls = new Float64Array(10 * (end - start[cell]!));
  const found = hiding.walls;
  let k = 0;
  for (let q = start[cell]!; q < end; q++) {
    const w = list[q]!;
    const ax = walls[w]! - x;
    const ay = walls[w + 1]! - y;
    const bx = walls[w + 2]! - x;
    const by = walls[w + 3]! - y;
    const wx = bx - ax;
    const wy = by - ay;
    const area = wy * ax - wx * ay;
    if (area * area > reach * reach * (wx * wx + wy * wy)) continue;
    found[k] = ax;
    found[k + 1] = ay;
    found[k + 2] = bx;
    found[k + 3] = by;
    found[k + 4] = area;
    k += 5;
  }
  hiding.count = k;
  return k > 0;
}

/** Whether a wall that `findHiding` noted stands between who looks and the place at (dx, dy) from there. */
export function isHidden(dx: number, dy: number): boolean {
  const { count, walls } = hiding;
  for (let k = 0; k < count; k += 5) {
    const ax = walls[k]!;
    const ay = walls[k + 1]!;
    const bx = walls[k + 2]!;
    const by = walls[k + 3]!;
    if ((dx * ay - dy * ax) * (dx * by - dy * bx) > 0) continue;
    if (walls[k + 4]! * ((by - ay) * (ax - dx) - (bx - ax) * (ay - dy)) <= 0) return true;
  }
  return false;
}
