import type { Ground } from '../geometry/ground.ts';
import type { Raster } from '../geometry/raster.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Company } from './company.ts';
import type { ChooseGoal, Goals, Queues } from './goals.ts';
import type { Kernel } from './kernel.ts';
import type { Passages } from './passages.ts';
import type { People } from './people.ts';

/** Somebody reached safety: which goal, when. */
export type Left = (id: number, goal: number, time: number) => void;

/** The whole model of one run: advance it with `advance`, read `kernel.crowd` and `people` between steps. */
export interface World {
  readonly scenario: Scenario;
  readonly ground: Ground;
  readonly raster: Raster;
  readonly kernel: Kernel;
  readonly people: People;
  readonly goals: Goals;
  readonly companies: readonly Company[];
  readonly queues: Queues;
  readonly passages: Passages;
  readonly choose: ChooseGoal;
  /** Ids in the order in which they set off, and how many have. */
  readonly starters: Int32Array;
  started: number;
  tick: number;
  time: number;
  /** Exits closed and opened by hand; they win over the scenario's intervals. */
  readonly byHand: Map<number, 'closed' | 'open'>;
  readonly refuges: { inside: number; firstAt: number }[];
  readonly onLeft: Left;
}

/** Position of the exit in the scenario; throws `RangeError` for a name it does not have. */
export function exitNamed({ exits }: Scenario, id: string): number {
  const exit = exits.findIndex((each) => each.id === id);
  if (exit < 0) throw new RangeError(`no exit "${id}"`);
  return exit;
}

/** Whether anybody inside can still reach safety, now or once a door opens again. */
export function isOver(world: World): boolean {
  const { crowd } = world.kernel;
  if (crowd.count === 0) return true;
  for (let i = 0; i < crowd.count; i++) if (crowd.now.goal[i]! >= 0) return false;
  const isComing = ([, to]: readonly [number, number | null]) => to !== null && to > world.time;
  return !world.scenario.exits.some(({ closed }, exit) => !world.byHand.has(exit) && closed.some(isComing));
}
