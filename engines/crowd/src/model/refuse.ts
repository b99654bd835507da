import type { Field } from '../geometry/eikonal.ts';
import type { Placed } from '../geometry/place-people.ts';
import type { Raster } from '../geometry/raster.ts';
import { cellAt } from '../geometry/raster.ts';
import { ScenarioFault } from '../result.ts';
import type { Fault } from '../scenario/fault.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { People } from './people.ts';

/** The longest way in metres that somebody may go in one step, as a share of the smallest radius. */
const mostPerStep = 1.2;
const longestStep = 0.1;

/** Throws `ScenarioFault` for what would let people jump, stand in each other, or never reach anything. */
export function refuse(
  scenario: Scenario,
  people: People,
  placed: readonly Placed[],
  fields: readonly Field[],
  raster: Raster,
): void {
  const faults = [
    ...stepFault(scenario, people),
    ...unreachable(scenario, placed, fields, raster),
    ...crammed(placed, people),
  ];
  if (faults.length > 0) throw new ScenarioFault(faults);
}

function stepFault(scenario: Scenario, people: People): Fault[] {
  const fastest = people.speed.reduce((a, b) => Math.max(a, b), 0);
  const least = people.radius.reduce((a, b) => Math.min(a, b), 1);
  const longest = Math.min(longestStep, fastest > 0 ? (mostPerStep * least) / fastest : longestStep);
  if (scenario.step <= longest) return [];
  const mend = Math.max(0.001, Math.floor(longest * 1000) / 1000);
  return [
    {
      path: 'step',
      what: `A step of ${scenario.step} s is too long for people of ${fastest.toFixed(2)} m/s`,
      mend: `Use ${mend} or less`,
    },
  ];
}

function unreachable(scenario: Scenario, placed: readonly Placed[], fields: readonly Field[], raster: Raster): Fault[] {
  if (fields.length === 0) return [];
  const cut = new Map<number, { count: number; first: Placed }>();
  for (const person of placed) {
    const cell = cellAt(raster, person.x, person.y);
    if (fields.some(({ far }) => reaches(far, raster, cell))) continue;
    const known = cut.get(person.group);
    cut.set(person.group, { count: (known?.count ?? 0) + 1, first: known?.first ?? person });
  }
  return [...cut].map(([group, { count }]) => ({
    path: `groups[${group}].${'positions' in scenario.groups[group]! ? 'positions' : 'area'}`,
    what: `${count} people of group "${scenario.groups[group]!.id}" stand where no exit or refuge can be reached`,
    mend: 'Open a way of at least 0.4 m, add a link, or move the group',
  }));
}

/** Somebody close to a wall may stand in a cell that is not floor: then the cells around it count. */
function reaches(far: Float32Array, raster: Raster, cell: number): boolean {
  const { columns } = raster;
  return [0, 1, -1, columns, -columns].some((o) => far[cell + o]! < Infinity);
}

function crammed(placed: readonly Placed[], people: People): Fault[] {
  const order = placed.map((_, i) => i).sort((a, b) => placed[a]!.x - placed[b]!.x);
  for (let a = 0; a < order.length; a++)
    for (let b = a + 1; b < order.length; b++) {
      const [i, j] = [order[a]!, order[b]!];
      const [dx, dy] = [placed[j]!.x - placed[i]!.x, placed[j]!.y - placed[i]!.y];
      const least = 0.5 * (people.radius[i]! + people.radius[j]!);
      if (dx > least) break;
      if (dx * dx + dy * dy < least * least)
        return [
          {
            path: `groups[${placed[j]!.group}]`,
            what: 'Two people stand in the same place',
            mend: 'Move positions at least a body apart',
          },
        ];
    }
  return [];
}
