import { exp } from '../geometry/arithmetic.ts';
import { sheetAt } from '../geometry/ground.ts';
import { placePeople } from '../geometry/place-people.ts';
import type { KernelName } from '../result.ts';
import type { Preset, Scenario } from '../scenario/scenario.ts';
import { findCompanies } from './company.ts';
import type { Goals, Queues } from './goals.ts';
import { chooserOf, narrowestWay } from './goals.ts';
import { chooseAll, countAllQueues, hasQuickest, updateGoals } from './heading.ts';
import { hireKernel } from './hire-kernel.ts';
import { motions } from './motion.ts';
import { passagesOf } from './passages.ts';
import { drawPeople } from './people.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plan.ts';
import { refuse } from './refuse.ts';
import type { Left, World } from './world.ts';
import { exitNamed } from './world.ts';

export interface WorldOptions {
  readonly kernel: KernelName;
  readonly seed: number;
  readonly preset: Preset;
  readonly exitsClosed: readonly string[];
  readonly onLeft: Left;
}

/** Persons per metre and second that people plan with when they compare queues. */
const plannedFlow = 1.3;

/** Builds the model, or throws `ScenarioFault`. */
export function buildWorld(scenario: Scenario, options: WorldOptions): World {
  const { seed, preset } = options;
  const plan = planOf(scenario);
  const { ground, raster, doorways, fields, cells, widest } = plan;
  const placed = placePeople(scenario, ground, seed);
  const people = drawPeople(scenario, placed, seed, (x) => sheetAt(ground, x));
  refuse(scenario, people, placed, plan);
  const companies = findCompanies(scenario, people, placed);
  const kernel = hireKernel(options.kernel, {
    size: people.count,
    cells,
    raster,
    walls: ground.walls,
    fields,
    motion: motions[preset],
    step: scenario.step,
    rings: ground.zones.map(({ ring }) => ring),
    seed,
  });
  const goals = goalsOf(scenario, plan);
  const queues: Queues = { nearer: [] };
  const world: World = {
    scenario,
    ground,
    raster,
    kernel,
    people,
    goals,
    companies,
    queues,
    passages: passagesOf(ground, raster, doorways, kernel, people, seed, widest),
    choose: chooserOf(scenario, goals, people, queues),
    starters: Int32Array.from(people.startAt.keys()).sort((a, b) => people.startAt[a]! - people.startAt[b]! || a - b),
    started: 0,
    tick: 0,
    time: 0,
    byHand: new Map(options.exitsClosed.map((id) => [exitNamed(scenario, id), 'closed'])),
    refuges: scenario.refuges.map(() => ({ inside: 0, firstAt: Infinity })),
    onLeft: options.onLeft,
  };
  enter(world, placed);
  return world;
}

const goalsOf = (scenario: Scenario, { fields, raster }: Plan): Goals => ({
  exits: scenario.exits.length,
  fields,
  lost: new Uint8Array(fields.length),
  wait: new Float64Array(fields.length),
  capacity: Float64Array.from(fields, (field) =>
    hasQuickest(scenario) ? plannedFlow * narrowestWay(field, raster.h) : plannedFlow,
  ),
});

function enter(world: World, placed: readonly { x: number; y: number }[]): void {
  const { kernel, people } = world;
  const { crowd, motion } = kernel;
  placed.forEach(({ x, y }, id) => {
    const { now } = crowd;
    crowd.ownRadius[id] = people.radius[id]!;
    crowd.seenX[id] = x;
    crowd.seenY[id] = y;
    now.x[id] = x;
    now.y[id] = y;
    now.headX[id] = 1;
    now.radius[id] = people.radius[id]!;
    now.push[id] = exp(people.radius[id]! / motion.reach);
    now.rate[id] = 1 / motion.openGap;
    now.goal[id] = -1;
    now.id[id] = id;
  });
  crowd.count = placed.length;
  updateGoals(world);
  countAllQueues(world);
  chooseAll(world);
  kernel.gather();
}
