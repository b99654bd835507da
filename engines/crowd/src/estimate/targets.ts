import { crossing, distance, edgesOf } from '../scenario/rings.ts';
import type { Interval, Level, Point, Ring, Scenario } from '../scenario/scenario.ts';
import type { Ground } from '../scenario/standing-room.ts';
import { groundOf } from '../scenario/standing-room.ts';

/** An exit or refuge as the hydraulic method sees it: a width to pass and a time from which it is open. */
export interface Target {
  readonly id: string;
  readonly kind: 'exit' | 'refuge';
  readonly level: string;
  readonly area: Ring;
  /** Metres of clear width by which people come in. */
  readonly width: number;
  /** Seconds from the start until it is open. */
  readonly opens: number;
  readonly capacity: number;
}

/** The exits that are not lost for good, then the refuges with room. */
export function targetsOf({ exits, refuges, levels }: Scenario, lost: readonly string[] = []): Target[] {
  const floors = new Map(levels.map((level) => [level.id, floorOf(level)]));
  const open = exits.filter(({ id, closed }) => !lost.includes(id) && closed.every(([, to]) => to !== null));
  const places = refuges.filter(({ capacity }) => capacity > 0);
  return [
    ...open.map(({ id, level: on, area, closed }) => ({
      id,
      kind: 'exit' as const,
      level: on,
      area,
      width: mouthWidth(area, floors.get(on)!),
      opens: opensAt(closed),
      capacity: Infinity,
    })),
    ...places.map(({ id, level: on, area, capacity }) => ({
      id,
      kind: 'refuge' as const,
      level: on,
      area,
      width: mouthWidth(area, floors.get(on)!),
      opens: 0,
      capacity,
    })),
  ];
}

function opensAt(closed: readonly Interval[]): number {
  let time = 0;
  for (const [from, to] of closed) if (from <= time && to !== null) time = Math.max(time, to);
  return time;
}

interface Floor {
  readonly isWalkable: Ground;
  readonly walls: readonly { readonly a: Point; readonly b: Point }[];
}

const floorOf = (level: Level): Floor => ({
  isWalkable: groundOf(level),
  walls: level.walkable.flatMap(({ outer, holes }) => [outer, ...holes].flatMap((ring) => edgesOf(ring))),
});

/**
 * The farthest two ends of those parts of the area's edge that lie on walkable ground: what people can come through. A
 * rectangle drawn before a door in the wall is no wider than its longer side, however many sides are open.
 */
function mouthWidth(area: Ring, { isWalkable, walls }: Floor): number {
  const ends: Point[] = [];
  for (const { a, b } of edgesOf(area)) {
    const cuts = [0, 1, ...walls.flatMap((wall) => shareAt(a, b, crossing(a, b, wall.a, wall.b)))].sort(
      (p, q) => p - q,
    );
    for (let i = 0; i + 1 < cuts.length; i++) {
      const [from, to] = [along(a, b, cuts[i]!), along(a, b, cuts[i + 1]!)];
      if (isPassage(from, to, isWalkable)) ends.push(from, to);
    }
  }
  const farthest = ends.reduce((widest, p) => ends.reduce((best, q) => Math.max(best, distance(p, q)), widest), 0);
  return area.length === 4 ? Math.min(farthest, longestSide(area)) : farthest;
}

const longestSide = (area: Ring): number =>
  edgesOf(area).reduce((longest, { a, b }) => Math.max(longest, distance(a, b)), 0);

const along = (a: Point, b: Point, share: number): Point => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];

const shareAt = (a: Point, b: Point, met: Point | undefined): number[] =>
  met ? [distance(a, met) / distance(a, b)] : [];

/** Ground on both sides of the middle, so that a wall along the edge does not count. */
export function isPassage(a: Point, b: Point, isWalkable: Ground): boolean {
  const length = distance(a, b);
  if (length < 0.01) return false;
  const [nx, ny] = [(-(b[1] - a[1]) / length) * 0.01, ((b[0] - a[0]) / length) * 0.01];
  const [x, y] = along(a, b, 0.5);
  return isWalkable([x + nx, y + ny]) && isWalkable([x - nx, y - ny]);
}
