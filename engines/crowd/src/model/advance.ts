import { arrive } from './arrive.ts';
import { chooseAll, chooseFor, countAllQueues, updateGoals } from './heading.ts';
import { setOff, waitForCompany } from './pace.ts';
import type { World } from './world.ts';

/** One step of the whole model. */
export function advance(world: World): void {
  const { kernel } = world;
  const perSecond = Math.max(1, Math.round(1 / kernel.step));
  if (updateGoals(world)) chooseAll(world);
  if (world.tick % perSecond === 0) eachSecond(world);
  setOff(world);
  kernel.look(world.tick);
  kernel.advance();
  world.tick++;
  world.time = Math.round(world.tick * kernel.step * 1e6) / 1e6;
  arrive(world);
  kernel.gather();
}

/** Queues are counted, a third of the people think again, company closes up. */
function eachSecond(world: World): void {
  const { people, scenario } = world;
  const { now, count } = world.kernel.crowd;
  countAllQueues(world);
  const second = Math.round(world.time);
  for (let i = 0; i < count; i++) {
    const who = now.id[i]!;
    if ((who + second) % 3 === 0 && scenario.groups[people.group[who]!]!.goal === 'quickest-exit') chooseFor(world, i);
  }
  waitForCompany(world);
}
