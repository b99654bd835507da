import { aimPlace } from '../../src/geometry/eikonal.ts';
import { planOf } from '../../src/model/plan.ts';
import type { Point, Ring, Scenario } from '../../src/scenario/scenario.ts';

/**
 * A fixed measure of this machine at this moment: the laboratory kernels that found the limits before the engine was
 * written, the plain collision-free speed model (Tordeux, Chraibi and Seyfried 2016) with nothing else: no looking around,
 * no groups, no storeys, nothing recorded. They are never tuned, so a ratio to them says what the engine does.
 */
export const model = {
  radius: 0.2,
  speed: 1.2,
  timeGap: 1,
  sight: 1.65,
  push: 8,
  reach: 0.1,
  wallPush: 5,
  wallReach: 0.02,
  wallSight: 0.5,
  step: 0.05,
} as const;

/** Indices of walls for each cell: those of cell c are `list[start[c]]` up to `list[start[c + 1]]`. */
export interface WallsByCell {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** What both laboratory kernels start from. */
export interface SetUp {
  /** x, y and goal of everybody. */
  readonly people: readonly (readonly [x: number, y: number, goal: number])[];
  readonly walls: Float64Array;
  readonly grid: { readonly x0: number; readonly y0: number; readonly columns: number; readonly rows: number };
  readonly near: WallsByCell;
  readonly between: WallsByCell;
  /** Least x, least y, most x, most y of each goal. */
  readonly goals: Float64Array;
  readonly field: { readonly x0: number; readonly y0: number; readonly h: number; readonly columns: number };
  /** Unit direction of the way to each goal, x and y in turn. */
  readonly ways: readonly Float32Array[];
}

/** Lays out a plan of one level whose groups have positions and one exit each. */
export function setUp(scenario: Scenario): SetUp {
  const { ground, raster, fields } = planOf(scenario);
  const { dx, dy } = ground.sheets[0]!;
  const exitAt = new Map(scenario.exits.map(({ id }, i) => [id, i]));
  const people = scenario.groups.flatMap((group) => {
    if (!('positions' in group) || typeof group.goal === 'string' || !('exit' in group.goal)) return [];
    const goal = exitAt.get(group.goal.exit)!;
    return group.positions.map(([x, y]) => [x + dx, y + dy, goal] as const);
  });
  const { walls, box } = ground;
  const [x0, y0] = [box.x0 - 1.01 * model.sight, box.y0 - 1.01 * model.sight];
  const grid = {
    x0,
    y0,
    columns: Math.ceil((box.x1 - x0) / model.sight) + 2,
    rows: Math.ceil((box.y1 - y0) / model.sight) + 2,
  };
  const corners = hidingCorners(scenario).map(([x, y]): Point => [x + dx, y + dy]);
  return {
    people,
    walls,
    grid,
    near: wallsWithin(grid, walls, model.wallSight),
    between: wallsWithin(grid, walls, model.sight, corners),
    goals: Float64Array.from(scenario.exits.flatMap(({ area }) => boundsOf(area, dx, dy))),
    field: { x0: raster.x0, y0: raster.y0, h: raster.h, columns: raster.columns },
    ways: fields.slice(0, scenario.exits.length).map(({ aim }) => row(aim, raster)),
  };
}

function row(aim: Int8Array, { columns, rows }: { columns: number; rows: number }): Float32Array {
  const way = new Float32Array(2 * columns * rows);
  for (let k = 0; k < columns * rows; k++) {
    const place = aimPlace(columns, k % columns, Math.floor(k / columns));
    way.set([aim[place]! / 127, aim[place + 1]! / 127], 2 * k);
  }
  return way;
}

function boundsOf(area: Ring, dx: number, dy: number): number[] {
  const [xs, ys] = [area.map(([x]) => x + dx), area.map(([, y]) => y + dy)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Corners that jut into the floor, and points along the edges of holes: elsewhere no wall hides anybody. */
function hidingCorners({ levels }: Scenario): Point[] {
  return levels[0]!.walkable.flatMap(({ outer, holes }) => {
    const juts = outer.filter((b, i) => {
      const [a, c] = [outer[(i + outer.length - 1) % outer.length]!, outer[(i + 1) % outer.length]!];
      return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) < 0;
    });
    return [...juts, ...holes.flatMap(alongEdges)];
  });
}

const alongEdges = (ring: Ring): Point[] =>
  ring.flatMap(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const parts = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / 0.5));
    return Array.from({ length: parts }, (_, k): Point => [ax + ((bx - ax) * k) / parts, ay + ((by - ay) * k) / parts]);
  });

/** Walls within `reach` of each cell; with `corners` only for cells that have one of them within reach. */
function wallsWithin(
  { x0, y0, columns, rows }: SetUp['grid'],
  walls: Float64Array,
  reach: number,
  corners?: readonly Point[],
): WallsByCell {
  const start = new Int32Array(columns * rows + 1);
  const list: number[] = [];
  const radius = model.sight * Math.SQRT1_2 + reach;
  for (let c = 0; c < columns * rows; c++) {
    const x = x0 + ((c % columns) + 0.5) * model.sight;
    const y = y0 + (Math.floor(c / columns) + 0.5) * model.sight;
    const isWanted = !corners || corners.some(([px, py]) => Math.hypot(px - x, py - y) < radius);
    for (let k = 0; isWanted && k < walls.length; k += 4) if (distance(walls, k, x, y) < radius) list.push(k);
    start[c + 1] = list.length;
  }
  return { start, list: Int32Array.from(list) };
}

function distance(walls: Float64Array, k: number, x: number, y: number): number {
  const [ax, ay] = [walls[k]!, walls[k + 1]!];
  const [ux, uy] = [walls[k + 2]! - ax, walls[k + 3]! - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy)));
  return Math.hypot(ax + t * ux - x, ay + t * uy - y);
}
