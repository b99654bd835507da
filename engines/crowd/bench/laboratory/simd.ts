import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../../kernel-simd/compile.mjs';
import type { Laboratory } from './plain.ts';
import type { SetUp } from './set-up.ts';
import { model } from './set-up.ts';

interface Exports {
  set(columns: number, rows: number, fieldColumns: number, bytesPerField: number): void;
  sort(count: number, from: number, to: number): number;
  step(own: number, other: number): void;
}

/** Compiles the laboratory's SIMD kernel; takes a second or two. */
export async function laboratoryModule(): Promise<WebAssembly.Module> {
  const folder = mkdtempSync(join(tmpdir(), 'crowd-laboratory-'));
  const out = join(folder, 'kernel.wasm');
  await compile(fileURLToPath(new URL('../../kernel-simd/laboratory.as.ts', import.meta.url)), out);
  const module = new WebAssembly.Module(readFileSync(out));
  rmSync(folder, { recursive: true });
  return module;
}

/** The SIMD laboratory kernel on a plan. */
export function simdLaboratory(module: WebAssembly.Module, plan: SetUp): Laboratory {
  const { people, grid, field, ways } = plan;
  const size = people.length;
  const cells = grid.columns * grid.rows;
  const arrays = arraysOf(plan, size, cells);
  const bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength + 192, 65_536);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  const table = new Uint32Array(memory.buffer, 2048, arrays.length);
  let top = 65_536;
  arrays.forEach((array, k) => {
    new Uint8Array(memory.buffer, top, array.byteLength).set(new Uint8Array(array.buffer));
    table[k] = top;
    top = (top + array.byteLength + 127) & ~63;
  });
  const { sight, push, reach, wallPush, wallReach, step } = model;
  const { x0, y0 } = grid;
  const numbers = [x0, y0, 1 / sight, field.x0, field.y0, 1 / field.h, sight, push, 1 / reach, wallPush, 1 / wallReach];
  new Float32Array(memory.buffer, 3072, numbers.length + 1).set([...numbers, step]);
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Exports;
  kernel.set(grid.columns, grid.rows, field.columns, ways[0]!.byteLength);
  let [own, other, count] = [0, 10, size];
  return {
    get count() {
      return count;
    },
    step() {
      count = kernel.sort(count, own, other);
      [own, other] = [other, own];
      kernel.step(own, other);
      swapPlaces(table, own, other);
    },
  };
}

/** The step wrote the new x and y into the other columns: they change hands. */
function swapPlaces(table: Uint32Array, own: number, other: number): void {
  for (const column of [0, 1])
    [table[own + column], table[other + column]] = [table[other + column]!, table[own + column]!];
}

/** All arrays in the order of the table in laboratory.as.ts. */
function arraysOf({ people, goals, walls, near, between, ways }: SetUp, size: number, cells: number) {
  const same = (value: number) => new Float32Array(size).fill(value);
  const columns = () => [
    Float32Array.from(people, ([x]) => x),
    Float32Array.from(people, ([, y]) => y),
    same(0),
    same(0),
    same(model.radius),
    same(model.speed),
    same(1 / model.timeGap),
    same(Math.exp(model.radius / model.reach)),
    Int32Array.from(people, ([, , goal]) => goal),
    Int32Array.from(people.keys()),
  ];
  const all = new Float32Array(ways.reduce((sum, way) => sum + way.length, 0));
  ways.forEach((way, i) => all.set(way, i * way.length));
  return [
    ...columns(),
    ...columns(),
    new Int32Array(size),
    new Int32Array(cells),
    new Int32Array(cells + 4 * 1024),
    Float32Array.from(goals),
    Float32Array.from(walls),
    near.start,
    near.list,
    between.start,
    between.list,
    all,
  ];
}
