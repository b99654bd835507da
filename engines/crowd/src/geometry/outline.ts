import type { Level, Point, Ring, Walkable } from '../scenario/scenario.ts';
import { lengthOf } from './arithmetic.ts';
import { isWalkable } from './ring.ts';

export type Segment = readonly [ax: number, ay: number, bx: number, by: number];

const edgesOf = (ring: Ring): Segment[] =>
  ring.map(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return [x, y, nx, ny];
  });

const ringsOf = (area: Walkable): readonly Ring[] => [area.outer, ...area.holes];

/** Where along the segment, from 0 to 1, the point lies on it; undefined when it does not. */
function placeOn([ax, ay, bx, by]: Segment, [px, py]: Point): number | undefined {
  const [ux, uy] = [bx - ax, by - ay];
  const squared = ux * ux + uy * uy;
  const along = ((px - ax) * ux + (py - ay) * uy) / squared;
  const off = Math.abs((px - ax) * uy - (py - ay) * ux) / Math.sqrt(squared);
  return along > 1e-9 && along < 1 - 1e-9 && off < 1e-6 ? along : undefined;
}

/** The pieces of an edge between the corners of other areas that lie on it. */
function pieces(edge: Segment, corners: readonly Point[]): Segment[] {
  const cuts = corners.map((corner) => placeOn(edge, corner)).filter((cut) => cut !== undefined);
  const stops = [0, ...cuts.sort((a, b) => a - b), 1];
  const [ax, ay, bx, by] = edge;
  const at = (s: number) => [ax + s * (bx - ax), ay + s * (by - ay)] as const;
  return stops.slice(1).map((stop, i) => [...at(stops[i]!), ...at(stop)] as const);
}

/** An edge with floor on both its sides joins two areas: it is no wall. One area alone has no such edge. */
function separates([ax, ay, bx, by]: Segment, areas: readonly Walkable[]): boolean {
  const length = lengthOf(bx - ax, by - ay);
  if (length < 1e-9 || areas.length === 1) return length >= 1e-9;
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  const [nx, ny] = [(-(by - ay) / length) * 1e-4, ((bx - ax) / length) * 1e-4];
  return !(isWalkable(areas, mx + nx, my + ny) && isWalkable(areas, mx - nx, my - ny));
}

/** Every segment of the level that nobody passes: outlines, holes and thin walls, but not the seams between areas. */
export function wallsOf(level: Level): Segment[] {
  const edges = level.walkable.flatMap((area) => ringsOf(area).flatMap(edgesOf));
  const corners = level.walkable.length > 1 ? level.walkable.flatMap((area) => ringsOf(area).flat()) : [];
  const solid = edges
    .flatMap((edge) => (corners.length > 0 ? pieces(edge, corners) : [edge]))
    .filter((edge) => separates(edge, level.walkable));
  const thin = level.walls.flatMap((line) => line.slice(1).map((to, i) => [...line[i]!, ...to] as Segment));
  return [...solid, ...thin.filter(([ax, ay, bx, by]) => ax !== bx || ay !== by)];
}
