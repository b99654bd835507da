import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { writeTable } from './write-table.ts';

describe('write-table', () => {
  it('is read back as it was, whatever is in a cell', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r']/.test(text));
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, (given) => {
        const { rows: read } = readTable(writeTable([['one', 'other'], ...given]));

        expect(read).toEqual(given.filter((cells) => cells.some((each) => each.trim() !== '')));
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets no cell run as a formula, and leaves numbers as they are', () => {
    expect(writeTable([['=1+1', '@SUM(A1)', '-2', -3.5, null]])).toBe("'=1+1,'@SUM(A1),-2,-3.5,\r\n");
  });
});
