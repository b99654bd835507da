import { writeTable } from '../platform/tables/write-table.ts';
import type { Programme } from './contract.ts';

/** What is left out of the file that leaves the building: it names members of the staff. */
const staysHere = ['load'];

/** The aggregates as comma-separated values: one figure a line, with its table, row and column. */
export function programmeFile({ at, from, to, tables }: Programme): string {
  const figures = tables
    .filter(({ table }) => !staysHere.includes(table))
    .flatMap(({ table, columns, rows }) =>
      rows.flatMap(({ row, values }) => columns.map((column, index) => [table, row, column, values[index] ?? null])),
    );
  return writeTable([
    ['table', 'row', 'column', 'value'],
    ['period', 'days', 'from', from],
    ['period', 'days', 'to', to],
    ['period', 'days', 'made-at', at],
    ...figures,
  ]);
}
