import type { Ground } from '../geometry/ground.ts';
import type { Raster } from '../geometry/raster.ts';

/** Metres along a side of the squares in which density is told. */
export const side = 1;

/** The squares of one level: `columns` × `rows` from (x0, y0) of the plane, numbered from `first`. */
export interface Sheet {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly columns: number;
  readonly rows: number;
  readonly first: number;
}

/** All levels cut into squares, numbered through. */
export interface Squares {
  readonly sheets: readonly Sheet[];
  readonly size: number;
}

export function squaresOf({ sheets: all }: Ground, levels: number): Squares {
  const sheets: Sheet[] = [];
  let size = 0;
  for (const { box } of all.slice(0, levels)) {
    const [columns, rows] = [Math.ceil((box.x1 - box.x0) / side), Math.ceil((box.y1 - box.y0) / side)];
    sheets.push({ x0: box.x0, y0: box.y0, x1: box.x1, columns, rows, first: size });
    size += columns * rows;
  }
  return { sheets, size };
}

/** The level whose squares hold (x, y); undefined on a link. */
export function sheetUnder({ sheets }: Squares, x: number, y: number): Sheet | undefined {
  for (let s = sheets.length - 1; s >= 0; s--) {
    const sheet = sheets[s]!;
    if (x < sheet.x0) continue;
    return x - sheet.x0 < sheet.columns * side && y >= sheet.y0 && y - sheet.y0 < sheet.rows * side ? sheet : undefined;
  }
  return undefined;
}

/** Square metres of floor in each square, from the fine grid. */
export function floorOf(squares: Squares, raster: Raster): Float32Array {
  const floor = new Float32Array(squares.size);
  const { h, x0, y0, columns } = raster;
  const end = squares.sheets.at(-1)?.x1 ?? 0;
  raster.floor.forEach((isFloor, c) => {
    const x = x0 + ((c % columns) + 0.5) * h;
    if (isFloor === 0 || x > end) return;
    const y = y0 + (Math.floor(c / columns) + 0.5) * h;
    const sheet = sheetUnder(squares, x, y);
    if (!sheet) return;
    const [i, j] = [Math.floor((x - sheet.x0) / side), Math.floor((y - sheet.y0) / side)];
    floor[sheet.first + j * sheet.columns + i]! += h * h;
  });
  return floor;
}
