import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../platform/tables/moment-of.ts';
import { readTable } from '../../../platform/tables/read-table.ts';
import { checkTips } from './check-tips.ts';

const now = new Date('2026-11-23T12:00:00Z');
const given = { mapping: { what: 0, receivedAt: 1 }, language: 'ca' as const, now };

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('read-table', () => {
  it('gives back every cell of whatever was written', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, separator, end) => {
        const text = [['a', 'b', 'c'], ...rows].map((row) => row.map(quoted).join(separator)).join(end);

        const table = readTable(text);

        const kept = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
        expect(table).toEqual({ header: ['a', 'b', 'c'], rows: kept });
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the empty cells at the end of the last line', () => {
    expect(readTable('a;b;c\nOne;;').rows).toEqual([['One', '', '']]);
  });

  it('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { header, rows } = readTable(text);

        expect(Array.isArray(header) && Array.isArray(rows)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads what a spreadsheet in Catalan writes, and leaves a mark of byte order out', () => {
    const table = readTable('\uFEFFText;Data\r\n"Va dir ""divendres"";\nho he vist";31/05/2024\r\n\r\n');

    expect(table).toEqual({ header: ['Text', 'Data'], rows: [['Va dir "divendres";\nho he vist', '31/05/2024']] });
  });
});

describe('check-tips', () => {
  it.each([
    ['2024-05-31', '2024-05-31T12:00:00.000Z'],
    ['2024-05-31 14:05', '2024-05-31T14:05:00.000Z'],
    ['2024-05-31T14:05:09+02:00', '2024-05-31T12:05:00.000Z'],
    ['1/5/2024 9:05', '2024-05-01T09:05:00.000Z'],
    ['31.02.2024', null],
    ['2024-13-01', null],
    ['yesterday', null],
    ['', null],
  ])('reads %j as %s', (text, moment) => {
    expect(momentOf(text)?.toISOString() ?? null).toBe(moment);
  });

  it('names every fault of every row of 10,000 and takes none of it back', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index % 2 === 0 ? ['', 'soon'] : ['x'.repeat(20_001), '2030-01-01', 'more'],
    );

    const { tips, faults } = checkTips({ header: ['text', 'date'], rows }, given);

    expect(tips).toEqual([]);
    expect(faults).toHaveLength(5_000 * 2 + 5_000 * 3);
    expect(faults.slice(0, 5)).toEqual([
      { row: 2, field: 'what', because: 'required' },
      { row: 2, field: 'receivedAt', because: 'not-a-date' },
      { row: 3, field: 'row', because: 'more-cells-than-columns' },
      { row: 3, field: 'what', because: 'too-long' },
      { row: 3, field: 'receivedAt', because: 'in-the-future' },
    ]);
  });

  it('takes a row that says only what happened as received now', () => {
    const { tips } = checkTips({ header: ['text', 'date'], rows: [['Words.']] }, given);

    expect(tips).toEqual([expect.objectContaining({ what: 'Words.', receivedAt: now.toISOString(), language: 'ca' })]);
  });
});
