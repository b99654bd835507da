import { Link } from 'react-router';
import type { OpenedCase } from '../../console/api/cases.ts';
import { Words } from '../../console/kit/facts.tsx';
import { UrgencyMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { archiveWords } from './archive/words/index.ts';

/** The reports that this case began with or was given since. */
export const CaseReports = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const archive = useWords(archiveWords);
  return (
    <>
      {opened.reports.length === 0 ? <Empty>{t('reports.none')}</Empty> : <Reports opened={opened} />}
      <p>
        <Link to={`/cases/${opened.id}/archive`}>{archive.t('archive.link')}</Link>
      </p>
    </>
  );
};

const Reports = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
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
