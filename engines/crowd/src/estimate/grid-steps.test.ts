import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../geometry/outline.ts';
import { eachStepAcross } from './grid-steps.ts';

/** A grid moved off round numbers, as plans are laid. */
const lattice = { columns: 12, rows: 9, x0: -1.0271, y0: -1.0419 };

function stepsAcross(cell: number, segment: Segment): string {
  const found: number[] = [];
  eachStepAcross(lattice, cell, segment, (index, step) => found.push(4 * index + step));
  return [...new Set(found)].sort((a, b) => a - b).join(' ');
}

describe('grid-steps', () => {
  it('finds across a wall along rows or columns the same steps as across one that leans by a hair', () => {
    const hundredths = fc.integer({ min: -300, max: 1200 }).map((value) => value / 100);
    const leaning = 1e-9;

    fc.assert(
      fc.property(hundredths, hundredths, hundredths, fc.constantFrom(1, 0.6, 0.37), (a, b, c, cell) => {
        fc.pre(a !== b);
        expect(stepsAcross(cell, [a, c, b, c])).toBe(stepsAcross(cell, [a, c, b, c + leaning]));
        expect(stepsAcross(cell, [c, a, c, b])).toBe(stepsAcross(cell, [c, a, c + leaning, b]));
      }),
      { numRuns: 2_000 },
    );
  });
});
