import type { Fault } from './fault.ts';
import type { Box } from './rings.ts';
import { boxAround, contains } from './rings.ts';
import type { Level, PlacedGroup, Point, PositionedGroup, Ring, Scenario } from './scenario.ts';

/** At most this many places of one group are named; the rest are counted. */
const named = 5;

/** People who start outside the walkable area, inside one another, or in a place too small for them. */
export function standingFaults({ groups, levels }: Scenario): Fault[] {
  const grounds = new Map(levels.map((level) => [level.id, groundOf(level)]));
  return groups.flatMap((group, index) => {
    const isWalkable = grounds.get(group.level);
    if (!isWalkable) return [];
    const path = `groups[${index}]`;
    return 'positions' in group ? positionFaults(group, isWalkable, path) : roomFaults(group, isWalkable, path);
  });
}

export type Ground = (p: Point) => boolean;

/** Tells whether one may stand at a point of the level. */
export function groundOf({ walkable }: Level): Ground {
  const parts = walkable.map(({ outer, holes }) => ({ outer: boxed(outer), holes: holes.map(boxed) }));
  return (p) => parts.some(({ outer, holes }) => isIn(outer, p) && !isInAny(holes, p));
}

interface BoxedRing {
  readonly ring: Ring;
  readonly box: Box;
}

const boxed = (ring: Ring): BoxedRing => ({ ring, box: boxAround(ring) });

const isIn = ({ ring, box }: BoxedRing, p: Point): boolean =>
  p[0] >= box.left && p[0] <= box.right && p[1] >= box.bottom && p[1] <= box.top && contains(ring, p);

function isInAny(rings: readonly BoxedRing[], p: Point): boolean {
  for (let k = 0; k < rings.length; k++) if (isIn(rings[k]!, p)) return true;
  return false;
}

function positionFaults({ positions, radius }: PositionedGroup, isWalkable: Ground, path: string): Fault[] {
  const outside = positions.flatMap((p, i) =>
    isWalkable(p) ? [] : [{ i, what: 'Nobody can stand there: it is outside the walkable area' }],
  );
  const inside = tooClose(positions, radius).map(({ i, other }) => ({
    i,
    what: `This person stands inside the one at positions[${other}]`,
  }));
  const all = [...outside, ...inside].map(({ i, what }) => ({
    path: `${path}.positions[${i}]`,
    what,
    mend: 'Move or remove this person',
  }));
  const rest = all.length - named;
  const more = {
    path: `${path}.positions`,
    what: `${rest} more people cannot stand where they are put`,
    mend: 'Move or remove them too',
  };
  return rest > 0 ? [...all.slice(0, named), more] : all;
}

/** People nearer to an earlier one than one radius, found with cells one radius wide; those found are not looked at again. */
function tooClose(positions: readonly Point[], radius: number): { i: number; other: number }[] {
  const cells = new Map<string, number[]>();
  const cellOf = ([x, y]: Point) => [Math.floor(x / radius), Math.floor(y / radius)] as const;
  const isNear = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by) < radius;
  return positions.flatMap((p, i) => {
    const [column, row] = cellOf(p);
    const other = [-1, 0, 1]
      .flatMap((dx) =>
        [-1, 0, 1].map((dy) => cells.get(`${column + dx},${row + dy}`)?.find((one) => isNear(positions[one]!, p))),
      )
      .find((one) => one !== undefined);
    const key = `${column},${row}`;
    if (other === undefined) cells.set(key, [...(cells.get(key) ?? []), i]);
    return other === undefined ? [] : [{ i, other }];
  });
}

/** Circles cannot lie denser than in a honeycomb; the engine, which must place them, may refuse sooner. */
function roomFaults({ area, count, radius }: PlacedGroup, isWalkable: Ground, path: string): Fault[] {
  if (count === 0) return [];
  const room = walkableShare(area, isWalkable);
  const most = Math.ceil(room / (2 * Math.sqrt(3) * radius ** 2)) + 1;
  if (room === 0)
    return [
      {
        path: `${path}.area`,
        what: 'Nobody can stand there: it is outside the walkable area',
        mend: 'Move it into the walkable area',
      },
    ];
  if (count <= most) return [];
  const what = `${count} people do not fit into ${room.toFixed(1)} m² with a radius of ${radius} m`;
  return [{ path: `${path}.count`, what, mend: `Give at most ${most}, or a larger area` }];
}

/** Square metres of the area one may stand on, by sampling its box at 4,096 places. */
function walkableShare(area: readonly Point[], isWalkable: Ground): number {
  const { left, right, bottom, top } = boxAround(area);
  const across = 64;
  const [dx, dy] = [(right - left) / across, (top - bottom) / across];
  let inside = 0;
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < across; j++) {
      const p: Point = [left + (i + 0.5) * dx, bottom + (j + 0.5) * dy];
      if (contains(area, p) && isWalkable(p)) inside++;
    }
  }
  return inside * dx * dy;
}
