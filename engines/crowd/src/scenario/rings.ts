import { lengthOf } from '../geometry/arithmetic.ts';
import type { Point, Ring } from './scenario.ts';

/** A straight piece of a ring: from corner `index` to the next one. */
interface Edge {
  readonly ring: number;
  readonly index: number;
  readonly a: Point;
  readonly b: Point;
}

/** Lengths below this, in metres, count as nothing: a hundredth of a millimetre. */
const tiny = 1e-5;

export const edgesOf = (ring: Ring, number = 0): Edge[] =>
  ring.map((a, index) => ({ ring: number, index, a, b: ring[(index + 1) % ring.length]! }));

/** Twice the signed area of the triangle abc: above 0 where c lies to the left of a→b. */
const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

export const distance = (a: Point, b: Point): number => lengthOf(b[0] - a[0], b[1] - a[1]);

/** The signed area in m², positive counter-clockwise. */
export function signedArea(ring: Ring): number {
  const origin = ring[0]!;
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) twice += turn(origin, ring[i]!, ring[i + 1]!);
  return twice / 2;
}

/** Metres from `p` to the line through a and b, positive to its left. */
const offset = (a: Point, b: Point, p: Point): number => turn(a, b, p) / Math.max(distance(a, b), tiny);

const isApart = (s: number, t: number): boolean => (s > tiny && t < -tiny) || (s < -tiny && t > tiny);

/** Where two segments truly cross: each has its ends clearly on both sides of the other. Touching is not crossing. */
export function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const ca = offset(c, d, a);
  const cb = offset(c, d, b);
  if (!isApart(ca, cb) || !isApart(offset(a, b, c), offset(a, b, d))) return undefined;
  const share = ca / (ca - cb);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Metres between a point and a segment. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const squared = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
  const along = squared === 0 ? 0 : ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / squared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(p[0] - a[0] - share * (b[0] - a[0]), p[1] - a[1] - share * (b[1] - a[1]));
}

const onBoundary = (p: Point, ring: Ring): boolean =>
  edgesOf(ring).some(({ a, b }) => distanceToSegment(p, a, b) <= tiny);

/** Whether the point lies inside by the even-odd rule; a point on the boundary may fall either way. */
export function contains(ring: Ring, point: Point): boolean {
  const x = point[0];
  const y = point[1];
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) isInside = !isInside;
  }
  return isInside;
}

const strictlyContains = (ring: Ring, p: Point): boolean => contains(ring, p) && !onBoundary(p, ring);

/** A point well inside the ring: the middle of the widest stretch on a level line through it. */
export function innerPoint(ring: Ring): Point {
  const heights = [...new Set(ring.map(([, y]) => y))].sort((a, b) => a - b);
  const gaps = heights.slice(1).map((y, i) => ({ middle: (y + heights[i]!) / 2, height: y - heights[i]! }));
  const y = gaps.reduce((best, gap) => (gap.height > best.height ? gap : best)).middle;
  const at = levelCrossings(ring, y);
  let best = 0;
  for (let i = 2; i + 1 < at.length; i += 2) if (at[i + 1]! - at[i]! > at[best + 1]! - at[best]!) best = i;
  return [(at[best]! + at[best + 1]!) / 2, y];
}

function levelCrossings(ring: Ring, y: number): number[] {
  return edgesOf(ring)
    .filter(({ a, b }) => a[1] > y !== b[1] > y)
    .map(({ a, b }) => a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    .sort((a, b) => a - b);
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The smallest box around all points; an empty list gives an inside-out box. */
export function boxAround(points: Iterable<Point>): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, right, bottom, top };
}

const boxesMeet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;

/** Calls `visit` for pairs of edges whose boxes meet, by a sweep from left to right; stops once it returns true. */
export function sweepPairs(edges: readonly Edge[], visit: (one: Edge, other: Edge) => boolean): boolean {
  const sorted = edges
    .map((edge) => ({ edge, box: boxAround([edge.a, edge.b]) }))
    .sort((p, q) => p.box.left - q.box.left);
  let active: typeof sorted = [];
  for (const next of sorted) {
    active = active.filter(({ box }) => box.right >= next.box.left);
    for (const { edge, box } of active) {
      if (box.bottom <= next.box.top && next.box.bottom <= box.top && visit(edge, next.edge)) return true;
    }
    active.push(next);
  }
  return false;
}

/** Where a ring crosses or runs back along itself, or touches itself with a corner; nothing for a simple ring. */
export function selfCrossing(ring: Ring): Point | undefined {
  let found: Point | undefined;
  const isNeighbour = (p: Edge, q: Edge) =>
    (p.index + 1) % ring.length === q.index || (q.index + 1) % ring.length === p.index;
  sweepPairs(edgesOf(ring), (p, q) => {
    found = isNeighbour(p, q) ? foldedBack(p, q) : (crossing(p.a, p.b, q.a, q.b) ?? touching(p, q));
    return found !== undefined;
  });
  return found;
}

function foldedBack(p: Edge, q: Edge): Point | undefined {
  const [first, second] = distance(p.b, q.a) <= tiny ? [p, q] : [q, p];
  const isLine = Math.abs(offset(first.a, first.b, second.b)) <= tiny;
  const ahead =
    (first.b[0] - first.a[0]) * (second.b[0] - second.a[0]) + (first.b[1] - first.a[1]) * (second.b[1] - second.a[1]);
  return isLine && ahead < 0 ? second.a : undefined;
}

const touching = (p: Edge, q: Edge): Point | undefined =>
  [p.a, p.b].find((end) => distanceToSegment(end, q.a, q.b) <= tiny) ??
  [q.a, q.b].find((end) => distanceToSegment(end, p.a, p.b) <= tiny);

/** A point inside both rings; nothing where they are apart or only share parts of their boundary. Both must be simple. */
export function sharedPoint(one: Ring, other: Ring): Point | undefined {
  if (!boxesMeet(boxAround(one), boxAround(other))) return undefined;
  const middles = [...middlesOfPieces(one, other), ...middlesOfPieces(other, one)];
  return (
    middles.find(({ middle, against }) => strictlyContains(against, middle))?.middle ??
    [innerPoint(one)].find((p) => strictlyContains(other, p)) ??
    [innerPoint(other)].find((p) => strictlyContains(one, p))
  );
}

/** Cuts the boundary of `ring` wherever `against` meets it, so that each piece lies wholly inside, outside or along it. */
function middlesOfPieces(ring: Ring, against: Ring): { middle: Point; against: Ring }[] {
  const others = edgesOf(against);
  return edgesOf(ring).flatMap(({ a, b }) => {
    const cuts = [0, 1, ...others.flatMap((other) => cutsOf(a, b, other))].sort((p, q) => p - q);
    const at = (share: number): Point => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
    return cuts
      .slice(1)
      .map((cut, i) => ({ from: cuts[i]!, to: cut }))
      .filter(({ from, to }) => (to - from) * distance(a, b) > 2 * tiny)
      .map(({ from, to }) => ({ middle: at((from + to) / 2), against }));
  });
}

function cutsOf(a: Point, b: Point, other: Edge): number[] {
  const length = distance(a, b);
  if (length === 0) return [];
  const share = (p: Point) => distance(a, p) / length;
  const met = crossing(a, b, other.a, other.b);
  if (met) return [share(met)];
  return distanceToSegment(other.a, a, b) <= tiny ? [share(other.a)] : [];
}
