import type { ProgrammeTable } from '../../console/api/programme.ts';
import { inUnits } from '../../console/kit/moments.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { BarTable } from './bar-table.tsx';
import { useNames } from './names.ts';
import { programmeWords } from './words/index.ts';

/** Columns that a bar draws one after another, where it is not all of them: a part is never drawn beside its whole. */
const drawn: Partial<Record<ProgrammeTable['table'], readonly string[]>> = {
  times: ['median'],
  load: ['leads', 'deputy'],
};

const useSaid = (table: ProgrammeTable['table']) => {
  const { t, formatNumber } = useWords(programmeWords);
  return (column: string, value: number | null): string => {
    if (value === null) return '–';
    if (table !== 'times' || column === 'count') return formatNumber(value);
    const { unit, count } = inUnits(value * 60_000);
    return t(`programme.${unit}`, { count });
  };
};

/** One table of the programme: every figure as a number, and a bar beside each row that draws the same numbers. */
export const FigureTable = ({ figures }: { figures: ProgrammeTable }) => {
  const { table, columns, rows } = figures;
  const names = useNames();
  const said = useSaid(table);
  const toDraw = columns.flatMap((column, index) => ((drawn[table] ?? columns).includes(column) ? [index] : []));
  const toneOf = (index: number) => (toDraw.length > 1 ? toDraw.indexOf(index) + 1 : 0);
  return (
    <BarTable
      name={names.title(table)}
      columns={columns.map((key, index) => ({ key, label: names.column(key), tone: toneOf(index) }))}
      rows={rows.map(({ row, values }) => ({
        key: row,
        label: names.row(table, row),
        cells: columns.map((column, index) => said(column, values[index] ?? null)),
        parts: toDraw.map((index, tone) => ({ value: values[index] ?? 0, tone: tone + 1 })),
      }))}
    />
  );
};
