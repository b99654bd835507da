import { isInZone } from '../geometry/ground.ts';
import { cellAt } from '../geometry/raster.ts';
import { removeFrom } from './crowd.ts';
import { setTop } from './pace.ts';
import type { World } from './world.ts';

/** Takes everybody who stands in an open goal out of the plan, and those in a passage to its other side. */
export function arrive(world: World): void {
  const { kernel, ground, passages, raster } = world;
  const { now } = kernel.crowd;
  passages.clear();
  for (let k = 0; k < kernel.inZoneCount; k++) {
    const i = kernel.inZone[k]!;
    const zone = raster.zone[cellAt(raster, now.x[i]!, now.y[i]!)]! - 1;
    if (zone < 0 || !isInZone(ground.zones[zone]!, now.x[i]!, now.y[i]!)) continue;
    if (ground.zones[zone]!.kind === 'passage') {
      if (now.top[i]! > 0 && passages.carry(zone, i)) setTop(world, now.id[i]!);
    } else if (kernel.shut[zone] === 0 && canEnter(world, zone)) leave(world, i, zone);
  }
}

function canEnter(world: World, goal: number): boolean {
  if (goal < world.goals.exits) return true;
  const refuge = world.refuges[goal - world.goals.exits]!;
  return refuge.inside < world.scenario.refuges[goal - world.goals.exits]!.capacity;
}

function leave(world: World, place: number, goal: number): void {
  const { kernel, people } = world;
  const id = kernel.crowd.now.id[place]!;
  if (goal >= world.goals.exits) {
    const refuge = world.refuges[goal - world.goals.exits]!;
    refuge.inside++;
    refuge.firstAt = Math.min(refuge.firstAt, world.time);
  }
  people.leftAt[id] = world.time;
  removeFrom(kernel.crowd, place);
  world.onLeft(id, goal, world.time);
}
