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
  const order: number[] = [];
  const isDone = new Uint8Array(nodes);
  const queue = new NearestFirst(metres);
  const relax = (from: number, to: number, cost: number) => {
    const sum = metres[from]! + cost;
    if (isDone[to] || sum >= metres[to]!) return;
    metres[to] = sum;
    next[to] = from;
    queue.add(to);
  };
  for (const target of targets) {
    metres[target] = 0;
    queue.add(target);
  }
  const linksAt = linksByCell(doorways);
  for (let node = queue.take(); node >= 0; node = queue.take()) {
    if (isDone[node]) continue;
    isDone[node] = 1;
    order.push(node);
    if (node < grid.cells) relaxNeighbours(grid, node, relax);
    relaxLinks(grid, doorways, linksAt, node, relax);
  }
  return { metres, next, order: Int32Array.from(order) };
}

type Relax = (from: number, to: number, cost: number) => void;

function relaxNeighbours({ sheets, cell }: PlanGrid, node: number, relax: Relax): void {
  const sheet = sheetOf(sheets, node);
  const index = node - sheet.first;
  const column = index % sheet.columns;
  const row = (index - column) / sheet.columns;
  for (let bit = 0; bit < steps.length; bit++) {
    const [dx, dy] = steps[bit]!;
    const cost = dx !== 0 && dy !== 0 ? cell * Math.SQRT2 : cell;
    if (isFree(sheet, column + dx, row + dy) && !(sheet.barred[index]! & (1 << bit))) {
      relax(node, node + dy * sheet.columns + dx, cost);
    }
    const back = index - dy * sheet.columns - dx;
    if (isFree(sheet, column - dx, row - dy) && !(sheet.barred[back]! & (1 << bit)))
      relax(node, sheet.first + back, cost);
  }
}

const sheetOf = (sheets: readonly Sheet[], node: number): Sheet => {
  let sheet = sheets[0]!;
  for (let i = 1; i < sheets.length && sheets[i]!.first <= node; i++) sheet = sheets[i]!;
  return sheet;
};

const isFree = ({ columns, rows, isOpen }: Sheet, column: number, row: number): boolean =>
  column >= 0 && row >= 0 && column < columns && row < rows && isOpen[row * columns + column] === 1;

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

/** A heap of node numbers, nearest first; a node may be in it more than once. */
class NearestFirst {
  readonly #metres: Float64Array;
  #nodes: number[] = [];
  #keys: number[] = [];

  constructor(metres: Float64Array) {
    this.#metres = metres;
  }

  add(node: number): void {
    const key = this.#metres[node]!;
    let at = this.#nodes.length;
    this.#nodes.push(node);
    this.#keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#keys[parent]! <= key) break;
      this.#put(at, this.#nodes[parent]!, this.#keys[parent]!);
      at = parent;
    }
    this.#put(at, node, key);
  }

  /** The nearest node, or -1 when none is left. */
  take(): number {
    const top = this.#nodes[0];
    const node = this.#nodes.pop();
    const key = this.#keys.pop();
    if (top === undefined || node === undefined || key === undefined) return -1;
    if (this.#nodes.length > 0) this.#sink(node, key);
    return top;
  }

  #sink(node: number, key: number): void {
    const size = this.#nodes.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.#keys[child + 1]! < this.#keys[child]!) child++;
      if (this.#keys[child]! >= key) break;
      this.#put(at, this.#nodes[child]!, this.#keys[child]!);
      at = child;
    }
    this.#put(at, node, key);
  }

  #put(at: number, node: number, key: number): void {
    this.#nodes[at] = node;
    this.#keys[at] = key;
  }
}
