import type { ProgrammeTable } from '../../console/api/programme.ts';
import { inUnits } from '../../console/kit/moments.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { BarLine } from '../../platform/charts/bar-line.tsx';
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

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** One table of the programme: every figure as a number, and a bar beside each row that draws the same numbers. */
export const FigureTable = ({ figures }: { figures: ProgrammeTable }) => {
  const { table, columns, rows } = figures;
  const names = useNames();
  const said = useSaid(table);
  const toDraw = columns.flatMap((column, index) => ((drawn[table] ?? columns).includes(column) ? [index] : []));
  const partsOf = (values: readonly (number | null)[]) =>
    toDraw.map((index, tone) => ({ value: values[index] ?? 0, tone: tone + 1 }));
  const scale = Math.max(1, ...rows.map(({ values }) => sum(partsOf(values).map(({ value }) => value))));
  const toneOf = (index: number) => (toDraw.length > 1 ? toDraw.indexOf(index) + 1 : 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="table-scroll figures" tabIndex={0} aria-label={names.title(table)}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{names.title(table)}</span>
            </th>
            {columns.map((column, index) => (
              <th key={column} scope="col">
                {toneOf(index) > 0 && <span className={`swatch tone-${toneOf(index)}`} />}
                {names.column(column)}
              </th>
            ))}
            <td className="drawn" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, values }) => (
            <tr key={row}>
              <th scope="row">{names.row(table, row)}</th>
              {columns.map((column, index) => (
                <td key={column}>{said(column, values[index] ?? null)}</td>
              ))}
              <td className="drawn">
                <BarLine parts={partsOf(values)} scale={scale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
