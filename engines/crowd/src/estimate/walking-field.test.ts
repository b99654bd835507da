import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangle } from '../scenario/an-example.ts';
import type { Level } from '../scenario/scenario.ts';
import { cellsIn, layGrid } from './plan-grid.ts';
import { metresFrom, netOf, walkingField } from './walking-field.ts';

const hall = (walls: Level['walls']) => ({
  levels: [{ id: '0', walkable: [{ outer: rectangle(0, 0, 40, 25), holes: [] }], walls }],
  links: [],
});

const gridOf = (plan: ReturnType<typeof hall>) => layGrid(plan);

describe('walking field', () => {
  it('is never shorter than the straight line and on open floor never more than 8.3 % longer', () => {
    const plan = hall([]);
    const grid = gridOf(plan);
    const [sheet] = grid.sheets;
    const [from] = cellsIn(grid, '0', rectangle(20, 12, 20.1, 12.1));

    const field = walkingField(netOf(grid, plan), [from!]);

    const middle = (cell: number) => [cell % sheet!.columns, Math.floor(cell / sheet!.columns)] as const;
    const [column, row] = middle(from!);
    const ratios = [...field.order].slice(1).map((cell) => {
      const [c, r] = middle(cell);
      return metresFrom(field, cell) / (grid.cell * Math.hypot(c - column, r - row));
    });
    expect(Math.min(...ratios)).toBeGreaterThan(0.9995);
    expect(Math.max(...ratios)).toBeLessThan(1.083);
    expect(field.order).toHaveLength([...sheet!.isOpen].filter((open) => open === 1).length);
  });

  it('leaves out only steps that no shortest way needs, whatever walls there are', () => {
    const corner = fc.tuple(fc.double({ min: 1, max: 39, noNaN: true }), fc.double({ min: 1, max: 24, noNaN: true }));
    const walls = fc.array(fc.array(corner, { minLength: 2, maxLength: 4 }), { maxLength: 6 });

    fc.assert(
      fc.property(walls, (lines) => {
        const plan = hall(lines);
        const grid = gridOf(plan);
        const everyStep = { ...grid, sheets: grid.sheets.map((one) => ({ ...one, isCalm: one.isCalm.map(() => 0) })) };
        const targets = cellsIn(grid, '0', rectangle(0, 10, 1, 12));

        const [swift, plain] = [grid, everyStep].map((one) => walkingField(netOf(one, plan), targets));

        expect(swift!.lengths).toEqual(plain!.lengths);
      }),
      { numRuns: 60 },
    );
  });
});
