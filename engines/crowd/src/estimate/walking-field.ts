import type { Scenario } from '../scenario/scenario.ts';
import type { PlanGrid, Sheet } from './plan-grid.ts';
import { cellsIn, steps } from './plan-grid.ts';

/** How far each cell is from a target on foot, and the cell to step to next; Infinity and -1 where there is no way. */
export interface WalkingField {
  /** Metres; on stairs and ramps more, as one walks slower there. */
  readonly metres: Float64Array;
  readonly next: Int32Array;
  /** Cells with a way, nearest first. */
  readonly order: Int32Array;
}

/** Metres on the level that take as long as one metre of the link, from the ratio of unhindered speeds. */
const slowness = { stairs: 1.6, ramp: 1.15, escalator: 1.6, door: 1 } as const;

interface Doorway {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly metres: number;
}

/** The cells at both ends of each link. */
export const doorwaysOf = (grid: PlanGrid, { links }: Pick<Scenario, 'links'>): Doorway[] =>
  links.map(({ lower, upper, length, kind }) => ({
    lower: cellsIn(grid, lower.level, lower.area),
    upper: cellsIn(grid, upper.level, upper.area),
    metres: length * slowness[kind],
  }));

/** Distances on foot from every cell to the nearest of the targets, by Dijkstra's method over eight neighbours. */
export function walkingField(grid: PlanGrid, doorways: readonly Doorway[], targets: readonly number[]): WalkingField {
  const nodes = grid.cells + doorways.length;
  const metres = new Float64Array(nodes).fill(Infinity);
  const next = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes);
  const isDone = new Uint8Array(nodes);
  const queue = new NearestFirst(leastStep(grid, doorways));
  const relax = (from: number, to: number, cost: number) => {
    const sum = metres[from]! + cost;
    if (isDone[to] || sum >= metres[to]!) return;
    metres[to] = sum;
    next[to] = from;
    queue.add(to, sum);
  };
  for (const target of targets) {
    metres[target] = 0;
    queue.add(target, 0);
  }
  const linksAt = linksByCell(doorways);
  const bySheet = grid.sheets.map(({ columns }) => stepsOn(columns, grid.cell));
  let done = 0;
  for (let node = queue.take(); node >= 0; node = queue.take()) {
    if (isDone[node] === 1) continue;
    isDone[node] = 1;
    order[done++] = node;
    if (doorways.length > 0) relaxLinks(grid, doorways, linksAt, node, relax);
    if (node >= grid.cells) continue;
    const sheet = sheetOf(grid.sheets, node);
    const { away, cost } = bySheet[sheet]!;
    const { ways, first } = grid.sheets[sheet]!;
    for (let open = ways[node - first]!, k = 0; open > 0; open >>= 1, k++)
      if (open & 1) relax(node, node + away[k]!, cost[k]!);
  }
  return { metres, next, order: order.subarray(0, done) };
}

type Relax = (from: number, to: number, cost: number) => void;

/** How far each of the eight steps leads in the numbering of cells, and its metres; the four others lead back. */
function stepsOn(columns: number, cell: number): { away: Int32Array; cost: Float64Array } {
  const there = steps.map(([dx, dy]) => dy * columns + dx);
  const lengths = steps.map(([dx, dy]) => (dx !== 0 && dy !== 0 ? cell * Math.SQRT2 : cell));
  return {
    away: Int32Array.from([...there, ...there.map((each) => -each)]),
    cost: Float64Array.from([...lengths, ...lengths]),
  };
}

function sheetOf(sheets: readonly Sheet[], node: number): number {
  let sheet = sheets.length - 1;
  while (sheets[sheet]!.first > node) sheet--;
  return sheet;
}

function linksByCell(doorways: readonly Doorway[]): Map<number, number[]> {
  const at = new Map<number, number[]>();
  for (const [number, { lower, upper }] of doorways.entries()) {
    for (const cell of [...lower, ...upper]) at.set(cell, [...(at.get(cell) ?? []), number]);
  }
  return at;
}

function relaxLinks(
  { cells }: PlanGrid,
  doorways: readonly Doorway[],
  linksAt: Map<number, number[]>,
  node: number,
  relax: Relax,
): void {
  if (node < cells) {
    for (const link of linksAt.get(node) ?? []) relax(node, cells + link, doorways[link]!.metres / 2);
    return;
  }
  const { lower, upper, metres } = doorways[node - cells]!;
  for (const cell of lower) relax(node, cell, metres / 2);
  for (const cell of upper) relax(node, cell, metres / 2);
}

/** The shortest step there is, but at least a tenth of a cell, so that most buckets hold something. */
const leastStep = ({ cell }: PlanGrid, doorways: readonly Doorway[]): number =>
  Math.max(cell / 10, Math.min(cell, ...doorways.map(({ metres }) => metres / 2)));

/** Nodes in buckets as wide as the shortest step, so that no two in one bucket are on each other's way. */
class NearestFirst {
  readonly #width: number;
  readonly #buckets: number[][] = [];
  #bucket = 0;
  #place = 0;

  constructor(width: number) {
    this.#width = width;
  }

  add(node: number, metres: number): void {
    const bucket = Math.floor(metres / this.#width);
    while (this.#buckets.length <= bucket) this.#buckets.push([]);
    this.#buckets[bucket]!.push(node);
  }

  /** A node of the nearest bucket that has one, or -1; a node may come more than once. */
  take(): number {
    for (; this.#bucket < this.#buckets.length; this.#bucket++) {
      const node = this.#buckets[this.#bucket]![this.#place++];
      if (node !== undefined) return node;
      this.#place = 0;
    }
    return -1;
  }
}
