import { breath, breathEvery } from './breath.ts';
import { hasSimd } from './kernel-simd/simd-kernel.ts';
import type { Recorder } from './measure/recorder.ts';
import { isDone, recordOf } from './measure/recorder.ts';
import { advance } from './model/advance.ts';
import { buildWorld } from './model/build-world.ts';
import type { World } from './model/world.ts';
import type { SimulationOptions, SimulationResult } from './result.ts';
import type { Scenario } from './scenario/scenario.ts';

export interface Started {
  readonly world: World;
  readonly recorder: Recorder;
}

/** Builds a run and what watches it; throws `ScenarioFault`. */
export function start(scenario: Scenario, options: SimulationOptions = {}): Started {
  const { seed = scenario.seed, preset = scenario.preset, exitsClosed = [], recordEvery } = options;
  const kernel = options.kernel === 'reference' || !hasSimd() ? 'reference' : 'simd';
  const onLeft = (_: number, goal: number, time: number) => recorder.left(goal, time);
  const world = buildWorld(scenario, { seed, preset, kernel, exitsClosed, onLeft });
  const recorder: Recorder = recordOf(world, { seed, preset, kernel, recordEvery });
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
    if (world.tick % perSecond === 0)
      options.onStep?.({ time: world.time, inside: world.kernel.crowd.count, people: world.people.count });
    if (world.tick % breathEvery === 0) await breath();
    options.signal?.throwIfAborted();
  }
  return recorder.result();
}
