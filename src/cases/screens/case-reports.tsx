import { Link } from 'react-router';
import type { OpenedCase } from '../../console/api/cases.ts';
import { Words } from '../../console/kit/facts.tsx';
import { UrgencyMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';

/** The reports that this case began with or was given since. */
export const CaseReports = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  if (opened.reports.length === 0) return <Empty>{t('reports.none')}</Empty>;
  return (
    <ul className="cards">
      {opened.reports.map((report) => (
        <li key={report.id} className="card">
          <p className="row-first">
            <Link to={`/reports/${report.id}`} className="number">
              {t('reports.one', { number: report.number })}
            </Link>
            <UrgencyMark urgency={report.urgency} />
            <Moment at={report.receivedAt} />
          </p>
          {report.what === null ? <p className="hint">{t('reports.sealed')}</p> : <Words>{report.what}</Words>}
        </li>
      ))}
    </ul>
  );
};
