import type { ProgrammeTable } from '../contract.ts';

/** One count as the database gives it: in which row, under which column. */
export type Cell = { row: string; column: string; count: number };

/** Counts as a table with every row and column that there can be, so that nothing is missing because it was nought. */
export function tableOf(
  table: ProgrammeTable['table'],
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly Cell[],
): ProgrammeTable {
  const counts = new Map<string, number>();
  const place = (row: string, column: string) => `${row} ${column}`;
  for (const { row, column, count } of cells)
    counts.set(place(row, column), (counts.get(place(row, column)) ?? 0) + Number(count));
  return {
    table,
    columns: [...columns],
    rows: rows.map((row) => ({ row, values: columns.map((column) => counts.get(place(row, column)) ?? 0) })),
  };
}
