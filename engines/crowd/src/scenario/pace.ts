import type { Fault } from './fault.ts';
import type { Group, Interval, PreMovement, Scenario, Speed } from './scenario.ts';
import { peopleIn } from './scenario.ts';
import { most } from './scenario-shape.ts';
import { speedTables } from './speed-tables.ts';

/** The fastest anybody of the group may walk, m/s. */
export function fastest(speed: Speed): number {
  if ('constant' in speed) return speed.constant;
  return 'normal' in speed ? speed.max : speedTables[speed.table]!.level[1];
}

/** Times and speeds that contradict each other, and steps in which somebody would pass through another. */
export function paceFaults({ exits, groups, step }: Scenario): Fault[] {
  return [
    ...exits.flatMap(({ closed }, index) => closedFaults(closed, `exits[${index}].closed`)),
    ...groups.flatMap((group, index) => groupFaults(group, `groups[${index}]`, step)),
    ...crowdFaults(groups),
  ];
}

function closedFaults(closed: readonly Interval[], path: string): Fault[] {
  return closed.flatMap(([from, to], index) => {
    const before = closed[index - 1];
    const here = `${path}[${index}]`;
    if (to !== null && to <= from)
      return [{ path: here, what: `It ends at ${to} s before it begins`, mend: 'Give the start first, then the end' }];
    if (before && (before[1] ?? Infinity) > from)
      return [
        { path: here, what: 'It begins before the one before has ended', mend: 'Join the two or put them in order' },
      ];
    return [];
  });
}

function groupFaults({ speed, preMovement, radius }: Group, path: string, step: number): Fault[] {
  return [
    ...speedFaults(speed, `${path}.speed`),
    ...timeFaults(preMovement, `${path}.preMovement`),
    ...stepFaults(fastest(speed), radius, step, path),
  ];
}

function speedFaults(speed: Speed, path: string): Fault[] {
  if (!('normal' in speed)) return [];
  const [mean] = speed.normal;
  if (speed.min > speed.max)
    return [
      {
        path: `${path}.min`,
        what: `${speed.min} m/s is more than the max of ${speed.max} m/s`,
        mend: 'Let min be the smaller',
      },
    ];
  if (mean >= speed.min && mean <= speed.max) return [];
  return [
    {
      path: `${path}.normal[0]`,
      what: `The mean of ${mean} m/s lies outside ${speed.min} to ${speed.max} m/s`,
      mend: 'Move the mean or the limits',
    },
  ];
}

function timeFaults(time: PreMovement, path: string): Fault[] {
  if (!('uniform' in time) || time.uniform[0] <= time.uniform[1]) return [];
  return [
    {
      path: `${path}.uniform`,
      what: `${time.uniform[0]} s is after ${time.uniform[1]} s`,
      mend: 'Give the earlier time first',
    },
  ];
}

/** Nobody may move more than their own radius in one step, or two people could change places unseen. */
function stepFaults(speed: number, radius: number, step: number, path: string): Fault[] {
  if (speed * step <= radius + 1e-9) return [];
  const longest = Math.floor((1000 * radius) / speed) / 1000;
  const what = `A step of ${step} s is too long: at ${Number(speed.toFixed(3))} m/s (${path}) one moves further than one's radius of ${radius} m`;
  return [{ path: 'step', what, mend: `Use a step of at most ${longest} s` }];
}

function crowdFaults(groups: readonly Group[]): Fault[] {
  const people = groups.reduce((sum, group) => sum + peopleIn(group), 0);
  if (people <= most.people) return [];
  return [{ path: 'groups', what: `${people} people are too many for one run`, mend: `Keep to ${most.people} in all` }];
}
