import { floorCellAt } from '../geometry/raster.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { countQueues } from './goals.ts';
import type { World } from './world.ts';

/** Whether anybody weighs queues, so that they must be counted. */
export const hasQuickest = ({ groups }: Scenario): boolean => groups.some(({ goal }) => goal === 'quickest-exit');

function isShut(world: World, exit: number): { readonly shut: boolean; readonly lost: boolean; readonly wait: number } {
  const byHand = world.byHand.get(exit);
  if (byHand) return { shut: byHand === 'closed', lost: byHand === 'closed', wait: 0 };
  const now = world.scenario.exits[exit]!.closed.filter(
    ([from, to]) => world.time >= from && (to === null || world.time < to),
  );
  const lost = now.some(([, to]) => to === null);
  const wait = now.reduce((most, [, to]) => Math.max(most, (to ?? 0) - world.time), 0);
  return { shut: now.length > 0, lost, wait };
}

/** Brings doors and refuges up to date; true when some goal was lost or found. */
export function updateGoals(world: World): boolean {
  const { goals, kernel, scenario } = world;
  let changed = false;
  const set = (goal: number, lost: boolean, shut: boolean) => {
    changed ||= goals.lost[goal] !== Number(lost);
    goals.lost[goal] = Number(lost);
    kernel.shut[goal] = Number(shut);
  };
  for (let exit = 0; exit < goals.exits; exit++) {
    const { shut, lost, wait } = isShut(world, exit);
    goals.wait[exit] = wait;
    set(exit, lost, shut);
  }
  scenario.refuges.forEach(({ capacity, secured }, i) => {
    const { inside, firstAt } = world.refuges[i]!;
    const isOver = inside >= capacity || world.time >= firstAt + secured;
    set(goals.exits + i, isOver, isOver);
  });
  return changed;
}

/** Lets everybody inside choose where to go. */
export function chooseAll(world: World): void {
  for (let i = 0; i < world.kernel.crowd.count; i++) if (world.kernel.crowd.now.id[i]! >= 0) chooseFor(world, i);
}

/** Lets the person at a place in the columns choose where to go. */
export function chooseFor(world: World, i: number): void {
  const { now } = world.kernel.crowd;
  now.goal[i] = world.choose(now.id[i]!, floorCellAt(world.raster, now.x[i]!, now.y[i]!), now.goal[i]!);
}

/** Counts the queues at all goals anew. */
export function countAllQueues(world: World): void {
  if (!hasQuickest(world.scenario)) return;
  const { now, count } = world.kernel.crowd;
  countQueues(world.queues, world.goals, count, now.goal, (i) => floorCellAt(world.raster, now.x[i]!, now.y[i]!));
}
