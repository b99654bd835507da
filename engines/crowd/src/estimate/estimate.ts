import type { Scenario } from '../scenario/scenario.ts';
import { peopleIn } from '../scenario/scenario.ts';
import type { Stream } from './choose-targets.ts';
import { chooseTargets } from './choose-targets.ts';
import type { Method } from './methods.ts';
import { methods, nfpaCapacity, nfpaSource, sfpe } from './methods.ts';
import type { Passage } from './passages.ts';
import { passagesTo } from './passages.ts';
import type { PlanGrid } from './plan-grid.ts';
import { cellSizeFor, cellsIn, layGrid } from './plan-grid.ts';
import type { Start } from './starting-people.ts';
import { settingOff, startsOf } from './starting-people.ts';
import type { Target } from './targets.ts';
import { targetsOf } from './targets.ts';
import type { WalkingField } from './walking-field.ts';
import { doorwaysOf, walkingField } from './walking-field.ts';

/** What holds people up longest on the way to one exit or refuge. */
export interface Binding {
  /** The target's own mouth, a narrow place before it, a link, or nothing but the length of the way. */
  readonly kind: 'mouth' | 'passage' | 'link' | 'walk';
  readonly width: number | null;
  readonly people: number;
  readonly at: readonly [x: number, y: number] | null;
  readonly level: string;
}

export interface TargetEstimate {
  readonly id: string;
  readonly kind: Target['kind'];
  readonly people: number;
  readonly width: number;
  /** Longest way of anybody who heads there, metres. */
  readonly farthest: number;
  /** Seconds until the last is in. */
  readonly time: number;
  readonly binding: Binding;
}

export interface MethodEstimate {
  readonly id: Method['id'];
  readonly name: string;
  readonly source: string;
  /** Seconds until everybody is out or in a refuge; null when somebody reaches neither. */
  readonly time: number | null;
  readonly targets: readonly TargetEstimate[];
}

/** How many people an exit's width may serve by NFPA 101, and how many use it. */
export interface CapacityCheck {
  readonly exit: string;
  readonly people: number;
  readonly capacity: number;
  readonly isEnough: boolean;
}

export interface Remedies {
  /** The exit to widen and the metres it needs for the time of the whole plan; null where no width up to 10 m does it. */
  readonly widerDoor: { readonly exit: string; readonly from: number; readonly to: number } | null;
  /** Width in metres of a second way beside the lost one that brings the time back. */
  readonly secondWay: number;
  /** Seconds if stewards spread people over the remaining exits. */
  readonly stewarding: number | null;
}

export interface LossEstimate {
  readonly exit: string;
  readonly time: number | null;
  readonly stranded: number;
  readonly methods: readonly { readonly id: Method['id']; readonly time: number | null }[];
  readonly remedies: Remedies;
}

export interface Estimate {
  readonly people: number;
  /** People who reach no exit and no refuge. */
  readonly stranded: number;
  readonly methods: readonly MethodEstimate[];
  readonly capacity: readonly CapacityCheck[];
  readonly capacitySource: string;
  /** The loss of each single exit in turn, in the order of the file. */
  readonly losses: readonly LossEstimate[];
}

interface Ground {
  readonly scenario: Scenario;
  readonly grid: PlanGrid;
  readonly starts: readonly Start[];
  readonly fields: ReadonlyMap<string, WalkingField>;
  /** Passages found so far, by target and those who head there: many losses leave most exits as they were. */
  readonly known: Map<string, Passage[]>;
}

/**
 * A first answer without simulation, by the hydraulic methods of the SFPE Handbook, the IMO circular and the Green Guide:
 * people walk their shortest way unhindered and queue at the narrowest place. Within about 50 ms for a plan of 10,000 m².
 */
export function estimate(scenario: Scenario): Estimate {
  const ground = survey(scenario);
  const whole = planEstimate(ground, targetsOf(scenario));
  const sfpeTime = whole.methods[0]!.time;
  return {
    people: scenario.groups.reduce((sum, group) => sum + peopleIn(group), 0),
    ...whole,
    capacity: capacityChecks(scenario, whole.methods[0]!),
    capacitySource: nfpaSource,
    losses: scenario.exits.map(({ id }) => lossOf(ground, id, sfpeTime)),
  };
}

