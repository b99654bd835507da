import { cellOf } from '../geometry/cells.ts';
import { distanceToWall } from '../geometry/ground.ts';
import type { Placed } from '../geometry/place-people.ts';
import type { Raster } from '../geometry/raster.ts';
import { cellAt } from '../geometry/raster.ts';
import { ScenarioFault } from '../result.ts';
import type { Fault } from '../scenario/fault.ts';
import type { Goal, Scenario } from '../scenario/scenario.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.ts';

/** The longest way in metres that somebody may go in one step, as a share of the smallest radius. */
const mostPerStep = 1.2;
const longestStep = 0.1;

/** Throws `ScenarioFault` for what would let people jump, stand in each other, or never reach anything. */
export function refuse(scenario: Scenario, people: People, placed: readonly Placed[], plan: Plan): void {
  const faults = [
    ...stepFault(scenario, people),
    ...unreachable(scenario, placed, plan),
    ...inWalls(scenario, people, placed, plan),
    ...crammed(scenario, placed, people),
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

function unreachable(scenario: Scenario, placed: readonly Placed[], { fields, raster }: Plan): Fault[] {
  if (placed.length > 0 && fields.length === 0)
    return [{ path: 'exits', what: 'There are people, but no exit and no refuge', mend: 'Add an exit' }];
  const cells = scenario.groups.map((): number[] => []);
  for (const { x, y, group } of placed) cells[group]!.push(cellAt(raster, x, y));
  return cells.flatMap((own, index) => {
    const cut = own.filter((cell) => !fields.some(({ far }) => reaches(far, raster, cell))).length;
    if (cut > 0) return [cutOff(scenario, index, cut)];
    if (own.length === 0) return [];
    return wishesOf(scenario, index)
      .filter(({ goal }) => !own.some((cell) => reaches(fields[goal]!.far, raster, cell)))
      .map(({ path, what }) => ({
        path: `groups[${index}].goal.${path}`,
        what: `No way leads from group "${scenario.groups[index]!.id}" to ${what}`,
        mend: 'Open a way of at least 0.4 m, add a link, or choose another',
      }));
  });
}

const cutOff = ({ groups }: Scenario, index: number, count: number): Fault => ({
  path: `groups[${index}].${'positions' in groups[index]! ? 'positions' : 'area'}`,
  what: `${count} people of group "${groups[index]!.id}" stand where no exit or refuge can be reached`,
  mend: 'Open a way of at least 0.4 m, add a link, or move the group',
});

/** The exits and refuges that a group's goal names: the number of each among all goals, and where the file names it. */
function wishesOf({ groups, exits, refuges }: Scenario, index: number) {
  const { goal } = groups[index]!;
  if (typeof goal === 'string') return [];
  const toExit = (id: string, path: string) => ({
    goal: exits.findIndex((one) => one.id === id),
    path,
    what: `exit "${id}"`,
  });
  if ('exit' in goal) return [toExit(goal.exit, 'exit')];
  if ('exits' in goal) return wantedOf(goal).map((id) => toExit(id, `exits["${id}"]`));
  const refuge = refuges.findIndex((one) => one.id === goal.refuge);
  return [{ goal: exits.length + refuge, path: 'refuge', what: `refuge "${goal.refuge}"` }];
}

const wantedOf = ({ exits }: Extract<Goal, { exits: unknown }>): string[] =>
  Object.entries(exits).flatMap(([id, share]) => (share > 0 ? [id] : []));

/** Somebody close to a wall may stand in a cell that is not floor: then the cells around it count. */
function reaches(far: Float32Array, raster: Raster, cell: number): boolean {
  const { columns } = raster;
  return [0, 1, -1, columns, -columns].some((o) => far[cell + o]! < Infinity);
}

/** Where the file puts a person: by position, or the group that the engine placed them for. */
function placeIn({ groups }: Scenario, placed: readonly Placed[], who: number): string {
  const { group } = placed[who]!;
  const first = placed.findIndex((one) => one.group === group);
  return 'positions' in groups[group]! ? `groups[${group}].positions[${who - first}]` : `groups[${group}].area`;
}

/** Those whose body a wall halves: they could never be pushed clear of it. */
function inWalls(scenario: Scenario, people: People, placed: readonly Placed[], { ground, cells }: Plan): Fault[] {
  const { start, walls } = cells.near;
  const isIn = ({ x, y }: Placed, radius: number): boolean => {
    const cell = cellOf(cells, x, y);
    for (let q = start[cell]!; q < start[cell + 1]!; q++)
      if (distanceToWall(ground.walls, walls[q]!, x, y) < 0.5 * radius) return true;
    return false;
  };
  const who = placed.findIndex((one, id) => isIn(one, people.radius[id]!));
  if (who < 0) return [];
  const room = people.radius[who]!;
  const mend = `Move them at least ${room} m away from it`;
  return [{ path: placeIn(scenario, placed, who), what: 'This person stands in a wall', mend }];
}

function crammed(scenario: Scenario, placed: readonly Placed[], people: People): Fault[] {
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
            path: placeIn(scenario, placed, Math.max(i, j)),
            what: `Two people stand in the same place: the other is of group "${scenario.groups[placed[Math.min(i, j)]!.group]!.id}"`,
            mend: 'Move them at least a body apart',
          },
        ];
    }
  return [];
}
