import type { GroupFigures, GroupTable } from '../../../console/api/programme.ts';
import { useWords } from '../../../console/kit/speech.tsx';
import { type BarColumn, type BarRow, BarTable } from '../bar-table.tsx';
import { byGroupWords } from './words/index.ts';

type Row = GroupTable['rows'][number];

/** What is drawn is what is shown: a number that is held back has no bar either. */
const partsOf = ({ columns }: GroupTable, values: Row['values']) =>
  columns.flatMap((column, index) => {
    const value = values[index] ?? null;
    return column === 'together' || value === null ? [] : [{ value, tone: index + 1 }];
  });

/** The counts of a year by group, with the numbers that are too small held back in words. */
export const GroupCounts = ({ year, figures }: { year: GroupFigures['counted'][number]; figures: GroupTable }) => {
  const { t, formatNumber } = useWords(byGroupWords);
  const { table, columns, rows, all, leftOut } = figures;
  const name = t(`by-group.table.${table}`, { year: String(year.year) });
  const said = (value: number | null) => (value === null ? <em>{t('by-group.held-back')}</em> : formatNumber(value));
  const names = leftOut.map((column) => t(`by-group.column.${column}`)).join(' · ');
  if (columns.length === 0) return <p>{t('by-group.too-few')}</p>;
  const isCompared = table === 'opened' && rows.some(({ people }) => people !== null);
  const compared = ({ people, values }: Row): BarRow['cells'] => {
    const [opened] = values;
    if (people === null) return ['–', '–'];
    const rate = opened === null || opened === undefined ? null : Math.round((opened / people) * 10_000) / 10;
    return [formatNumber(people), said(rate)];
  };
  const heads: BarColumn[] = columns.map((key, index) => ({
    key,
    label: t(`by-group.column.${key}`),
    tone: columns.length > 1 && key !== 'together' ? index + 1 : 0,
  }));
  const more = (['people', 'rate'] as const).map((key) => ({ key, label: t(`by-group.${key}`), tone: 0 }));
  return (
    <>
      <BarTable
        name={name}
        columns={isCompared ? [...heads, ...more] : heads}
        rows={[
          ...rows.map((row) => ({
            key: row.groupId,
            label: row.name === '' ? t('by-group.not-recorded') : row.name,
            cells: [...row.values.map(said), ...(isCompared ? compared(row) : [])],
            parts: partsOf(figures, row.values),
          })),
          { key: 'all', label: t('by-group.all'), cells: [...all.map(said), '', ''], parts: [] },
        ]}
      />
      {leftOut.length > 0 && <p className="hint">{t('by-group.left-out', { names })}</p>}
    </>
  );
};
