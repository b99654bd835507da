import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSmall, type SafeTable } from './hide-small.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Every way to write `total` as these numbers, where null can be anything from one on. */
function* waysToFill(column: readonly (number | null)[], total: number): Generator<number[]> {
  const [first, ...others] = column;
  if (first === undefined) {
    if (total === 0) yield [];
    return;
  }
  const known = sum(others.map((each) => each ?? 1));
  const candidates = first === null ? Array.from({ length: Math.max(0, total - known) }, (_, at) => at + 1) : [first];
  for (const value of candidates) for (const rest of waysToFill(others, total - value)) yield [value, ...rest];
}

/** Every whole table that agrees with what is shown and with the totals of the columns, as somebody would find who tries all. */
function* tablesThatFit(
  safe: SafeTable,
  totals: readonly number[],
  column = 0,
  before: number[][] = [],
): Generator<number[][]> {
  if (column === safe.columns.length) {
    const rows = safe.cells.map((_, row) => before.map((filled) => filled[row]!));
    if (rows.every((row, at) => safe.together[at] === null || safe.together[at] === sum(row))) yield rows;
    return;
  }
  const shown = safe.cells.map((row) => row[column]!);
  for (const filled of waysToFill(shown, totals[column]!))
    yield* tablesThatFit(safe, totals, column + 1, [...before, filled]);
}

/** How many different numbers each cell and each row's sum could be. */
function couldBe(safe: SafeTable, totals: readonly number[]) {
  const cells = safe.cells.map((row) => row.map(() => new Set<number>()));
  const together = safe.together.map(() => new Set<number>());
  for (const table of tablesThatFit(safe, totals))
    for (const [at, row] of table.entries()) {
      for (const [column, value] of row.entries()) cells[at]![column]!.add(value);
      together[at]!.add(sum(row));
    }
  return { cells, together };
}

const threshold = 4;
const count = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, fc.integer({ min: 6, max: 10 }));
const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 2 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

describe('small numbers', () => {
  it('are held back with as much else as it takes that none can be worked out', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const safe = hideSmall(counts, threshold);
        const totals = safe.columns.map((column) => sum(counts.map((row) => row[column]!)));

        const possible = couldBe(safe, totals);

        for (const [at, row] of safe.cells.entries()) {
          const kept = safe.columns.map((column) => counts[at]![column]!);
          for (const [index, value] of [...row, safe.together[at]!].entries()) {
            const truth = index < row.length ? kept[index]! : sum(kept);
            const ways = (index < row.length ? possible.cells[at]![index]! : possible.together[at]!).size;
            const isSmall = truth > 0 && truth < threshold;
            if (isSmall) expect([value, ways >= threshold]).toEqual([null, true]);
            else if (value === null) expect(ways).toBeGreaterThan(1);
            else expect(value).toBe(truth);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave noughts and everything else as it is where nothing is small', () => {
    const safe = hideSmall(
      [
        [12, 0],
        [30, 14],
      ],
      11,
    );

    expect(safe).toEqual({
      columns: [0, 1],
      cells: [
        [12, 0],
        [30, 14],
      ],
      together: [12, 44],
    });
  });

  it('take the cheapest other number with them, not the whole table', () => {
    const safe = hideSmall([[3], [40], [15], [90]], 11);

    expect(safe.cells).toEqual([[null], [40], [null], [90]]);
  });

  it('leave a column out whole that is too small to be told by group, and its part of the sums', () => {
    const safe = hideSmall(
      [
        [20, 2, 30],
        [25, 1, 40],
      ],
      11,
    );

    expect([safe.columns, safe.together]).toEqual([
      [0, 2],
      [50, 65],
    ]);
  });

  it('leave nothing where there is too little of everything', () => {
    expect(hideSmall([[2], [1]], 11).columns).toEqual([]);
    expect(hideSmall([], 11)).toEqual({ columns: [], cells: [], together: [] });
  });
});
