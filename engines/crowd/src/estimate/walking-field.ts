import type { Scenario } from '../scenario/scenario.ts';
import { steps, stepsOn } from './grid-steps.ts';
import { NearestFirst } from './nearest-first.ts';
import type { PlanGrid, Sheet } from './plan-grid.ts';
import { cellsIn } from './plan-grid.ts';

/** How far each cell is from a target on foot, and the cell to step to next; -1 where there is no way. */
export interface WalkingField {
  /** Thousandths of a cell's width, so that all sums are of whole numbers; `unreached` where there is no way. */
  readonly lengths: Int32Array;
  readonly next: Int32Array;
  /** Cells with a way, nearest first. */
  readonly order: Int32Array;
  readonly cell: number;
}

const unreached = 0x7fffffff;
const perCell = 1000;

/** Metres on foot from a cell to the target; on stairs and ramps more, as one walks slower there. Infinity without a way. */
export function metresFrom({ lengths, cell }: WalkingField, from: number): number {
  const length = lengths[from]!;
  return length === unreached ? Infinity : (length * cell) / perCell;
}

/** Metres on the level that take as long as one metre of the link, from the ratio of unhindered speeds. */
const slowness = { stairs: 1.6, ramp: 1.15, escalator: 1.6, door: 1 } as const;

/** The cells and links of a plan as one net of ways. */
export interface Net {
  readonly grid: PlanGrid;
  readonly sheets: readonly (Sheet & { readonly away: Int32Array })[];
  readonly doorways: readonly Doorway[];
  /** The links that begin or end in a cell. */
  readonly linksAt: ReadonlyMap<number, readonly number[]>;
}

/** A link with the cells at both its ends. */
interface Doorway {
  readonly cells: readonly number[];
  /** From either end to its middle, in thousandths of a cell's width. */
  readonly half: number;
}

export function netOf(grid: PlanGrid, { links }: Pick<Scenario, 'links'>): Net {
  const doorways = links.map(({ lower, upper, length, kind }) => ({
    cells: [...cellsIn(grid, lower.level, lower.area), ...cellsIn(grid, upper.level, upper.area)],
    half: Math.max(1, Math.round((length * slowness[kind] * perCell) / 2 / grid.cell)),
  }));
  const linksAt = new Map<number, number[]>();
  for (const [link, { cells }] of doorways.entries())
    for (const cell of cells) linksAt.set(cell, [...(linksAt.get(cell) ?? []), link]);
  return { grid, sheets: grid.sheets.map((sheet) => ({ ...sheet, away: bothWays(sheet) })), doorways, linksAt };
}

/** What each of the eight steps adds to the number of a cell. */
function bothWays(sheet: Sheet): Int32Array {
  const there = stepsOn(sheet);
  return Int32Array.from([...there, ...there.map((each) => -each)]);
}

/** The length of each of the eight steps. */
const costs = Int32Array.from([...steps, ...steps], ([dx, dy]) =>
  dx !== 0 && dy !== 0 ? Math.round(perCell * Math.SQRT2) : perCell,
);

const everyWay = 255;

/**
 * The steps worth taking after each of the eight where nothing is in the way: the same again and, after a slanting one, the
 * two straight ones beside it. Any other leads where one of the same length comes without that turn.
 */
const ahead = Uint8Array.from({ length: 8 }, (_, k) =>
  k % 2 === 0 ? 1 << k : (1 << k) | (1 << (k - 1)) | (1 << ((k + 1) % 8)),
);

/**
 * Distances on foot from every cell to the nearest of the targets, by Dijkstra's method over eight neighbours: on open floor
 * 0 to 8.3 % above the straight line, and at each door up to a cell's width more or less.
 */
export function walkingField(net: Net, targets: readonly number[]): WalkingField {
  const spread = new Spread(net);
  for (const target of targets) spread.reach(target, -1, 0, everyWay);
  let done = 0;
  for (let node = spread.next(); node >= 0; node = spread.next()) spread.field.order[done++] = node;
  return { ...spread.field, order: spread.field.order.subarray(0, done) };
}

/** A field on its way outward from its targets. Methods rather than closures, which a host compiles anew for each field. */
class Spread {
  readonly field: WalkingField;
  readonly #net: Net;
  readonly #queue: NearestFirst;
  /** Which steps are worth taking from each node: those of every shortest way that leads to it. */
  readonly #onward: Uint8Array;

  constructor(net: Net) {
    const nodes = net.grid.cells + net.doorways.length;
    this.#net = net;
    this.#onward = new Uint8Array(nodes);
    this.#queue = new NearestFirst(nodes, [...costs.subarray(0, 2), ...net.doorways.map(({ half }) => half)]);
    this.field = {
      lengths: new Int32Array(nodes).fill(unreached),
      next: new Int32Array(nodes).fill(-1),
      order: new Int32Array(nodes),
      cell: net.grid.cell,
    };
  }

  /** Hears of a way to the node that is so long and comes from another. */
  reach(node: number, from: number, length: number, onward: number): void {
    const { lengths, next } = this.field;
    const known = lengths[node]!;
    if (length > known || this.#queue.isDone(node)) return;
    if (length === known) {
      this.#onward[node]! |= onward;
      return;
    }
    this.#queue.put(node, known === unreached ? -1 : known, length);
    lengths[node] = length;
    next[node] = from;
    this.#onward[node] = onward;
  }

  /** Goes on from the nearest node that waits and names it; -1 when none does. */
  next(): number {
    const node = this.#queue.take();
    if (node < 0) return node;
    if (this.#net.doorways.length > 0) this.#throughLinks(node);
    if (node < this.#net.grid.cells) this.#overFloor(node);
    return node;
  }

  #overFloor(node: number): void {
    const { sheets } = this.#net;
    let s = sheets.length - 1;
    while (sheets[s]!.first > node) s--;
    const { ways, isCalm, first, away } = sheets[s]!;
    const { lengths } = this.field;
    const length = lengths[node]!;
    let open = ways[node - first]!;
    if (isCalm[node - first] === 1) open &= this.#onward[node]!;
    for (; open > 0; open &= open - 1) {
      const k = 31 - Math.clz32(open & -open);
      const to = node + away[k]!;
      const sum = length + costs[k]!;
      if (sum <= lengths[to]!) this.reach(to, node, sum, ahead[k]!);
    }
  }

  /** From a cell to the links at it, from a link to the cells at both its ends. */
  #throughLinks(node: number): void {
    const { doorways, linksAt, grid } = this.#net;
    const length = this.field.lengths[node]!;
    if (node >= grid.cells) {
      const { cells, half } = doorways[node - grid.cells]!;
      for (const cell of cells) this.reach(cell, node, length + half, everyWay);
      return;
    }
    for (const link of linksAt.get(node) ?? [])
      this.reach(grid.cells + link, node, length + doorways[link]!.half, everyWay);
  }
}
