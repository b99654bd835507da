import { isDone, whereIs } from './measure/recorder.ts';
import { advance } from './model/advance.ts';
import { exitNamed } from './model/world.ts';
import type { LiveSimulation, SimulationOptions } from './result.ts';
import type { Scenario } from './scenario/scenario.ts';
import { start } from './simulate.ts';

/** Starts a run that goes on step by step, whose exits can be closed and opened meanwhile; throws `ScenarioFault`. */
export function liveSimulation(scenario: Scenario, options: SimulationOptions = {}): LiveSimulation {
  const { world, recorder } = start(scenario, options);
  const { people, kernel } = world;
  const [levels, places] = [new Uint16Array(people.count), new Float32Array(2 * people.count)];

  function positions(): LiveSimulation['positions'] {
    const { count, now } = kernel.crowd;
    for (let i = 0; i < count; i++) {
      const { sheet, x, y } = whereIs(world, i);
      levels[i] = sheet;
      places[2 * i] = x;
      places[2 * i + 1] = y;
    }
    return { count, ids: now.id, levels, places };
  }

  function step(n: number): boolean {
    for (let k = 0; k < n && !isDone(world); k++) {
      advance(world);
      recorder.watch();
    }
    return !isDone(world);
  }

  const inRefuge = () => world.refuges.reduce((sum, { inside }) => sum + inside, 0);
  return {
    get time() {
      return world.time;
    },
    get inside() {
      return kernel.crowd.count;
    },
    get people() {
      return people.count;
    },
    get inRefuge() {
      return inRefuge();
    },
    get evacuated() {
      return people.count - kernel.crowd.count - inRefuge();
    },
    get positions() {
      return positions();
    },
    step,
    closeExit: (id) => void world.byHand.set(exitNamed(scenario, id), 'closed'),
    openExit: (id) => void world.byHand.set(exitNamed(scenario, id), 'open'),
    result: () => recorder.result(),
  };
}
