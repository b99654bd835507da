import { Empty } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';

interface ChartProps {
  counts: Readonly<Record<string, number>>;
  nameOf(outcome: string): string;
}

const barHeight = 18;
const gap = 8;
const width = 320;

const Bars = ({ rows, most }: { rows: readonly (readonly [string, number])[]; most: number }) => (
  <svg
    className="chart"
    viewBox={`0 0 ${width} ${rows.length * (barHeight + gap)}`}
    aria-hidden="true"
    focusable="false"
  >
    {rows.map(([name, count], position) => (
      <rect
        key={name}
        x="0"
        y={position * (barHeight + gap) + gap / 2}
        width={Math.max(2, (count / most) * width)}
        height={barHeight}
      />
    ))}
  </svg>
);

/** How often each outcome was chosen: a bar for each, beside the same figures as a table. */
export const OutcomeChart = ({ counts, nameOf }: ChartProps) => {
  const { t } = useWords(caseWords);
  const rows = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  if (rows.length === 0) return <Empty>{t('oversight.none-decided')}</Empty>;
  return (
    <div className="side-by-side">
      <table className="chart-table">
        <thead>
          <tr>
            <th scope="col">{t('oversight.outcome')}</th>
            <th scope="col">{t('oversight.count')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([outcome, count]) => (
            <tr key={outcome}>
              <th scope="row">{nameOf(outcome)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Bars rows={rows} most={Math.max(...rows.map(([, count]) => count))} />
    </div>
  );
};
