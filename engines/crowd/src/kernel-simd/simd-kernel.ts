import { exp } from '../geometry/arithmetic.ts';
import type { Columns, Crowd } from '../model/crowd.ts';
import type { Kernel, KernelInput } from '../model/kernel.ts';
import { arrayNames, columnNames, offsets } from './layout.ts';
import { wasmBase64 } from './wasm.ts';

interface Exports {
  set(columns: number, rows: number, rasterColumns: number, bytesPerField: number, seed: number, period: number): void;
  sort(count: number, from: number, to: number): number;
  step(count: number, own: number, other: number): number;
  look(count: number, tick: number, own: number): void;
}

let compiled: WebAssembly.Module | null | undefined;

/** The kernel's module, compiled once; null where the host knows no WebAssembly SIMD. */
function module(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = new WebAssembly.Module(Uint8Array.from(atob(wasmBase64), (c) => c.charCodeAt(0)));
  } catch {
    compiled = null;
  }
  return compiled;
}

export const hasSimd = (): boolean => module() !== null;

/** Hands out 64-byte-aligned arrays of one WebAssembly memory, with room to read a vector past their end. */
class Arena {
  private top: number = offsets.free;
  readonly memory: WebAssembly.Memory;

  constructor(bytes: number) {
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((offsets.free + bytes) / 65536) + 1 });
  }

  take(bytes: number): number {
    const at = this.top;
    this.top = (at + bytes + 127) & ~63;
    return at;
  }

  reals(values: ArrayLike<number>): Float32Array {
    const own = new Float32Array(this.memory.buffer, this.take(4 * values.length + 64), values.length);
    own.set(values);
    return own;
  }

  integers(values: ArrayLike<number>): Int32Array {
    const own = new Int32Array(this.memory.buffer, this.take(4 * values.length + 64), values.length);
    own.set(values);
    return own;
  }

  bytes(values: ArrayLike<number>): Uint8Array {
    const own = new Uint8Array(this.memory.buffer, this.take(values.length + 16), values.length);
    own.set(values);
    return own;
  }

  shorts(values: ArrayLike<number>): Uint16Array {
    const own = new Uint16Array(this.memory.buffer, this.take(2 * values.length + 16), values.length);
    own.set(values);
    return own;
  }
}

const bytesPerField = ({ fields }: KernelInput): number => fields[0]?.aim.length ?? 0;

type Lists = Readonly<Record<(typeof arrayNames)[number], Float32Array | Int32Array | Uint8Array | Uint16Array>>;

function roomFor({ size, cells, raster, walls, fields }: KernelInput): number {
  const lists =
    20 * cells.near.start.length +
    5 * cells.near.walls.length +
    cells.between.walls.length +
    walls.length +
    5 * cells.near.start.length;
  const people = (2 * columnNames.length + 8) * (size + 64);
  const aims = fields.reduce((sum, { aim }) => sum + aim.length, 0);
  return 4 * (lists + people) + 3 * raster.floor.length + aims + 64 * 1024;
}

function columnsIn(arena: Arena, size: number): Columns {
  const own = columnNames.map((name) => [
    name,
    name === 'goal' || name === 'id' ? arena.integers(new Int32Array(size)) : arena.reals(new Float32Array(size)),
  ]);
  return Object.fromEntries(own) as Columns;
}

function listsIn(arena: Arena, input: KernelInput, inZone: Int32Array, shut: Uint8Array, crowd: Crowd): Lists {
  const { cells, raster, walls, fields } = input;
  const near = wallBlocks(input);
  const aims = arena.bytes(new Uint8Array(bytesPerField(input) * fields.length));
  fields.forEach(({ aim }, i) => aims.set(new Uint8Array(aim.buffer), i * aim.length));
  return {
    cellOf: crowd.cellOf,
    cursor: crowd.cursor,
    start: crowd.start,
    placeOf: crowd.placeOf,
    nearStart: arena.integers(near.start),
    near: arena.reals(near.blocks),
    betweenStart: arena.integers(cells.between.start),
    between: arena.integers(cells.between.walls),
    walls: arena.reals(walls),
    zone: arena.shorts(raster.zone),
    shut,
    inZone,
    fields: aims,
    floor: arena.bytes(raster.floor),
    stuck: crowd.stuck as Float32Array,
    seenX: crowd.seenX as Float32Array,
    seenY: crowd.seenY as Float32Array,
    ownRadius: crowd.ownRadius as Float32Array,
    zonesNear: arena.bytes(cells.zonesNear),
    edgesNear: arena.bytes(cells.edgesNear),
  };
}

