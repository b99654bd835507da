import { isDone, recordOf } from './measure/recorder.ts';
import type { Recorder } from './measure/recorder.ts';
import type { World } from './model/world.ts';
import { breath, breathEvery } from './breath.ts';
import { advance, buildWorld } from './model/world.ts';
import type { SimulationOptions, SimulationResult } from './result.ts';
import type { Scenario } from './scenario/scenario.ts';

export interface Started {
  readonly world: World;
  readonly recorder: Recorder;
}

/** Builds a run and what watches it; throws `ScenarioFault`. */
export function start(scenario: Scenario, options: SimulationOptions = {}): Started {
  const [seed, preset] = [options.seed ?? scenario.seed, options.preset ?? scenario.preset];
  const world = buildWorld(scenario, { seed, preset, exitsClosed: options.exitsClosed ?? [], onLeft: (_, goal, time) => recorder.left(goal, time) });
  const recorder: Recorder = recordOf(world, { seed, preset, recordEvery: options.recordEvery });
  return { world, recorder };
}

/**
 * Runs the scenario until everybody is safe, nobody can get any further, or `maxTime`. The same scenario, seed, preset and
 * engine give the same hash everywhere. Rejects with `ScenarioFault`, or with the signal's reason when aborted.
 */
export async function simulate(scenario: Scenario, options: SimulationOptions = {}): Promise<SimulationResult> {
  options.signal?.throwIfAborted();
  const { world, recorder } = start(scenario, options);
  const perSecond = Math.max(1, Math.round(1 / scenario.step));
  while (!isDone(world)) {
    advance(world);
    recorder.watch();
    if (world.tick % perSecond === 0) options.onStep?.({ time: world.time, inside: world.kernel.crowd.count, people: world.people.count });
    if (world.tick % breathEvery === 0) await breath();
    options.signal?.throwIfAborted();
  }
  return recorder.result();
}
