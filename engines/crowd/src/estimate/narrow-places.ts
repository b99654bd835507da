import { lengthOf } from '../geometry/arithmetic.ts';
import type { Segment } from '../geometry/outline.ts';
import { crossing } from '../scenario/rings.ts';
import type { Point } from '../scenario/scenario.ts';
import type { Ground } from '../scenario/standing-room.ts';
import { isPassage } from './targets.ts';

/** A place where two walls come closest to each other: a doorway, a corridor past a corner, the way around a pillar. */
export interface NarrowPlace {
  /** The middle between the walls. */
  readonly at: Point;
  /** Clear metres across. */
  readonly width: number;
  readonly ends: Segment;
}

/** Wider places hold nobody up and are not looked for; through narrower ones nobody goes. Metres. */
const widest = 6;
const narrowest = 0.3;

/** No more places of a level are looked at: the narrowest are kept. */
const most = 400;

/** Where walls end or meet, with the directions in which they leave. */
interface Corner {
  readonly x: number;
  readonly y: number;
  readonly away: Point[];
}

type Corners = ReadonlyMap<string, Corner>;

/**
 * The places between 0.3 and 6 m wide where the floor of a level is narrower than on either side, narrowest first. Each
 * lies between a corner that juts into the floor and another wall, so none is missed; of places within half a width of
 * one another the narrowest counts.
 */
export function narrowPlaces(walls: readonly Segment[], isWalkable: Ground): NarrowPlace[] {
  const corners = cornersOf(walls);
  const all = [...corners.values()]
    .filter((corner) => jutsOut(corner, isWalkable))
    .flatMap((corner) => acrossFrom(corner, walls, corners));
  const kept: NarrowPlace[] = [];
  for (const { near, ...one } of all.sort((a, b) => a.width - b.width)) {
    if (kept.length >= most) break;
    const [ax, ay, bx, by] = one.ends;
    if (!isBeside(one, kept) && isPassage([ax, ay], [bx, by], isWalkable) && !isCut(one, near)) kept.push(one);
  }
  return kept;
}

const keyOf = (x: number, y: number): string => `${x} ${y}`;

function cornersOf(walls: readonly Segment[]): Corners {
  const corners = new Map<string, Corner>();
  const leave = (x: number, y: number, dx: number, dy: number) => {
    const corner = corners.get(keyOf(x, y)) ?? { x, y, away: [] };
    corner.away.push([dx, dy]);
    corners.set(keyOf(x, y), corner);
  };
  for (const [ax, ay, bx, by] of walls) {
    leave(ax, ay, bx - ax, by - ay);
    leave(bx, by, ax - bx, ay - by);
  }
  return corners;
}

/** Whether going that way from the corner leads away from each of its walls: only from corners that jut out does one. */
function leadsOff({ away }: Corner, dx: number, dy: number): boolean {
  return away.every((each) => each[0] * dx + each[1] * dy <= 1e-6 * lengthOf(each[0], each[1]));
}

/** Whether there is floor straight away from the corner's walls: only from there can it be narrower than on either side. */
function jutsOut({ x, y, away }: Corner, isWalkable: Ground): boolean {
  let [dx, dy] = [0, 0];
  for (const [ax, ay] of away) {
    dx -= ax / lengthOf(ax, ay);
    dy -= ay / lengthOf(ax, ay);
  }
  const length = lengthOf(dx, dy);
  return length < 1e-3 || isWalkable([x + (0.01 * dx) / length, y + (0.01 * dy) / length]);
}

interface Across extends NarrowPlace {
  /** The walls that can stand between. */
  readonly near: readonly Segment[];
}

/** From one corner to the nearest place of each wall near it, where the way gets no narrower to either side. */
function acrossFrom(corner: Corner, walls: readonly Segment[], corners: Corners): Across[] {
  const { x, y } = corner;
  const near = wallsWithin(x - widest, y - widest, x + widest, y + widest, walls);
  const places: Across[] = [];
  for (const [ax, ay, bx, by] of near) {
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const share = along < 0 ? 0 : along > 1 ? 1 : along;
    const px = ax + share * (bx - ax);
    const py = ay + share * (by - ay);
    const width = lengthOf(px - x, py - y);
    if (width <= narrowest || width > widest || !leadsOff(corner, px - x, py - y)) continue;
    const other = share === 0 || share === 1 ? corners.get(share === 0 ? keyOf(ax, ay) : keyOf(bx, by)) : undefined;
    if (other && !leadsOff(other, x - px, y - py)) continue;
    places.push({ at: [(x + px) / 2, (y + py) / 2], width, ends: [x, y, px, py], near });
  }
  return places;
}

/** The walls that do not lie wholly to one side of a box. */
function wallsWithin(left: number, bottom: number, right: number, top: number, walls: readonly Segment[]): Segment[] {
  const within: Segment[] = [];
  for (let k = 0; k < walls.length; k++) {
    const wall = walls[k]!;
    if (wall[0] > right ? wall[2] > right : wall[0] < left && wall[2] < left) continue;
    if (wall[1] > top ? wall[3] > top : wall[1] < bottom && wall[3] < bottom) continue;
    within.push(wall);
  }
  return within;
}

/** Whether a narrower place lies within half its width. */
function isBeside({ at, width }: NarrowPlace, kept: readonly NarrowPlace[]): boolean {
  for (let k = 0; k < kept.length; k++)
    if (lengthOf(at[0] - kept[k]!.at[0], at[1] - kept[k]!.at[1]) < width / 2) return true;
  return false;
}

/** Whether a wall stands across the place. */
function isCut({ ends: [px, py, qx, qy] }: NarrowPlace, near: readonly Segment[]): boolean {
  const between = wallsWithin(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), near);
  return between.some(([ax, ay, bx, by]) => crossing([ax, ay], [bx, by], [px, py], [qx, qy]) !== undefined);
}
