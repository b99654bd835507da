import type { Group, Scenario } from '../scenario/scenario.ts';
import { peopleIn } from '../scenario/scenario.ts';
import type { Binding, MethodEstimate, TargetEstimate } from './answer.ts';
import type { Stream } from './choose-targets.ts';
import { chooseTargets } from './choose-targets.ts';
import type { Method } from './methods.ts';
import { methods, sfpe, sourceText } from './methods.ts';
import type { Gate, Passage } from './passages.ts';
import { gatesOf, passagesTo } from './passages.ts';
import type { PlanGrid } from './plan-grid.ts';
import { cellsIn, layGrid } from './plan-grid.ts';
import type { Start } from './starting-people.ts';
import { settingOff, startsOf } from './starting-people.ts';
import type { Target } from './targets.ts';
import { targetsOf } from './targets.ts';
import type { WalkingField } from './walking-field.ts';
import { netOf, walkingField } from './walking-field.ts';

/** What the estimates of one plan share. */
export interface Ground {
  readonly scenario: Scenario;
  readonly grid: PlanGrid;
  readonly gates: readonly Gate[];
  readonly starts: readonly Start[];
  readonly fields: ReadonlyMap<string, WalkingField>;
  /** Passages found so far, by target and those who head there: many losses leave most exits as they were. */
  readonly known: Map<string, Passage[]>;
}

/** The plan as all its estimates need it. */
export function survey(scenario: Scenario): Ground {
  const grid = layGrid(scenario);
  const net = netOf(grid, scenario);
  const fields = new Map(
    targetsOf(scenario).map((target) => [keyOf(target), walkingField(net, cellsOf(grid, target))]),
  );
  return { scenario, grid, gates: gatesOf(grid), starts: startsOf(scenario, grid), fields, known: new Map() };
}

const keyOf = ({ kind, id }: Target): string => `${kind} ${id}`;

const hasteBy = (method: Method) => ({
  speed: method.speed,
  flow: (target: Target) => Math.max(0.1, method.flow(target.width)),
});

/** Who goes where by which narrow places, and when the last is safe by each method. */
export function planEstimate(ground: Ground, targets: readonly Target[], everybodyHurries = false) {
  const fields = targets.map((target) => ground.fields.get(keyOf(target))!);
  const { streams, stranded } = chooseTargets(ground.starts, targets, fields, hasteBy(sfpe), everybodyHurries);
  const byTarget: Stream[][] = targets.map(() => []);
  for (const stream of streams) byTarget[stream.target]!.push(stream);
  const used = targets.map((target, i) => {
    const own = byTarget[i]!;
    const passages = everybodyHurries
      ? passagesAsBefore(ground, target, own)
      : passagesOf(ground, target, fields[i]!, own);
    return { target, people: sumOf(own, (stream) => stream.people), spans: spansOf(own), passages };
  });
  const strandedBy = Array.from(stranded, ([{ id }, people]) => ({ group: id, people: Math.round(people) }));
  const people = Math.round(sumOf([...stranded.values()], (each) => each));
  return { stranded: people, strandedBy, methods: methods.map((method) => byMethod(method, used, people)) };
}

interface Used {
  readonly target: Target;
  readonly people: number;
  readonly spans: readonly Span[];
  readonly passages: readonly Passage[];
}

function passagesOf(
  { grid, gates, scenario, known }: Ground,
  target: Target,
  field: WalkingField,
  streams: readonly Stream[],
): Passage[] {
  const sum = (of: (stream: Stream) => number) => sumOf(streams, of).toFixed(3);
  const key = `${keyOf(target)} ${sum(({ people }) => people)} ${sum(({ people, metres }) => people * metres)}`;
  const passages = known.get(key) ?? passagesTo(grid, gates, field, scenario.links, peopleByCell(streams));
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
  return { id: method.id, name: method.name, source: sourceText(method.source), time, targets };
}

/** The queue at the narrowest place from when the first gets there, or the last walker, whichever takes longer. */
function targetEstimate(method: Method, { target, people, spans, passages }: Used): TargetEstimate {
  const { arrives, lastWalks, farthest } = walksOf(method, target, spans);
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

/** A group on its way to one target: metres to walk for the nearest and the farthest, seconds until the first and the last set off. */
interface Span {
  readonly nearest: number;
  readonly farthest: number;
  readonly setsOff: { readonly first: number; readonly last: number };
}

function spansOf(streams: readonly Stream[]): Span[] {
  const spans = new Map<Group, { nearest: number; farthest: number }>();
  for (const { start, metres } of streams) {
    const span = spans.get(start.group) ?? { nearest: Infinity, farthest: 0 };
    span.nearest = Math.min(span.nearest, metres);
    span.farthest = Math.max(span.farthest, metres);
    spans.set(start.group, span);
  }
  return Array.from(spans, ([group, span]) => ({ ...span, setsOff: settingOff(group.preMovement, peopleIn(group)) }));
}

/** When the first is there and the target open, when the last would be without a queue, and how far the farthest walks. */
function walksOf({ speed }: Method, target: Target, spans: readonly Span[]) {
  let first = Infinity;
  let lastWalks = 0;
  let farthest = 0;
  for (const span of spans) {
    first = Math.min(first, span.setsOff.first + span.nearest / speed);
    lastWalks = Math.max(lastWalks, span.setsOff.last + span.farthest / speed);
    farthest = Math.max(farthest, span.farthest);
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

function cellsOf(grid: PlanGrid, { level, area }: Target): number[] {
  return cellsIn(grid, level, area);
}
