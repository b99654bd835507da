import { Empty } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { BarLine } from '../../platform/charts/bar-line.tsx';
import { caseWords } from '../words/index.ts';

interface ChartProps {
  counts: Readonly<Record<string, number>>;
  nameOf(outcome: string): string;
}

/** How often each outcome was chosen: the figures as a table, and a bar beside each. */
export const OutcomeChart = ({ counts, nameOf }: ChartProps) => {
  const { t } = useWords(caseWords);
  const rows = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  if (rows.length === 0) return <Empty>{t('oversight.none-decided')}</Empty>;
  const most = Math.max(...rows.map(([, count]) => count));
  return (
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
            <td>
              <span className="bar-row">
                {count} <BarLine parts={[{ value: count, tone: 1 }]} scale={most} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
