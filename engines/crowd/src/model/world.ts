import { exp } from '../geometry/arithmetic.ts';
import type { Field } from '../geometry/eikonal.ts';
import type { Ground } from '../geometry/ground.ts';
import { isInZone, sheetAt } from '../geometry/ground.ts';
import { placePeople } from '../geometry/place-people.ts';
import type { Raster } from '../geometry/raster.ts';
import { cellAt, floorCellAt } from '../geometry/raster.ts';
import type { KernelName } from '../result.ts';
import type { Preset, Scenario } from '../scenario/scenario.ts';
import type { Company } from './company.ts';
import { findCompanies, keepTogether } from './company.ts';
import { removeFrom } from './crowd.ts';
import type { ChooseGoal, Goals, Queues } from './goals.ts';
import { chooserOf, countQueues, narrowestWay } from './goals.ts';
import { hireKernel } from './hire-kernel.ts';
import type { Kernel } from './kernel.ts';
import { motions } from './motion.ts';
import type { Passages } from './passages.ts';
import { passagesOf } from './passages.ts';
import type { People } from './people.ts';
import { drawPeople, slopeOf } from './people.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plan.ts';
import { refuse } from './refuse.ts';

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
  refuse(scenario, people, placed, fields, raster);
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

/** Position of the exit in the scenario; throws `RangeError` for a name it does not have. */
export function exitNamed({ exits }: Scenario, id: string): number {
  const exit = exits.findIndex((each) => each.id === id);
  if (exit < 0) throw new RangeError(`no exit "${id}"`);
  return exit;
}

const hasQuickest = ({ groups }: Scenario): boolean => groups.some(({ goal }) => goal === 'quickest-exit');

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
function updateGoals(world: World): boolean {
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

function chooseAll(world: World): void {
  for (let i = 0; i < world.kernel.crowd.count; i++) if (world.kernel.crowd.now.id[i]! >= 0) chooseFor(world, i);
}

function chooseFor(world: World, i: number): void {
  const { now } = world.kernel.crowd;
  now.goal[i] = world.choose(now.id[i]!, floorCellAt(world.raster, now.x[i]!, now.y[i]!), now.goal[i]!);
}

function countAllQueues(world: World): void {
  if (!hasQuickest(world.scenario)) return;
  const { now, count } = world.kernel.crowd;
  countQueues(world.queues, world.goals, count, now.goal, (i) => floorCellAt(world.raster, now.x[i]!, now.y[i]!));
}

/** Queues are counted, a fifth of the people think again, company closes up. */
function eachSecond(world: World): void {
  const { kernel, people, scenario, goals, raster } = world;
  const { now, count, placeOf } = kernel.crowd;
  countAllQueues(world);
  const second = Math.round(world.time);
  for (let i = 0; i < count; i++) {
    const who = now.id[i]!;
    if ((who + second) % 3 === 0 && scenario.groups[people.group[who]!]!.goal === 'quickest-exit') chooseFor(world, i);
  }
  keepTogether(world.companies, people, (id) => {
    const i = placeOf[id]!;
    if (i < 0 || now.goal[i]! < 0) return undefined;
    return goals.fields[now.goal[i]!]!.far[floorCellAt(raster, now.x[i]!, now.y[i]!)]!;
  });
  for (const members of world.companies) for (const id of members) setTop(world, id);
}

function setOff(world: World): void {
  const { starters, people } = world;
  while (world.started < starters.length && people.startAt[starters[world.started]!]! <= world.time) {
    const id = starters[world.started++]!;
    setTop(world, id);
    facing(world, id);
  }
}

/** Who sets off looks where they go. */
function facing(world: World, id: number): void {
  const { now, placeOf } = world.kernel.crowd;
  const i = placeOf[id]!;
  if (i < 0 || now.goal[i]! < 0) return;
  const c = 2 * cellAt(world.raster, now.x[i]!, now.y[i]!);
  const aim: Field['aim'] = world.goals.fields[now.goal[i]!]!.aim;
  if (aim[c] === 0 && aim[c + 1] === 0) return;
  now.headX[i] = aim[c]! / 127;
  now.headY[i] = aim[c + 1]! / 127;
  now.aimX[i] = now.headX[i]!;
  now.aimY[i] = now.headY[i]!;
}

/** The speed somebody wants now, from where they are, which way they go and whom they wait for. */
function setTop(world: World, id: number): void {
  const { people, kernel, ground, scenario } = world;
  const i = kernel.crowd.placeOf[id]!;
  if (i < 0 || people.startAt[id]! > world.time) return;
  const sheet = ground.sheets[people.sheet[id]!]!;
  let speed = people.speed[id]!;
  if (sheet.kind === 'link') {
    const { kind } = scenario.links[sheet.index]!;
    const isUp = kernel.crowd.now.headX[i]! > 0;
    if (kind === 'stairs') speed = isUp ? people.speedUp[id]! : people.speedDown[id]!;
    else speed *= isUp ? slopeOf(kind).up : slopeOf(kind).down;
  }
  kernel.crowd.now.top[i] = speed * people.pace[id]!;
}

function arrive(world: World): void {
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

/** Whether anybody inside can still reach safety, now or once a door opens again. */
export function isOver(world: World): boolean {
  const { crowd } = world.kernel;
  if (crowd.count === 0) return true;
  for (let i = 0; i < crowd.count; i++) if (crowd.now.goal[i]! >= 0) return false;
  const isComing = ([, to]: readonly [number, number | null]) => to !== null && to > world.time;
  return !world.scenario.exits.some(({ closed }, exit) => !world.byHand.has(exit) && closed.some(isComing));
}
