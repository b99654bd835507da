import type { World } from '../model/world.ts';
import type { DensityGrid, DensityPeak } from '../result.ts';

const cell = 1;

interface Sheet {
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  readonly first: number;
  readonly x1: number;
}

/** Watches how many people share each square metre of the levels. */
export interface DensityWatch {
  /** Looks at everybody now; what is seen counts for `seconds`. */
  look(seconds: number): void;
  grids(): DensityGrid[];
  peak(): DensityPeak | null;
}

/** Cells that walls cut count by their floor, at least half a square metre, so that a sliver never looks crowded. */
export function watchDensity(world: World): DensityWatch {
  const { ground, scenario, kernel } = world;
  const sheets: Sheet[] = [];
  let size = 0;
  for (const { box } of ground.sheets.slice(0, scenario.levels.length)) {
    const [columns, rows] = [Math.ceil((box.x1 - box.x0) / cell), Math.ceil((box.y1 - box.y0) / cell)];
    sheets.push({ x0: box.x0, y0: box.y0, columns, rows, first: size, x1: box.x1 });
    size += columns * rows;
  }
  const count = new Uint16Array(size);
  const [highest, timeOfHighest] = [new Float32Array(size), new Float32Array(size)];
  const above = [4, 5, 6].map((limit) => ({ limit, seconds: new Float32Array(size) }));

  function cellOf(x: number, y: number): number {
    for (let s = sheets.length - 1; s >= 0; s--) {
      const { x0, y0, columns, rows, first } = sheets[s]!;
      if (x < x0) continue;
      const [i, j] = [((x - x0) / cell) | 0, ((y - y0) / cell) | 0];
      return i < columns && j < rows && y >= y0 ? first + j * columns + i : -1;
    }
    return -1;
  }

  const perPerson = floorOf(world, sheets, cellOf, size).map((floor) => 1 / Math.max(0.5, floor));

  function look(seconds: number): void {
    const { now, count: inside } = kernel.crowd;
    const touched: number[] = [];
    for (let i = 0; i < inside; i++) {
      const k = cellOf(now.x[i]!, now.y[i]!);
      if (k >= 0 && count[k]!++ === 0) touched.push(k);
    }
    for (const k of touched) {
      const density = count[k]! * perPerson[k]!;
      count[k] = 0;
      if (density > highest[k]!) [highest[k], timeOfHighest[k]] = [density, world.time];
      for (const { limit, seconds: total } of above) if (density > limit) total[k]! += seconds;
    }
  }

  const grids = (): DensityGrid[] =>
    sheets.map(({ columns, rows, first }, s) => {
      const part = (all: Float32Array) => all.slice(first, first + columns * rows);
      const { dx, dy, box } = ground.sheets[s]!;
      return {
        level: scenario.levels[s]!.id,
        cell,
        x0: box.x0 - dx,
        y0: box.y0 - dy,
        columns,
        rows,
        highest: part(highest),
        timeOfHighest: part(timeOfHighest),
        secondsAbove4: part(above[0]!.seconds),
        secondsAbove5: part(above[1]!.seconds),
        secondsAbove6: part(above[2]!.seconds),
      };
    });

  const peak = (): DensityPeak | null => {
    const k = highest.reduce((best, value, at) => (value > highest[best]! ? at : best), 0);
    if (size === 0 || highest[k] === 0) return null;
    const s = sheets.findLastIndex(({ first }) => first <= k);
    const { columns, first, x0, y0 } = sheets[s]!;
    const { dx, dy } = ground.sheets[s]!;
    const [i, j] = [(k - first) % columns, Math.floor((k - first) / columns)];
    const at = [x0 + (i + 0.5) * cell - dx, y0 + (j + 0.5) * cell - dy] as const;
    return { value: highest[k]!, at, level: scenario.levels[s]!.id, time: timeOfHighest[k]! };
  };

  return { look, grids, peak };
}

/** Square metres of floor in each cell, from the fine grid. */
function floorOf(
  { raster }: World,
  sheets: readonly Sheet[],
  cellOf: (x: number, y: number) => number,
  size: number,
): Float32Array {
  const floor = new Float32Array(size);
  const { h, x0, y0, columns } = raster;
  const end = sheets.at(-1)?.x1 ?? 0;
  raster.floor.forEach((isFloor, c) => {
    const x = x0 + ((c % columns) + 0.5) * h;
    if (isFloor === 0 || x > end) return;
    const k = cellOf(x, y0 + (Math.floor(c / columns) + 0.5) * h);
    if (k >= 0) floor[k]! += h * h;
  });
  return floor;
}