function survey(scenario: Scenario): Ground {
  const grid = layGrid(scenario, cellSizeFor(scenario));
  const doorways = doorwaysOf(grid, scenario);
  const fields = new Map(
    targetsOf(scenario).map((target) => [keyOf(target), walkingField(grid, doorways, cellsOf(grid, target))]),
  );
  return { scenario, grid, starts: startsOf(scenario, grid), fields, known: new Map() };
}

const keyOf = ({ kind, id }: Target): string => `${kind} ${id}`;

const hasteBy = (method: Method) => ({
  speed: method.speed,
  flow: (target: Target) => Math.max(0.1, method.flow(target.width)),
});

function planEstimate(ground: Ground, targets: readonly Target[], everybodyHurries = false) {
  const fields = targets.map((target) => ground.fields.get(keyOf(target))!);
  const { streams, stranded } = chooseTargets(ground.starts, targets, fields, hasteBy(sfpe), everybodyHurries);
  const byTarget: Stream[][] = targets.map(() => []);
  for (const stream of streams) byTarget[stream.target]!.push(stream);
  const used = targets.map((target, i) => {
    const own = byTarget[i]!;
    const passages = everybodyHurries
      ? passagesAsBefore(ground, target, own)
      : passagesOf(ground, target, fields[i]!, own);
    return { target, streams: own, passages };
  });
  const people = Math.round(stranded);
  return { stranded: people, methods: methods.map((method) => byMethod(method, used, people)) };
}

interface Used {
  readonly target: Target;
  readonly streams: readonly Stream[];
  readonly passages: readonly Passage[];
}

function passagesOf(
  { grid, scenario, known }: Ground,
  target: Target,
  field: WalkingField,
  streams: readonly Stream[],
): Passage[] {
  const sum = (of: (stream: Stream) => number) => sumOf(streams, of).toFixed(3);
  const key = `${keyOf(target)} ${sum(({ people }) => people)} ${sum(({ people, metres }) => people * metres)}`;
  const passages = known.get(key) ?? passagesTo(grid, field, scenario.links, peopleByCell(streams));
  known.set(key, passages);
  if (!known.has(keyOf(target))) known.set(keyOf(target), passages);
  return passages;
}

/** The passages of the whole plan, with as much of the people in each as there was then: near enough for advice to stewards. */
function passagesAsBefore({ known }: Ground, target: Target, streams: readonly Stream[]): Passage[] {
  const before = known.get(keyOf(target)) ?? [];
  const most = before.reduce((all, passage) => Math.max(all, passage.people), 0);
  const people = streams.reduce((all, stream) => all + stream.people, 0);
  return before.map((passage) => ({ ...passage, people: (passage.people / Math.max(most, 1)) * people }));
}

function peopleByCell(streams: readonly Stream[]): Map<number, number> {
  const startsAt = new Map<number, number>();
  for (const { start, people } of streams) startsAt.set(start.cell, (startsAt.get(start.cell) ?? 0) + people);
  return startsAt;
}

function byMethod(method: Method, used: readonly Used[], stranded: number): MethodEstimate {
  const targets = used.map((one) => targetEstimate(method, one));
  const time = stranded > 0 ? null : targets.reduce((latest, one) => Math.max(latest, one.time), 0);
  return { id: method.id, name: method.name, source: method.source, time, targets };
}

/** The queue at the narrowest place from when the first gets there, or the last walker, whichever takes longer. */
function targetEstimate(method: Method, { target, streams, passages }: Used): TargetEstimate {
  const people = sumOf(streams, (stream) => stream.people);
  const { arrives, lastWalks, farthest } = walksOf(method, target, streams);
  const queues = [mouthOf(target, people), ...passages.map(asBinding)].map(({ flow, ...binding }) => ({
    binding,
    time: queueTime(arrives, binding.people, flow(method)),
  }));
  const longest = queues.reduce((a, b) => (b.time > a.time ? b : a));
  const walk: Binding = { kind: 'walk', width: null, people: Math.round(people), at: null, level: target.level };
  const isQueue = longest.time > lastWalks;
  return {
    id: target.id,
    kind: target.kind,
    people: Math.round(people),
    width: target.width,
    farthest,
    time: people === 0 ? 0 : Math.max(target.opens, isQueue ? longest.time : lastWalks),
    binding: isQueue ? longest.binding : walk,
  };
}

