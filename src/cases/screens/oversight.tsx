import { useQuery } from '@tanstack/react-query';
import { type Oversight, oversightQuery } from '../../console/api/cases.ts';
import { StateMark, UrgencyMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useConsoleWords, useWords } from '../../console/kit/speech.tsx';
import { isConsoleKey } from '../../console/words/index.ts';
import { caseWords } from '../words/index.ts';
import { OutcomeChart } from './outcome-chart.tsx';

const Totals = ({ totals }: { totals: Oversight['totals'] }) => {
  const { t } = useWords(caseWords);
  const late = totals.reportsOverdue + totals.reviewsOverdue + totals.actionsOverdue + totals.validityOverdue;
  return (
    <>
      <Notice tone={late === 0 ? 'good' : 'bad'} title={t('oversight.late', { count: late })}>
        <p>{t('oversight.owned')}</p>
      </Notice>
      <ul className="tally">
        <li>{t('oversight.reports-waiting', { count: totals.reportsWaiting })}</li>
        <li>{t('oversight.reports-overdue', { count: totals.reportsOverdue })}</li>
        <li>{t('oversight.cases-open', { count: totals.casesOpen })}</li>
        <li>{t('oversight.reviews-overdue', { count: totals.reviewsOverdue })}</li>
        <li>{t('oversight.validity-overdue', { count: totals.validityOverdue })}</li>
        <li>{t('oversight.actions-overdue', { count: totals.actionsOverdue })}</li>
      </ul>
    </>
  );
};

const OnTime = ({ late }: { late: boolean }) => {
  const { t } = useWords(caseWords);
  return <StateMark tone={late ? 'late' : 'good'}>{late ? t('oversight.is-late') : t('oversight.on-time')}</StateMark>;
};

const Reports = ({ reports }: { reports: Oversight['reports'] }) => {
  const { t } = useWords(caseWords);
  if (reports.length === 0) return <Empty>{t('oversight.no-reports')}</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t('oversight.reports')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('oversight.number')}</th>
            <th scope="col">{t('oversight.urgency')}</th>
            <th scope="col">{t('oversight.responsible')}</th>
            <th scope="col">{t('oversight.received')}</th>
            <th scope="col">{t('oversight.state')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.number}>
              <th scope="row" className="number">
                {report.number}
              </th>
              <td>
                <UrgencyMark urgency={report.urgency} />
              </td>
              <td>{report.responsible}</td>
              <td>
                <Moment at={report.receivedAt} />
              </td>
              <td>
                <OnTime late={report.overdue} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Cases = ({ cases }: { cases: Oversight['cases'] }) => {
  const { t } = useWords(caseWords);
  if (cases.length === 0) return <Empty>{t('list.none-open')}</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t('oversight.cases')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('oversight.number')}</th>
            <th scope="col">{t('case.lead')}</th>
            <th scope="col">{t('case.deputy')}</th>
            <th scope="col">{t('oversight.stage')}</th>
            <th scope="col">{t('case.next-review')}</th>
            <th scope="col">{t('oversight.actions')}</th>
            <th scope="col">{t('oversight.state')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={each.number}>
              <th scope="row" className="number">
                {each.number}
              </th>
              <td>{each.lead}</td>
              <td>{each.deputy}</td>
              <td>{t(`stage.${each.stage}`)}</td>
              <td>{each.nextReviewAt && <Due at={each.nextReviewAt} />}</td>
              <td>{t('oversight.action-count', { open: each.openActions, overdue: each.overdueActions })}</td>
              <td>
                <OnTime late={each.reviewOverdue || each.overdueActions > 0 || each.validityOverdue} />
                {each.validityOverdue && <StateMark tone="late">{t('oversight.not-validated')}</StateMark>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** That everything is owned and on time: names, states and dates, and nothing of what was told. */
export const OversightPage = () => {
  const { t } = useWords(caseWords);
  const shared = useConsoleWords();
  const oversight = useQuery(oversightQuery);
  const outcomeWords = (outcome: string) => {
    const key = `outcome.${outcome}`;
    return isConsoleKey(key) ? shared.t(key) : outcome;
  };
  return (
    <Page title={t('oversight.title')} kicker={t('oversight.no-content')}>
      <Reading of={oversight}>
        {(data) => (
          <>
            <Totals totals={data.totals} />
            <Part title={t('oversight.reports')}>
              <Reports reports={data.reports} />
            </Part>
            <Part title={t('oversight.cases')}>
              <Cases cases={data.cases} />
            </Part>
            <Part title={t('oversight.decided')}>
              <OutcomeChart counts={data.totals.decidedLast30Days} nameOf={outcomeWords} />
            </Part>
            <p className="hint">
              {t('oversight.at')} <Moment at={data.at} />
            </p>
          </>
        )}
      </Reading>
    </Page>
  );
};
