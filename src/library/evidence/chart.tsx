import { BarLine } from '../../platform/charts/bar-line.tsx';
import type { Language } from '../../platform/i18n/index.ts';
import type { Evidence } from '../contract.ts';
import type { EvidenceWords } from './evidence-words.ts';

type Row = Evidence['rows'][number];

/** A value as it is said: with its qualifier, in the numbers of the language; what could not be read says so. */
export const valueText = (
  value: number | null,
  { qualifier }: Pick<Row, 'qualifier'>,
  words: EvidenceWords,
): string => {
  if (value === null) return words.t('evidence.unread');
  const number = words.formatNumber(value);
  return qualifier ? words.t(`evidence.${qualifier}`, { number }) : number;
};

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** The longest bar of a chart in its own unit; shares are always drawn out of a hundred. */
export const scaleOf = ({ unit, chart, rows }: Evidence): number => {
  if (unit === 'percent') return 100;
  const lengths = rows.flatMap(({ values }) =>
    chart === 'stacked-bar' ? [sum(values)] : values.map((value) => value ?? 0),
  );
  return Math.max(1, ...lengths);
};

const partsOf = ({ values }: Row) =>
  values.flatMap((value, tone) => (value === null ? [] : [{ value, tone: tone + 1 }]));

interface ChartProps {
  evidence: Evidence;
  language: Language;
  words: EvidenceWords;
}

const Said = ({ evidence, row, language, words }: ChartProps & { row: Row }) => (
  <p className="said-values">
    {evidence.columns.map(({ id, label }, index) => (
      <span key={id}>
        {evidence.columns.length > 1 && <span className={`swatch tone-${index + 1}`} />}
        <strong>{valueText(row.values[index] ?? null, row, words)}</strong>
        {evidence.columns.length > 1 && ` ${label[language]}`}
      </span>
    ))}
  </p>
);

/** Bars with their numbers in words beside them, so that nothing rests on colour; for whoever cannot see it, its table. */
export const Chart = (props: ChartProps) => {
  const { evidence, language, words } = props;
  const scale = scaleOf(evidence);
  return (
    <div className="chart" role="img" aria-label={words.t('evidence.chart', { title: evidence.title[language] })}>
      {evidence.rows.map((row) => (
        <div className="chart-row" key={row.id}>
          <p className="chart-label">{row.label[language]}</p>
          {evidence.chart === 'grouped-bar' ? (
            partsOf(row).map((part) => <BarLine key={part.tone} parts={[part]} scale={scale} />)
          ) : (
            <BarLine parts={partsOf(row)} scale={scale} />
          )}
          <Said {...props} row={row} />
        </div>
      ))}
    </div>
  );
};
