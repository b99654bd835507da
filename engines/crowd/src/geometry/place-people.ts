import { purpose, uniform } from '../chance.ts';
import { ScenarioFault } from '../result.ts';
import type { Fault } from '../scenario/fault.ts';
import type { Group, PlacedGroup, Point, Scenario } from '../scenario/scenario.ts';
import type { Ground, Sheet } from './ground.ts';
import { distanceToWall, isFloor } from './ground.ts';
import { boxOf, isInside } from './ring.ts';

/** Where somebody stands at the start, in the plane, and the group they belong to. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

/** People standing so far, by square of one metre, so that a free spot is found without asking everybody. */
class Standing {
  private readonly squares = new Map<number, Point[]>();
  private static key = (x: number, y: number) => Math.floor(x) * 100_003 + Math.floor(y);

  add(x: number, y: number): void {
    const key = Standing.key(x, y);
    this.squares.set(key, [...(this.squares.get(key) ?? []), [x, y]]);
  }

  isFree(x: number, y: number, distance: number): boolean {
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const [px, py] of this.squares.get(Standing.key(x + i, y + j)) ?? [])
          if ((px - x) * (px - x) + (py - y) * (py - y) < distance * distance) return false;
    return true;
  }
}

/** Places everybody, or says which group does not fit and how many of it would. */
export function placePeople(scenario: Scenario, ground: Ground, seed: number): Placed[] {
  const standing = new Standing();
  const levelAt = new Map(scenario.levels.map(({ id }, i) => [id, i]));
  const faults: Fault[] = [];
  const placed: Placed[] = [];
  let first = 0;
  scenario.groups.forEach((group, index) => {
    const sheet = ground.sheets[levelAt.get(group.level)!]!;
    const spots =
      'positions' in group
        ? givenSpots(group, index, sheet, ground, faults)
        : foundSpots(group, index, sheet, ground, standing, seed, first, faults);
    for (const [x, y] of spots) {
      standing.add(x, y);
      placed.push({ x, y, group: index });
    }
    first += spots.length;
  });
  if (faults.length > 0) throw new ScenarioFault(faults);
  return placed;
}

function givenSpots(
  group: Extract<Group, { positions: unknown }>,
  index: number,
  sheet: Sheet,
  ground: Ground,
  faults: Fault[],
): Point[] {
  return group.positions.map(([x, y], k) => {
    const spot = [x + sheet.dx, y + sheet.dy] as const;
    if (!isFloor(ground, spot[0], spot[1]))
      faults.push({
        path: `groups[${index}].positions[${k}]`,
        what: `Nobody can stand at (${x}, ${y}): it is not on the floor of level "${group.level}"`,
        mend: 'Move the position into a walkable area',
      });
    return spot;
  });
}

function foundSpots(
  group: PlacedGroup,
  index: number,
  sheet: Sheet,
  ground: Ground,
  standing: Standing,
  seed: number,
  first: number,
  faults: Fault[],
): readonly Point[] {
  if (group.count === 0) return [];
  const free = floorTest(group, sheet, ground, standing);
  const scattered = scatter(group, sheet, free, seed, first);
  if (scattered.length === group.count) return scattered;
  const packed = pack(group, sheet, free, seed, first);
  if (packed.length < group.count)
    faults.push({
      path: `groups[${index}].count`,
      what: `${group.count} people do not fit: about ${packed.length} have room in the area of group "${group.id}"`,
      mend: `Lower the count to ${packed.length} or enlarge the area`,
    });
  return packed.slice(0, group.count);
}

/** Whether somebody can stand at a point of the plane: floor of the area, a body away from walls and from the others. */
function floorTest(
  group: PlacedGroup,
  sheet: Sheet,
  ground: Ground,
  standing: Standing,
): (x: number, y: number) => boolean {
  const box = boxOf(group.area.map(([x, y]) => [x + sheet.dx, y + sheet.dy] as const));
  const near: number[] = [];
  for (let k = 0; k < ground.walls.length; k += 4) {
    const [ax, ay, bx, by] = [ground.walls[k]!, ground.walls[k + 1]!, ground.walls[k + 2]!, ground.walls[k + 3]!];
    const apart =
      Math.max(ax, bx) < box.x0 - 1 ||
      Math.min(ax, bx) > box.x1 + 1 ||
      Math.max(ay, by) < box.y0 - 1 ||
      Math.min(ay, by) > box.y1 + 1;
    if (!apart) near.push(k);
  }
  return (x, y) =>
    isInside(group.area, x - sheet.dx, y - sheet.dy) &&
    isFloor(ground, x, y) &&
    standing.isFree(x, y, 2 * group.radius) &&
    near.every((k) => distanceToWall(ground.walls, k, x, y) >= group.radius);
}

const tries = 40;

/** Throws each person at random, as people stand when there is room; gives up on the first who finds none. */
function scatter(
  group: PlacedGroup,
  sheet: Sheet,
  free: (x: number, y: number) => boolean,
  seed: number,
  first: number,
): Point[] {
  const { x0, y0, x1, y1 } = boxOf(group.area);
  const own = new Standing();
  const spots: Point[] = [];
  for (let person = 0; person < group.count; person++) {
    for (let t = 0; t < tries; t++) {
      const x = sheet.dx + x0 + (x1 - x0) * uniform(seed, purpose.place, first + person, 2 * t);
      const y = sheet.dy + y0 + (y1 - y0) * uniform(seed, purpose.place, first + person, 2 * t + 1);
      if (!own.isFree(x, y, 2.2 * group.radius) || !free(x, y)) continue;
      own.add(x, y);
      spots.push([x, y]);
      break;
    }
    if (spots.length <= person) break;
  }
  return spots;
}

/** The widest triangular lattice on which all find room, its points in random order; the tightest one when none does. */
function pack(
  group: PlacedGroup,
  sheet: Sheet,
  free: (x: number, y: number) => boolean,
  seed: number,
  first: number,
): Point[] {
  const box = boxOf(group.area);
  const area = (box.x1 - box.x0) * (box.y1 - box.y0);
  const tightest = 2.02 * group.radius;
  let spots: Point[] = [];
  for (
    let apart = Math.max(tightest, Math.sqrt((1.1547 * area) / group.count));
    ;
    apart = Math.max(tightest, apart * 0.96)
  ) {
    spots = lattice(box, apart, sheet, free);
    if (spots.length >= group.count || apart <= tightest) break;
  }
  const drawn = spots.map((spot, k) => [uniform(seed, purpose.place, first, 100_000 + k), spot] as const);
  return drawn.sort(([a], [b]) => a - b).map(([, spot]) => spot);
}

function lattice(
  box: { x0: number; y0: number; x1: number; y1: number },
  apart: number,
  sheet: Sheet,
  free: (x: number, y: number) => boolean,
): Point[] {
  const spots: Point[] = [];
  const rise = apart * Math.sqrt(0.75);
  const rows = Math.floor((box.y1 - box.y0) / rise);
  for (let j = 0; j <= rows; j++) {
    const y = sheet.dy + box.y0 + (j + 0.5) * rise;
    for (let x = sheet.dx + box.x0 + (j % 2 === 0 ? 0.25 : 0.75) * apart; x < sheet.dx + box.x1; x += apart)
      if (free(x, y)) spots.push([x, y]);
  }
  return spots;
}
