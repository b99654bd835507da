import { advance } from '../../src/model/advance.ts';
import type { KernelName } from '../../src/result.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { start } from '../../src/simulate.ts';

/** Whether the way from a to b meets the wall from c to d. */
function meets([ax, ay]: readonly number[], [bx, by]: readonly number[], [cx, cy, dx, dy]: readonly number[]): boolean {
  const side = (x: number, y: number) => (bx! - ax!) * (y - ay!) - (by! - ay!) * (x - ax!);
  const wall = (x: number, y: number) => (dx! - cx!) * (y - cy!) - (dy! - cy!) * (x - cx!);
  return side(cx!, cy!) * side(dx!, dy!) < 0 && wall(ax!, ay!) * wall(bx!, by!) < 0;
}

/** Steps on for a while and says what went wrong: walls crossed, people lost or doubled, numbers that are none. */
export function wrongs(scenario: Scenario, kernel: KernelName, steps: number): string[] {
  const { world } = start(scenario, { kernel });
  const { crowd } = world.kernel;
  const { walls } = world.ground;
  const before = new Map<number, readonly [number, number]>();
  const found: string[] = [];
  for (let k = 0; k < steps && crowd.count > 0; k++) {
    for (let i = 0; i < crowd.count; i++) before.set(crowd.now.id[i]!, [crowd.now.x[i]!, crowd.now.y[i]!]);
    advance(world);
    const ids = new Set(crowd.now.id.subarray(0, crowd.count));
    const out = world.people.leftAt.filter((time) => !Number.isNaN(time)).length;
    if (ids.size !== crowd.count || ids.size + out !== world.people.count)
      found.push(`step ${k}: ${ids.size} inside and ${out} out`);
    for (let i = 0; i < crowd.count; i++) {
      const to = [crowd.now.x[i]!, crowd.now.y[i]!] as const;
      if (!Number.isFinite(to[0] + to[1])) found.push(`step ${k}: a place that is no number`);
      for (let w = 0; w < walls.length; w += 4)
        if (meets(before.get(crowd.now.id[i]!)!, to, [...walls.subarray(w, w + 4)]))
          found.push(`step ${k}: through a wall at ${to}`);
    }
  }
  return found;
}
