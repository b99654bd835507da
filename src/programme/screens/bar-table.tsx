import type { ReactNode } from 'react';
import { BarLine, type BarPart } from '../../platform/charts/bar-line.tsx';

export type BarColumn = {
  key: string;
  label: string;
  /** The tone in which the bar draws this column; 0 where its head needs no swatch. */
  tone: number;
};
/** A row without parts has no bar: there is nothing of it to draw. */
export type BarRow = { key: string; label: string; cells: readonly ReactNode[]; parts: readonly BarPart[] };

const sum = (parts: readonly BarPart[]) => parts.reduce((total, { value }) => total + value, 0);

/** A table of figures with a bar beside each row that draws the same numbers, all rows on one scale; it prints as it stands. */
export const BarTable = ({
  name,
  columns,
  rows,
}: {
  name: string;
  columns: readonly BarColumn[];
  rows: readonly BarRow[];
}) => {
  const scale = Math.max(1, ...rows.map(({ parts }) => sum(parts)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="table-scroll figures" tabIndex={0} aria-label={name}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{name}</span>
            </th>
            {columns.map(({ key, label, tone }) => (
              <th key={key} scope="col">
                {tone > 0 && <span className={`swatch tone-${tone}`} />}
                {label}
              </th>
            ))}
            <td className="drawn" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells, parts }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {columns.map((column, index) => (
                <td key={column.key}>{cells[index]}</td>
              ))}
              <td className="drawn">{parts.length > 0 && <BarLine parts={parts} scale={scale} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
