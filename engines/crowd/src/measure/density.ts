import type { World } from '../model/world.ts';
import type { DensityGrid, DensityPeak } from '../result.ts';
import { besideWalls, hiddenBehind, spread } from './spreading.ts';
import { sheetUnder, side, squaresOf } from './squares.ts';

/** Watches how crowded it is around the people on the levels. */
export interface DensityWatch {
  /** Looks at everybody now; what is seen counts for `seconds`. */
  look(seconds: number): void;
  grids(): DensityGrid[];
  peak(): DensityPeak | null;
}

/** Only squares in which somebody stands are looked at. */
export function watchDensity(world: World): DensityWatch {
  const { ground, scenario, kernel } = world;
  const squares = squaresOf(ground, scenario.levels.length);
  const { sheets, size } = squares;
  const [around, isTouched, touched] = [new Float64Array(size), new Uint8Array(size), new Int32Array(size)];
  const [highest, timeOfHighest] = [new Float32Array(size), new Float32Array(size)];
  const above = [4, 5, 6].map((limit) => ({ limit, seconds: new Float32Array(size) }));
  const hidden = hiddenBehind(squares, ground.walls);
  const factor = besideWalls(squares, hidden, world.raster);

  function look(seconds: number): void {
    const { now, count } = kernel.crowd;
    around.fill(0);
    let places = 0;
    for (let i = 0; i < count; i++) {
      const sheet = sheetUnder(squares, now.x[i]!, now.y[i]!);
      if (!sheet) continue;
      const k = spread(around, hidden, sheet, now.x[i]!, now.y[i]!);
      if (isTouched[k] === 1) continue;
      isTouched[k] = 1;
      touched[places++] = k;
    }
    for (let place = 0; place < places; place++) {
      const k = touched[place]!;
      const density = around[k]! * factor[k]!;
      isTouched[k] = 0;
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
        cell: side,
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
    const at = [x0 + (i + 0.5) * side - dx, y0 + (j + 0.5) * side - dy] as const;
    return { value: highest[k]!, at, level: scenario.levels[s]!.id, time: timeOfHighest[k]! };
  };

  return { look, grids, peak };
}
