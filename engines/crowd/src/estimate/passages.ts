import { crossing } from '../scenario/rings.ts';
import type { Link, Point } from '../scenario/scenario.ts';
import type { PlanGrid, Segment, Sheet } from './plan-grid.ts';
import { middleOf } from './plan-grid.ts';
import type { WalkingField } from './walking-field.ts';

/** A narrow place that people on their way to one target must pass: a doorway, a corridor, a stair. */
export interface Passage {
  readonly level: string;
  readonly at: Point;
  /** Clear metres across. */
  readonly width: number;
  readonly people: number;
  /** The link when the passage is one. */
  readonly link?: Link;
}

/** Wider places than this hold nobody up and are not looked at, metres. */
const wide = 6;

/** No more places than this are measured for one target. */
const mostMeasured = 250;

/** The narrow places on the ways to a target: where each is, how wide, and how many of the people pass it. */
export function passagesTo(
  grid: PlanGrid,
  field: WalkingField,
  links: readonly Link[],
  startsAt: ReadonlyMap<number, number>,
): Passage[] {
  if (startsAt.size === 0) return [];
  const all = [...startsAt.values()].reduce((sum, people) => sum + people, 0);
  const { through, busy } = peopleThrough(field, startsAt, Math.max(1, 0.015 * all));
  const busiest = busy.filter((node) => node < grid.cells).sort((a, b) => through[b]! - through[a]!);
  const sections = busiest.slice(0, mostMeasured).flatMap((node) => knownSection(grid, field, node) ?? []);
  const stairs = links.map((link, i) => ({
    level: link.lower.level,
    at: link.lower.area[0]!,
    width: link.width,
    people: through[grid.cells + i]!,
    link,
  }));
  return [
    ...narrowest(sections).map((one) => peopleAcross(grid, field, through, one)),
    ...stairs.filter(({ people }) => people > 0),
  ];
}

/** How many people walk over each cell and link, each by the field's shortest way, and those with more than so many. */
function peopleThrough(
  { metres, next, order }: WalkingField,
  startsAt: ReadonlyMap<number, number>,
  many: number,
): { through: Float64Array; busy: number[] } {
  const through = new Float64Array(metres.length);
  const busy: number[] = [];
  for (const [cell, people] of startsAt) through[cell] = people;
  for (let i = order.length - 1; i >= 0; i--) {
    const people = through[order[i]!]!;
    if (people === 0) continue;
    if (people > many) busy.push(order[i]!);
    const onward = next[order[i]!]!;
    if (onward >= 0) through[onward]! += people;
  }
  return { through, busy };
}

interface Section {
  readonly sheet: Sheet;
  readonly at: Point;
  readonly ends: Segment;
  readonly width: number;
}

/** Sections found so far: who walks there changes from loss to loss, the walls do not. */
const known = new WeakMap<WalkingField, Map<number, Section | undefined>>();

function knownSection(grid: PlanGrid, field: WalkingField, node: number): Section | undefined {
  const sections = known.get(field) ?? new Map<number, Section | undefined>();
  known.set(field, sections);
  if (!sections.has(node)) sections.set(node, sectionAt(grid, field, node));
  return sections.get(node);
}

/** The free width across the way at a cell, from wall to wall; nothing where it is wide or the way ends. */
function sectionAt(grid: PlanGrid, { next }: WalkingField, node: number): Section | undefined {
  let ahead = node;
  for (let i = 0; i < 3; i++) ahead = next[ahead]! >= 0 && next[ahead]! < grid.cells ? next[ahead]! : ahead;
  const [here, there] = [middleOf(grid, node), middleOf(grid, ahead)];
  if (!here || !there || ahead === node || here.sheet !== there.sheet) return undefined;
  const [dx, dy] = [there.at[0] - here.at[0], there.at[1] - here.at[1]];
  const length = Math.hypot(dx, dy);
  const aside: Point = [-dy / length, dx / length];
  const left = wallAlong(here.sheet, here.at, aside);
  const right = wallAlong(here.sheet, here.at, [-aside[0], -aside[1]]);
  if (left + right > wide) return undefined;
  const end = (by: number): Point => [here.at[0] + aside[0] * by, here.at[1] + aside[1] * by];
  return { sheet: here.sheet, at: here.at, ends: [end(left), end(-right)], width: left + right };
}

/** Metres to the nearest wall in a direction, at most `wide`. */
function wallAlong({ walls }: Sheet, from: Point, direction: Point): number {
  const [x, y] = from;
  const [dx, dy] = direction;
  let nearest = wide;
  for (let k = 0; k < walls.length; k++) {
    const a = walls[k]![0];
    const b = walls[k]![1];
    const ax = a[0] - x;
    const ay = a[1] - y;
    const bx = b[0] - x;
    const by = b[1] - y;
    if ((ax > wide && bx > wide) || (ax < -wide && bx < -wide)) continue;
    if ((ay > wide && by > wide) || (ay < -wide && by < -wide)) continue;
    const across = dx * (by - ay) - dy * (bx - ax);
    if (across === 0) continue;
    const away = (ax * (by - ay) - ay * (bx - ax)) / across;
    const share = (ax * dy - ay * dx) / across;
    if (away >= 0 && away < nearest && share >= 0 && share <= 1) nearest = away;
  }
  return nearest;
}

/** Of sections within two metres of one another only the narrowest is kept. */
function narrowest(sections: readonly Section[]): Section[] {
  const kept: Section[] = [];
  for (const one of [...sections].sort((a, b) => a.width - b.width)) {
    const isNear = (other: Section) =>
      other.sheet === one.sheet && Math.hypot(other.at[0] - one.at[0], other.at[1] - one.at[1]) < 2;
    if (one.width > 0.3 && !kept.some(isNear)) kept.push(one);
    if (kept.length >= 60) break;
  }
  return kept;
}

/** Counts the people whose step from one cell to the next crosses the section. */
function peopleAcross(
  grid: PlanGrid,
  { next }: WalkingField,
  through: Float64Array,
  { sheet, at, ends, width }: Section,
): Passage {
  const { columns, rows, x0, y0, first } = sheet;
  const low = (value: number, origin: number) => Math.max(0, Math.floor((value - origin) / grid.cell) - 2);
  const high = (value: number, origin: number, top: number) =>
    Math.min(top - 1, Math.floor((value - origin) / grid.cell) + 2);
  const [left, right] = [Math.min(ends[0][0], ends[1][0]), Math.max(ends[0][0], ends[1][0])];
  const [bottom, top] = [Math.min(ends[0][1], ends[1][1]), Math.max(ends[0][1], ends[1][1])];
  const middle = (index: number): Point => [
    x0 + ((index % columns) + 0.5) * grid.cell,
    y0 + (Math.floor(index / columns) + 0.5) * grid.cell,
  ];
  // The line is moved a little ahead, off the middles of the cells it was measured at.
  const shift = 0.0137 * grid.cell;
  const line: Segment = [
    [ends[0][0] + shift, ends[0][1] + shift],
    [ends[1][0] + shift, ends[1][1] + shift],
  ];
  let people = 0;
  for (let row = low(bottom, y0); row <= high(top, y0, rows); row++) {
    for (let column = low(left, x0); column <= high(right, x0, columns); column++) {
      const index = row * columns + column;
      const onward = next[first + index]! - first;
      if (through[first + index]! === 0 || onward < 0 || onward >= columns * rows) continue;
      if (crossing(middle(index), middle(onward), line[0], line[1])) people += through[first + index]!;
    }
  }
  return { level: sheet.level, at, width, people };
}
