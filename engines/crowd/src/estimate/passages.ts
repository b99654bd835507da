import type { Link, Point } from '../scenario/scenario.ts';
import { eachStepAcross, stepsOn } from './grid-steps.ts';
import type { NarrowPlace } from './narrow-places.ts';
import type { PlanGrid, Sheet } from './plan-grid.ts';
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

/** A narrow place with the steps that lead through it: two cells' numbers for each. */
export interface Gate {
  readonly level: string;
  readonly place: NarrowPlace;
  readonly steps: readonly number[];
}

/** Every narrow place of the plan with the steps through it. */
export const gatesOf = ({ sheets, cell }: PlanGrid): Gate[] =>
  sheets.flatMap((sheet) => {
    const onward = stepsOn(sheet);
    return sheet.narrow.map((place) => ({
      level: sheet.level,
      place,
      steps: stepsThrough(sheet, cell, place, onward),
    }));
  });

function stepsThrough(
  sheet: Sheet,
  cell: number,
  { ends: [ax, ay, bx, by] }: NarrowPlace,
  onward: Int32Array,
): number[] {
  // Moved a little, off the middles of cells: a way through a middle on the line would cross nowhere.
  const shift = 0.0137 * cell;
  const across: number[] = [];
  eachStepAcross(sheet, cell, [ax + shift, ay + shift, bx + shift, by + shift], (index, step) => {
    if ((sheet.ways[index]! >> step) & 1) across.push(sheet.first + index, sheet.first + index + onward[step]!);
  });
  return across;
}

/** The narrow places on the ways to a target: where each is, how wide, and how many of the people pass it. */
export function passagesTo(
  { cells }: PlanGrid,
  gates: readonly Gate[],
  field: WalkingField,
  links: readonly Link[],
  startsAt: ReadonlyMap<number, number>,
): Passage[] {
  if (startsAt.size === 0) return [];
  const through = peopleThrough(field, startsAt);
  const places = gates.map(({ level, place: { at, width }, steps }) => {
    return { level, at, width, people: peopleAcross(steps, field, through) };
  });
  const stairs = links.map((link, i) => ({
    level: link.lower.level,
    at: link.lower.area[0]!,
    width: link.width,
    people: through[cells + i]!,
    link,
  }));
  return [...places, ...stairs].filter(({ people }) => people > 0);
}

/** How many people walk over each cell and link, each by the field's shortest way. */
function peopleThrough({ next, order }: WalkingField, startsAt: ReadonlyMap<number, number>): Float64Array {
  const through = new Float64Array(next.length);
  for (const [cell, people] of startsAt) through[cell] = people;
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    const onward = next[node]!;
    if (onward >= 0 && through[node]! > 0) through[onward]! += through[node]!;
  }
  return through;
}

/** Counts the people who take any of the steps, either way. */
function peopleAcross(steps: readonly number[], { next }: WalkingField, through: Float64Array): number {
  let people = 0;
  for (let i = 0; i < steps.length; i += 2) {
    const a = steps[i]!;
    const b = steps[i + 1]!;
    if (next[a] === b) people += through[a]!;
    else if (next[b] === a) people += through[b]!;
  }
  return people;
}
