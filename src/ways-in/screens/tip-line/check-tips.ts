import type { Language } from '../../../platform/i18n/index.ts';
import { momentOf } from '../../../platform/tables/moment-of.ts';
import type { Table } from '../../../platform/tables/read-table.ts';

/** What a column of the old list can hold; the words of the concern must be there. */
export const tipFields = ['what', 'receivedAt', 'when', 'where', 'aboutWhom', 'whoElseKnows', 'earlierReport'] as const;
export type TipField = (typeof tipFields)[number];

/** What an old report can have come to, where it was decided elsewhere. */
export const oldOutcomes = [
  'resolved-on-contact',
  'unsubstantiated',
  'insufficient-information',
  'misuse',
  'test',
] as const;

/** Which column, counted from 0, holds what; a field that is not there stays empty. */
export type TipMapping = Partial<Record<TipField, number>>;

export type Tip = Record<Exclude<TipField, 'receivedAt'>, string> & { receivedAt: string; language: Language };

/** What is wrong in one row, counted as a spreadsheet counts, with the heading as row 1. */
export type TipFault = {
  row: number;
  field: TipField | 'row';
  because: 'required' | 'too-long' | 'not-a-date' | 'in-the-future' | 'more-cells-than-columns';
};

const most: Record<Exclude<TipField, 'receivedAt'>, number> = {
  what: 20_000,
  when: 500,
  where: 500,
  aboutWhom: 2_000,
  whoElseKnows: 1_000,
  earlierReport: 40,
};

type Given = { mapping: TipMapping; language: Language; now: Date };

/** Every row as a tip, or every fault of every row: it stops at none. */
export function checkTips(table: Table, given: Given): { tips: Tip[]; faults: TipFault[] } {
  const tips: Tip[] = [];
  const faults: TipFault[] = [];
  table.rows.forEach((cells, index) => {
    const found = faultsOf(cells, table.header.length, given).map((fault) => ({ row: index + 2, ...fault }));
    faults.push(...found);
    if (found.length === 0) tips.push(tipOf(cells, given));
  });
  return { tips, faults };
}

const cellOf = (cells: readonly string[], column: number | undefined): string =>
  (column === undefined ? '' : (cells[column] ?? '')).trim();

function faultsOf(cells: readonly string[], columns: number, { mapping, now }: Given): Omit<TipFault, 'row'>[] {
  const found: Omit<TipFault, 'row'>[] = [];
  if (cells.length > columns) found.push({ field: 'row', because: 'more-cells-than-columns' });
  if (cellOf(cells, mapping.what) === '') found.push({ field: 'what', because: 'required' });
  for (const [field, limit] of Object.entries(most) as [keyof typeof most, number][])
    if (cellOf(cells, mapping[field]).length > limit) found.push({ field, because: 'too-long' });
  const received = cellOf(cells, mapping.receivedAt);
  if (received === '') return found;
  const moment = momentOf(received);
  if (moment === null) found.push({ field: 'receivedAt', because: 'not-a-date' });
  else if (moment > now) found.push({ field: 'receivedAt', because: 'in-the-future' });
  return found;
}

function tipOf(cells: readonly string[], { mapping, language, now }: Given): Tip {
  const cell = (field: TipField) => cellOf(cells, mapping[field]);
  return {
    what: cell('what'),
    when: cell('when'),
    where: cell('where'),
    aboutWhom: cell('aboutWhom'),
    whoElseKnows: cell('whoElseKnows'),
    earlierReport: cell('earlierReport'),
    receivedAt: (momentOf(cell('receivedAt')) ?? now).toISOString(),
    language,
  };
}
