import type { Field } from '../geometry/eikonal.ts';
import type { Goal, Scenario } from '../scenario/scenario.ts';
import type { People } from './people.ts';

/** Where people can head: the exits, then the refuges, each with its field and its state. */
export interface Goals {
  readonly exits: number;
  readonly fields: readonly Field[];
  /** 1 while nobody heads there any more: an exit lost for good, a refuge full or secured. */
  readonly lost: Uint8Array;
  /** Seconds still to wait before a shut exit opens. */
  readonly wait: Float64Array;
  /** Persons per second that the way into it lets through. */
  readonly capacity: Float64Array;
}

const farOf = (goals: Goals, goal: number, cell: number): number =>
  goals.lost[goal] === 1 ? Infinity : goals.fields[goal]!.far[cell]!;

function nearest(goals: Goals, cell: number, from: number, to: number): number {
  let [best, least] = [-1, Infinity];
  for (let goal = from; goal < to; goal++) {
    const far = farOf(goals, goal, cell);
    if (far < least) [best, least] = [goal, far];
  }
  return best;
}

const nearestExit = (goals: Goals, cell: number): number => nearest(goals, cell, 0, goals.exits);

function nearestRefuge(goals: Goals, cell: number): number {
  const refuge = nearest(goals, cell, goals.exits, goals.fields.length);
  return refuge >= 0 ? refuge : nearestExit(goals, cell);
}

/** The exit among given shares that the person's own number falls on, lost ones left out. */
function shared(goals: Goals, cell: number, share: number, parts: readonly (readonly [number, number])[]): number {
  const open = parts.filter(([goal]) => farOf(goals, goal, cell) < Infinity);
  const whole = open.reduce((sum, [, part]) => sum + part, 0);
  let rest = share * whole;
  for (const [goal, part] of open) {
    rest -= part;
    if (rest < 0) return goal;
  }
  return nearestExit(goals, cell);
}

export type ChooseGoal = (id: number, cell: number, current: number) => number;

/** A function that tells where a person in a cell heads now; −1 when nothing can be reached. */
export function chooserOf(scenario: Scenario, goals: Goals, people: People, queues: Queues): ChooseGoal {
  const exitAt = new Map(scenario.exits.map(({ id }, i) => [id, i]));
  const refugeAt = new Map(scenario.refuges.map(({ id }, i) => [id, goals.exits + i]));
  const byGroup = scenario.groups.map(({ goal }): ChooseGoal => chooser(goal, goals, people, queues, exitAt, refugeAt));
  return (id, cell, current) => byGroup[people.group[id]!]!(id, cell, current);
}

function chooser(
  goal: Goal,
  goals: Goals,
  people: People,
  queues: Queues,
  exitAt: Map<string, number>,
  refugeAt: Map<string, number>,
): ChooseGoal {
  if (goal === 'nearest-exit') return (_, cell) => nearestExit(goals, cell);
  if (goal === 'nearest-refuge') return (_, cell) => nearestRefuge(goals, cell);
  if (goal === 'quickest-exit') return (id, cell, current) => quickest(goals, people, queues, id, cell, current);
  if ('exits' in goal) {
    const parts = Object.entries(goal.exits).map(([id, part]) => [exitAt.get(id)!, part] as const);
    return (id, cell) => shared(goals, cell, people.share[id]!, parts);
  }
  const wanted = 'exit' in goal ? exitAt.get(goal.exit)! : refugeAt.get(goal.refuge)!;
  const otherwise = 'exit' in goal ? nearestExit : nearestRefuge;
  return (_, cell) => (farOf(goals, wanted, cell) < Infinity ? wanted : otherwise(goals, cell));
}

/** How many people head for each goal from nearer than each half metre of way. */
export interface Queues {
  readonly nearer: Float64Array[];
}

const bin = 0.5;

/** Counts the queues anew from everybody's goal and way still to go. */
export function countQueues(
  queues: Queues,
  goals: Goals,
  count: number,
  goalOf: Int32Array,
  cellOf: (place: number) => number,
): void {
  const tallies: number[][] = goals.fields.map(() => []);
  for (let i = 0; i < count; i++) {
    const goal = goalOf[i]!;
    if (goal < 0) continue;
    const far = goals.fields[goal]!.far[cellOf(i)]!;
    if (far === Infinity) continue;
    const b = Math.floor(far / bin) + 1;
    tallies[goal]![b] = (tallies[goal]![b] ?? 0) + 1;
  }
  tallies.forEach((tally, goal) => {
    let sum = 0;
    queues.nearer[goal] = Float64Array.from({ length: tally.length + 1 }, (_, b) => (sum += tally[b] ?? 0));
  });
}

/** Share of the time that another exit must save before somebody changes their mind. */
const loyalty = 0.15;

/** The exit with the least time: the walk, or the queue ahead if that takes longer (after Kretz 2009). */
function quickest(goals: Goals, people: People, queues: Queues, id: number, cell: number, current: number): number {
  let [best, least] = [-1, Infinity];
  for (let goal = 0; goal < goals.exits; goal++) {
    const far = farOf(goals, goal, cell);
    if (far === Infinity) continue;
    const nearer = queues.nearer[goal] ?? [];
    const ahead = nearer[Math.min(nearer.length - 1, Math.floor(far / bin))] ?? 0;
    const time = Math.max(far / people.speed[id]!, ahead / goals.capacity[goal]!, goals.wait[goal]!);
    const felt = goal === current ? time * (1 - loyalty) : time;
    if (felt < least) [best, least] = [goal, felt];
  }
  return best;
}

/** Width of the narrowest way into a goal within its last six metres, from the length of the lines of equal way. */
export function narrowestWay(field: Field, h: number): number {
  const rings = new Float64Array(13);
  for (const far of field.far) if (far > 0 && far < 6) rings[Math.floor(2 * far)]! += 2 * h * h;
  const used = rings.filter((width) => width > 0);
  return used.length > 0 ? used.reduce((a, b) => Math.min(a, b)) : 1;
}
