import type { Goal, Group } from '../scenario/scenario.ts';
import type { Start } from './starting-people.ts';
import type { Target } from './targets.ts';
import type { WalkingField } from './walking-field.ts';
import { metresFrom } from './walking-field.ts';

/** Part of a start that heads for one target. */
export interface Stream {
  readonly start: Start;
  readonly target: number;
  readonly people: number;
  readonly metres: number;
}

interface Choice {
  readonly streams: readonly Stream[];
  /** People who reach no target at all, by group. */
  readonly stranded: ReadonlyMap<Group, number>;
}

/** How fast a target takes people in, persons/s, and how fast people walk, m/s: what a hurried choice weighs. */
interface Haste {
  readonly flow: (target: Target) => number;
  readonly speed: number;
}

/**
 * Sends every start where its group heads; where that is lost or full, to the nearest exit. With `everybodyHurries`
 * all who may choose go where they are out soonest, as stewards would send them.
 */
export function chooseTargets(
  starts: readonly Start[],
  targets: readonly Target[],
  fields: readonly WalkingField[],
  haste: Haste,
  everybodyHurries = false,
): Choice {
  const taken = targets.map(() => 0);
  const streams: Stream[] = [];
  const stranded = new Map<Group, number>();
  const flows = targets.map(haste.flow);
  const metresTo = (target: number, start: Start) => metresFrom(fields[target]!, start.cell);
  const send = (start: Start, people: number, among: readonly number[], hurry: boolean) => {
    let best = -1;
    let least = Infinity;
    for (let k = 0; k < among.length; k++) {
      const t = among[k]!;
      const walk = metresTo(t, start) / haste.speed;
      if (walk === Infinity || taken[t]! + people > targets[t]!.capacity) continue;
      const cost = hurry ? Math.max(walk, targets[t]!.opens + (taken[t]! + people) / flows[t]!) : walk;
      if (cost >= least) continue;
      best = t;
      least = cost;
    }
    if (best < 0) return false;
    taken[best]! += people;
    streams.push({ start, target: best, people, metres: metresTo(best, start) });
    return true;
  };
  const exits = targets.flatMap(({ kind }, t) => (kind === 'exit' ? [t] : []));
  const nearest = (start: Start) => {
    let least = Infinity;
    for (let k = 0; k < exits.length; k++) least = Math.min(least, metresTo(exits[k]!, start));
    return least;
  };
  const wishes = new Map(
    [...new Set(starts.map(({ group }) => group))].map((group) => [
      group,
      wishesOf(group.goal, targets, everybodyHurries),
    ]),
  );
  const isFirstComeFirst = targets.some(({ capacity }) => capacity < Infinity);
  const hasHurry = [...wishes.values()].some((all) => all.some(({ hurry }) => hurry));
  for (const start of isFirstComeFirst || hasHurry ? inOrderOf(starts, nearest) : starts) {
    for (const { among, share, hurry } of wishes.get(start.group)!) {
      const people = start.people * share;
      if (people > 0 && !send(start, people, among, hurry) && !send(start, people, exits, hurry))
        stranded.set(start.group, (stranded.get(start.group) ?? 0) + people);
    }
  }
  return { streams, stranded };
}

/** The starts by what is told of each, least first. */
function inOrderOf(starts: readonly Start[], told: (start: Start) => number): Start[] {
  const values = Float64Array.from(starts, told);
  return Array.from(
    Uint32Array.from(starts.keys()).sort((a, b) => values[a]! - values[b]!),
    (k) => starts[k]!,
  );
}

interface Wish {
  readonly among: readonly number[];
  readonly share: number;
  readonly hurry: boolean;
}

function wishesOf(goal: Goal, targets: readonly Target[], everybodyHurries: boolean): Wish[] {
  const of = (kind: Target['kind'], id?: string) =>
    targets.flatMap((one, t) => (one.kind === kind && (id === undefined || one.id === id) ? [t] : []));
  if (goal === 'nearest-refuge') return [{ among: of('refuge'), share: 1, hurry: false }];
  if (typeof goal === 'object' && 'refuge' in goal)
    return [{ among: of('refuge', goal.refuge), share: 1, hurry: false }];
  if (everybodyHurries || goal === 'quickest-exit') return [{ among: of('exit'), share: 1, hurry: true }];
  if (goal === 'nearest-exit') return [{ among: of('exit'), share: 1, hurry: false }];
  if ('exit' in goal) return [{ among: of('exit', goal.exit), share: 1, hurry: false }];
  return Object.entries(goal.exits).map(([id, share]) => ({ among: of('exit', id), share, hurry: false }));
}