const queueTime = (arrives: number, people: number, flow: number): number =>
  people < 0.5 ? 0 : arrives + people / Math.max(flow, 1e-6);

/** When the first is there and the target open, when the last would be without a queue, and how far the farthest walks. */
function walksOf(method: Method, target: Target, streams: readonly Stream[]) {
  const groups = new Set(streams.map(({ start }) => start.group));
  const setsOff = new Map(Array.from(groups, (one) => [one, settingOff(one.preMovement, peopleIn(one))]));
  let [first, lastWalks, farthest] = [Infinity, 0, 0];
  for (const { start, metres } of streams) {
    const off = setsOff.get(start.group)!;
    first = Math.min(first, off.first + metres / method.speed);
    lastWalks = Math.max(lastWalks, off.last + metres / method.speed);
    farthest = Math.max(farthest, metres);
  }
  return { arrives: Math.max(target.opens, first), lastWalks, farthest };
}

function sumOf<T>(all: readonly T[], value: (one: T) => number): number {
  let sum = 0;
  for (const one of all) sum += value(one);
  return sum;
}

type Narrow = Binding & { readonly flow: (method: Method) => number };

function mouthOf({ width, level }: Target, people: number): Narrow {
  return { kind: 'mouth', width, people: Math.round(people), at: null, level, flow: (method) => method.flow(width) };
}

function asBinding({ width, people, at, level, link }: Passage): Narrow {
  return {
    kind: link ? 'link' : 'passage',
    width,
    people: Math.round(people),
    at: [at[0], at[1]],
    level,
    flow: (method) => method.flow(width, link?.kind),
  };
}

function capacityChecks({ exits }: Scenario, { targets }: MethodEstimate): CapacityCheck[] {
  return exits.map(({ id }) => {
    const target = targets.find((one) => one.kind === 'exit' && one.id === id);
    const capacity = target ? nfpaCapacity(target.width) : 0;
    const people = target?.people ?? 0;
    return { exit: id, people, capacity, isEnough: people <= capacity };
  });
}

function lossOf(ground: Ground, exit: string, whole: number | null): LossEstimate {
  const targets = targetsOf(ground.scenario, [exit]);
  const { methods: times, stranded } = planEstimate(ground, targets);
  const stewarded = planEstimate(ground, targets, true).methods[0]!.time;
  const { time, targets: used } = times[0]!;
  return {
    exit,
    time,
    stranded,
    methods: times.map((one) => ({ id: one.id, time: one.time })),
    remedies: {
      widerDoor: whole === null ? null : widerDoor(used, whole),
      secondWay: secondWay(ground, exit),
      stewarding: time === null || stewarded === null ? stewarded : Math.min(time, stewarded),
    },
  };
}

/** Widens the exit that takes longest until its queue is over as soon as in the whole plan, in steps of 0.1 m. */
function widerDoor(used: readonly TargetEstimate[], whole: number): Remedies['widerDoor'] {
  const exits = used.filter(({ kind, people }) => kind === 'exit' && people > 0);
  const slowest = exits.reduce<TargetEstimate | undefined>((a, b) => (a && a.time >= b.time ? a : b), undefined);
  if (!slowest || slowest.time <= whole) return null;
  const queue = slowest.people / Math.max(sfpe.flow(slowest.width), 0.1);
  const left = whole - (slowest.time - queue);
  const to = left <= 0 ? Infinity : Math.ceil(10 * (slowest.people / left / 1.3 + 0.3)) / 10;
  return to > 10 ? null : { exit: slowest.id, from: Math.round(10 * slowest.width) / 10, to };
}

/** As wide as the lost one, and never below the 0.8 m of a single door leaf. */
function secondWay({ scenario }: Ground, exit: string): number {
  const lost = targetsOf({ ...scenario, exits: scenario.exits.map((one) => ({ ...one, closed: [] })) }).find(
    ({ kind, id }) => kind === 'exit' && id === exit,
  );
  return Math.max(0.8, Math.round(10 * (lost?.width ?? 0)) / 10);
}

function cellsOf(grid: PlanGrid, { level, area }: Target): number[] {
  return cellsIn(grid, level, area);
}
