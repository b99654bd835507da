import type { World } from '../model/world.ts';
import { isOver } from '../model/world.ts';
import type { Frame, KernelName, SimulationResult } from '../result.ts';
import { engineVersion, modelName } from '../result.ts';
import type { Preset } from '../scenario/scenario.ts';
import { sha256, sha256Of } from '../sha256.ts';
import { watchDensity } from './density.ts';
import { FlowCount } from './flows.ts';

/** Seconds between the places that go into the hash and the density. */
const lookEvery = 0.5;

/** Watches a run and says at its end what happened. */
export interface Recorder {
  left(goal: number, time: number): void;
  /** To be called after every step. */
  watch(): void;
  result(): SimulationResult;
}

export interface RecorderOptions {
  readonly seed: number;
  readonly preset: Preset;
  readonly kernel: KernelName;
  readonly recordEvery: number | undefined;
}

export function recordOf(world: World, { seed, preset, kernel: kernelName, recordEvery }: RecorderOptions): Recorder {
  const { scenario, kernel, people, goals } = world;
  const flows = goals.fields.map(() => new FlowCount());
  const density = watchDensity(world);
  const sum = sha256();
  const frames: Frame[] = [];
  const every = (seconds: number) => Math.max(1, Math.round(seconds / scenario.step));
  const [lookSteps, frameSteps] = [every(lookEvery), recordEvery === undefined ? Infinity : every(recordEvery)];
  let [agentSteps, before] = [0, kernel.crowd.count];

  function watch(): void {
    agentSteps += before;
    before = kernel.crowd.count;
    if (world.tick % lookSteps === 0) {
      density.look(lookSteps * scenario.step);
      hashPlaces();
    }
    if (world.tick % frameSteps === 0) frames.push(frameOf(world));
  }

  /** Tick, then id, x and y of everybody inside, in the order in which they lie in memory: as repeatable as they are. */
  function hashPlaces(): void {
    const { now, count } = kernel.crowd;
    for (const column of [
      Float64Array.of(world.tick),
      ...[now.id, now.x, now.y].map((each) => each.subarray(0, count)),
    ])
      sum.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }

  function result(): SimulationResult {
    const [exits, refuges] = [flows.slice(0, goals.exits), flows.slice(goals.exits)].map((part) =>
      part.map((flow) => flow.use()),
    );
    const named = (list: readonly { id: string }[], uses = exits!) =>
      Object.fromEntries(list.map(({ id }, k) => [id, uses[k]!]));
    const times = people.leftAt.filter((time) => !Number.isNaN(time)).sort();
    const evacuated = exits!.reduce((total, { used }) => total + used, 0);
    const quantile = (share: number) => (people.count === 0 ? 0 : (times[Math.ceil(share * people.count) - 1] ?? null));
    return {
      scenario: sha256Of(JSON.stringify(scenario)),
      engine: engineVersion,
      model: modelName,
      preset,
      kernel: kernelName,
      seed,
      people: people.count,
      evacuated,
      inRefuge: times.length - evacuated,
      remaining: people.count - times.length,
      remainingPeople: remainingIn(world),
      timeToClear: times.length === people.count ? (times.at(-1) ?? 0) : null,
      t50: quantile(0.5),
      t95: quantile(0.95),
      exits: named(scenario.exits),
      refuges: named(scenario.refuges, refuges!),
      maxDensity: density.peak(),
      steps: world.tick,
      agentSteps,
      hash: sum.hex(),
      egressCurve: egressCurve(times, world.time),
      densityGrid: density.grids(),
      leftAt: people.leftAt.slice(),
      ...(recordEvery === undefined ? {} : { trajectories: { every: frameSteps * scenario.step, frames } }),
    };
  }

  density.look(0);
  hashPlaces();
  if (recordEvery !== undefined) frames.push(frameOf(world));
  return { left: (goal, time) => flows[goal]!.add(time), watch, result };
}

function egressCurve(times: Float64Array, end: number): { time: number; out: number }[] {
  const curve: { time: number; out: number }[] = [];
  let out = 0;
  for (let time = 0; time <= Math.ceil(end); time++) {
    while (out < times.length && times[out]! <= time) out++;
    curve.push({ time, out });
  }
  return curve;
}

/** Sheet and place in the file's coordinates of the person at a place in the columns. */
export function whereIs({ people, ground, kernel }: World, i: number): { sheet: number; x: number; y: number } {
  const { x, y, id } = kernel.crowd.now;
  const sheet = people.sheet[id[i]!]!;
  const { dx, dy } = ground.sheets[sheet]!;
  return { sheet, x: x[i]! - dx, y: y[i]! - dy };
}

function frameOf(world: World): Frame {
  const { crowd } = world.kernel;
  const ids = Uint32Array.from(crowd.now.id.subarray(0, crowd.count)).sort();
  const [levels, places] = [new Uint16Array(ids.length), new Float32Array(2 * ids.length)];
  ids.forEach((id, k) => {
    const { sheet, x, y } = whereIs(world, crowd.placeOf[id]!);
    levels[k] = sheet;
    places.set([x, y], 2 * k);
  });
  return { time: world.time, ids, levels, places };
}

function remainingIn(world: World): SimulationResult['remainingPeople'] {
  const { scenario, people, kernel } = world;
  const ids = [...kernel.crowd.now.id.subarray(0, kernel.crowd.count)].filter((id) => id >= 0).sort((a, b) => a - b);
  return ids.map((id) => {
    const { sheet, x, y } = whereIs(world, kernel.crowd.placeOf[id]!);
    const level = (scenario.levels[sheet] ?? scenario.links[sheet - scenario.levels.length])!.id;
    return { id, group: scenario.groups[people.group[id]!]!.id, level, x, y };
  });
}

/** Whether the run has nothing more to show. */
export const isDone = (world: World): boolean => world.time >= world.scenario.maxTime - 1e-9 || isOver(world);