function crowdIn(arena: Arena, { size, cells }: KernelInput): Crowd {
  const count = cells.columns * cells.rows;
  const reals = () => arena.reals(new Float32Array(size));
  return {
    count: 0,
    now: columnsIn(arena, size),
    spare: columnsIn(arena, size),
    placeOf: arena.integers(new Int32Array(size).fill(-1)),
    cellOf: arena.integers(new Int32Array(size)),
    start: arena.integers(new Int32Array(count + cells.columns + 2)),
    cursor: arena.integers(new Int32Array(count)),
    ownRadius: reals(),
    stuck: reals(),
    seenX: reals(),
    seenY: reals(),
  };
}

/** The walls near each cell in blocks of four (ax, ay, along x, along y, 1/length²), filled up with one far away. */
function wallBlocks({ cells, walls }: KernelInput): { start: Int32Array; blocks: Float32Array } {
  const { start: from, walls: list } = cells.near;
  const start = new Int32Array(from.length);
  const blocks: number[] = [];
  for (let c = 0; c + 1 < from.length; c++) {
    for (let q = from[c]!; q < from[c + 1]!; q += 4) {
      const four = [q, q + 1, q + 2, q + 3].map((each) => (each < from[c + 1]! ? wallAt(walls, list[each]!) : nowhere));
      for (let part = 0; part < 5; part++) blocks.push(...four.map((wall) => wall[part]!));
    }
    start[c + 1] = 4 * blocks.length;
  }
  return { start, blocks: Float32Array.from(blocks) };
}

const nowhere: readonly number[] = [1e6, 1e6, 1, 0, 1];

function wallAt(walls: Float64Array, k: number): readonly number[] {
  const [ax, ay, ux, uy] = [walls[k]!, walls[k + 1]!, walls[k + 2]! - walls[k]!, walls[k + 3]! - walls[k + 1]!];
  return [ax, ay, ux, uy, 1 / (ux * ux + uy * uy)];
}

function numbersOf({ cells, raster, motion, step }: KernelInput): number[] {
  const { standing, pushing, openGap, packedGap, openBelow, packedAbove, reach, push, swept, turning } = motion;
  const turn = 1 - exp(-step / turning);
  const perPacked = 1 / (packedAbove - openBelow);
  return [
    cells.x0,
    cells.y0,
    1 / cells.size,
    raster.x0,
    raster.y0,
    1 / raster.h,
    step,
    turn,
    push,
    1 / reach,
    swept,
    motion.wallRadius,
    openGap,
    packedGap,
    openBelow,
    perPacked,
    cells.size * cells.size,
    1 / motion.wallReach,
    standing,
    pushing,
    motion.wallPush,
  ];
}

/** The kernel in single precision on WebAssembly SIMD. Call only where `hasSimd()`. */
export function simdKernel(input: KernelInput): Kernel {
  const { size, seed, cells, raster, motion, step } = input;
  const arena = new Arena(roomFor(input));
  const crowd = crowdIn(arena, input);
  const inZone = arena.integers(new Int32Array(size));
  const shut = arena.bytes(new Uint8Array(input.rings.length));
  const lists = listsIn(arena, input, inZone, shut, crowd);
  const table = new Uint32Array(arena.memory.buffer, offsets.arrays, 2 * columnNames.length + arrayNames.length);
  columnNames.forEach((name, k) => {
    table[k] = crowd.now[name].byteOffset;
    table[columnNames.length + k] = crowd.spare[name].byteOffset;
  });
  arrayNames.forEach((name, k) => void (table[2 * columnNames.length + k] = lists[name].byteOffset));
  new Float32Array(arena.memory.buffer, offsets.numbers, 32).set(numbersOf(input));
  const wasm = new WebAssembly.Instance(module()!, { env: { memory: arena.memory } }).exports as unknown as Exports;
  wasm.set(
    cells.columns,
    cells.rows,
    raster.columns,
    bytesPerField(input),
    seed,
    Math.max(1, Math.round(motion.lookEvery / step)),
  );
  let own = 0;
  let other: number = columnNames.length;

  const kernel: Kernel = {
    ...input,
    crowd,
    shut,
    inZone,
    inZoneCount: 0,
    gather() {
      crowd.count = wasm.sort(crowd.count, own, other);
      [own, other] = [other, own];
      [crowd.now, crowd.spare] = [crowd.spare, crowd.now];
    },
    look: (tick) => wasm.look(crowd.count, tick, own),
    advance() {
      kernel.inZoneCount = wasm.step(crowd.count, own, other);
    },
  };

  return kernel;
}
