import { distance, distanceToSegment } from '../scenario/rings.ts';
import type { Point, Ring } from '../scenario/scenario.ts';

/** How far apart, in metres, two ends may lie and still be meant as one. */
export const gap = 0.1;

/** So many of a thing, in words. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const millimetre = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** A ring on whole millimetres without repeated corners, corners on a straight line, or spikes; and what was changed. */
export function tidyRing(points: readonly Point[], name: string): { ring: Ring; repairs: string[] } {
  const snapped = points.map(([x, y]): Point => [millimetre(x), millimetre(y)]);
  const apart = snapped.filter((p, i) => distance(p, snapped[(i + 1) % snapped.length]!) > 0.0005);
  let ring = apart;
  for (let before = -1; ring.length !== before && ring.length > 3; ) {
    before = ring.length;
    ring = withoutFlatCorner(ring);
  }
  const dropped = snapped.length - ring.length - (isRepeated(points) ? 1 : 0);
  return {
    ring,
    repairs:
      dropped > 0 ? [`${name}: dropped ${counted(dropped, 'corner')} that repeated or lay on a straight line`] : [],
  };
}

const isRepeated = (points: readonly Point[]): boolean =>
  points.length > 1 && distance(points[0]!, points.at(-1)!) <= 0.0005;

/** Drops the first corner that lies on the line between its neighbours, or at the tip of a spike with no ground in it. */
function withoutFlatCorner(ring: readonly Point[]): Point[] {
  const isFlat = (i: number) => {
    const [before, here, after] = [ring.at(i - 1)!, ring[i]!, ring[(i + 1) % ring.length]!];
    return distanceToSegment(here, before, after) < 0.0005 || distanceToSegment(after, before, here) < 0.0005;
  };
  const flat = ring.findIndex((_, i) => isFlat(i));
  return flat < 0 ? [...ring] : ring.filter((_, i) => i !== flat);
}

/** Joins lines whose ends meet, or nearly so, into longer ones; a line that comes back to its start becomes a ring. */
export function joinLines(
  lines: readonly (readonly Point[])[],
  name: string,
): { lines: Point[][]; rings: Point[][]; repairs: string[] } {
  const open = lines.map((line) => [...line]);
  const rings: Point[][] = [];
  const done: Point[][] = [];
  let closedGaps = 0;
  for (let line = open.pop(); line; line = open.pop()) {
    for (let next = nextTo(line, open); next; next = nextTo(line, open)) {
      const [other] = open.splice(next.index, 1);
      if (next.away > 0.0005) closedGaps++;
      line = [...line, ...(next.isReversed ? other!.reverse() : other!).slice(1)];
    }
    const away = distance(line[0]!, line.at(-1)!);
    if (line.length > 3 && away <= gap) {
      if (away > 0.0005) closedGaps++;
      rings.push(line.slice(0, -1));
    } else done.push(line);
  }
  const repairs = closedGaps > 0 ? [`${name}: closed ${counted(closedGaps, 'gap')} of up to ${gap} m`] : [];
  return { lines: done, rings, repairs };
}

/** The line whose end lies nearest the end of this one, within the gap. */
function nextTo(
  line: readonly Point[],
  others: readonly Point[][],
): { index: number; isReversed: boolean; away: number } | undefined {
  const end = line.at(-1)!;
  if (line.length > 2 && distance(end, line[0]!) <= 0.0005) return undefined;
  let best: { index: number; isReversed: boolean; away: number } | undefined;
  for (const [index, other] of others.entries()) {
    for (const isReversed of [false, true]) {
      const away = distance(end, isReversed ? other.at(-1)! : other[0]!);
      if (away <= gap && away < (best?.away ?? Infinity)) best = { index, isReversed, away };
    }
  }
  return best;
}
