import type { Link, Point, Ring, Scenario, Walkable } from '../scenario/scenario.ts';
import { lengthOf } from './arithmetic.ts';
import { wallsOf } from './outline.ts';
import type { Box } from './ring.ts';
import { boxOf, isInside, isWalkable, moved, rectangle } from './ring.ts';

/**
 * All levels and all links lie side by side in one plane, far enough apart that nobody feels a neighbour sheet; so one
 * grid, one sort and one set of fields serve a building of any height. A link is a strip of its own length and width.
 */
export interface Sheet {
  readonly kind: 'level' | 'link';
  /** Position in the scenario's levels or links. */
  readonly index: number;
  /** Plane = file + (dx, dy). */
  readonly dx: number;
  readonly dy: number;
  readonly box: Box;
  readonly areas: readonly Walkable[];
  readonly lines: readonly (readonly Point[])[];
}

export interface Zone {
  readonly kind: 'exit' | 'refuge' | 'passage';
  /** Position in the scenario's exits or refuges; for a passage 2 × link + end (0 lower, 1 upper). */
  readonly index: number;
  readonly ring: Ring;
  readonly sheet: number;
}

/** Two zones that are one place: who walks into one comes out of the other. */
export interface Passage {
  readonly link: number;
  /** Zone on the level, zone at the end of the strip. */
  readonly onLevel: number;
  readonly onStrip: number;
  /** Where on the strip somebody coming from the level stands, and the inward direction. */
  readonly entry: number;
}

export interface Ground {
  readonly sheets: readonly Sheet[];
  readonly zones: readonly Zone[];
  readonly passages: readonly Passage[];
  /** ax, ay, bx, by of each wall in turn, in the plane. */
  readonly walls: Float64Array;
  readonly box: Box;
}

const gap = 4;

/** Metres at each end of a strip where people step on and off; they come on top of the link's length. */
export const landing = 0.25;

interface Laid {
  readonly sheet: Omit<Sheet, 'dx' | 'dy' | 'box'>;
  readonly walls: readonly (readonly [number, number, number, number])[];
  readonly box: Box;
}

function strip(link: Link, index: number): Laid {
  const outer = rectangle(0, 0, link.length + 2 * landing, link.width);
  const areas = [{ outer, holes: [] }];
  const walls = wallsOf({ id: link.id, walkable: areas, walls: [] });
  return { sheet: { kind: 'link', index, areas, lines: [] }, walls, box: boxOf(outer) };
}

/** Lays the scenario out as one plane. */
export function layGround(scenario: Scenario): Ground {
  const levels = scenario.levels.map((level, index): Laid => {
    const outline = [...level.walkable.flatMap(({ outer }) => outer), ...level.walls.flat()];
    return {
      sheet: { kind: 'level', index, areas: level.walkable, lines: level.walls },
      walls: wallsOf(level),
      box: boxOf(outline),
    };
  });
  const laid = [...levels, ...scenario.links.map(strip)];
  const walls: number[] = [];
  let x = 0;
  const sheets = laid.map(({ sheet, walls: own, box }): Sheet => {
    const [dx, dy] = [x - box.x0, -box.y0];
    x += box.x1 - box.x0 + gap;
    for (const [ax, ay, bx, by] of own) walls.push(ax + dx, ay + dy, bx + dx, by + dy);
    const placed = { x0: box.x0 + dx, y0: 0, x1: box.x1 + dx, y1: box.y1 + dy };
    return { ...sheet, dx, dy, box: placed };
  });
  const height = Math.max(...sheets.map(({ box }) => box.y1));
  const { zones, passages } = zonesOf(scenario, sheets);
  return { sheets, zones, passages, walls: Float64Array.from(walls), box: { x0: 0, y0: 0, x1: x - gap, y1: height } };
}

function zonesOf(scenario: Scenario, sheets: readonly Sheet[]): { zones: Zone[]; passages: Passage[] } {
  const levelAt = new Map(scenario.levels.map(({ id }, i) => [id, i]));
  const onLevel = (kind: Zone['kind'], index: number, level: string, area: Ring): Zone => {
    const sheet = levelAt.get(level)!;
    return { kind, index, sheet, ring: moved(area, sheets[sheet]!.dx, sheets[sheet]!.dy) };
  };
  const zones: Zone[] = [
    ...scenario.exits.map(({ level, area }, i) => onLevel('exit', i, level, area)),
    ...scenario.refuges.map(({ level, area }, i) => onLevel('refuge', i, level, area)),
  ];
  const passages: Passage[] = [];
  scenario.links.forEach((link, i) => {
    const sheet = scenario.levels.length + i;
    const { x0, y0, x1, y1 } = sheets[sheet]!.box;
    const ends = [
      [link.lower, rectangle(x0, y0, x0 + landing, y1), x0 + landing],
      [link.upper, rectangle(x1 - landing, y0, x1, y1), x1 - landing],
    ] as const;
    ends.forEach(([{ level, area }, ring, entry], end) => {
      const first = zones.push(onLevel('passage', 2 * i + end, level, area)) - 1;
      zones.push({ kind: 'passage', index: 2 * i + end, ring, sheet });
      passages.push({ link: i, onLevel: first, onStrip: first + 1, entry });
    });
  });
  return { zones, passages };
}

/** The sheet under a point of the plane. */
export function sheetAt(ground: Ground, x: number): number {
  const { sheets } = ground;
  for (let i = sheets.length - 1; i > 0; i--) if (x >= sheets[i]!.box.x0 - gap / 2) return i;
  return 0;
}

/** Whether a point of the plane is floor of its sheet. */
export function isFloor(ground: Ground, x: number, y: number): boolean {
  const { areas, dx, dy } = ground.sheets[sheetAt(ground, x)]!;
  return isWalkable(areas, x - dx, y - dy);
}

export const isInZone = (zone: Zone, x: number, y: number): boolean => isInside(zone.ring, x, y);

/** Distance from (x, y) to the wall that starts at `k` in the list. */
export function distanceToWall(walls: Float64Array, k: number, x: number, y: number): number {
  const [ax, ay] = [walls[k]!, walls[k + 1]!];
  const [ux, uy] = [walls[k + 2]! - ax, walls[k + 3]! - ay];
  const along = ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy);
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  return lengthOf(ax + t * ux - x, ay + t * uy - y);
}
