import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { type CaseRow, type CaseState, casesQuery } from '../../console/api/cases.ts';
import { More, Narrowing, Tabs } from '../../console/kit/listing.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due } from '../../console/kit/moments.tsx';
import { Empty, Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { FurtherPages } from './further-pages.tsx';

const CaseLink = ({ row, search }: { row: CaseRow; search: string }) => {
  const { t } = useWords(caseWords);
  const { caseId } = useParams();
  return (
    <Link
      to={`/cases/${row.id}${search}`}
      data-row
      className="row"
      aria-current={row.id === caseId ? 'page' : undefined}
    >
      <span className="row-first">
        <span className="number">{row.number}</span>
        <span>{row.title ?? t('list.sealed')}</span>
      </span>
      <span className="row-second">
        <StateMark>{t(`stage.${row.stage}`)}</StateMark>
        <span>{t('list.level', { level: t(`level.${row.levelOfConcern}`) })}</span>
        {row.overdueActions > 0 && (
          <StateMark tone="late">{t('list.overdue-actions', { count: row.overdueActions })}</StateMark>
        )}
      </span>
      <span className="row-third">
        {t('list.lead', { name: row.lead.name })} · {t('list.deputy', { name: row.deputy.name })}
        {row.nextReviewAt && row.state === 'open' && (
          <>
            {' '}
            · {t('list.review')} <Due at={row.nextReviewAt} />
          </>
        )}
      </span>
    </Link>
  );
};

const isFound = (row: CaseRow, sought: string): boolean =>
  [row.number, row.title ?? '', row.lead.name, row.deputy.name].some((words) =>
    words.toLowerCase().includes(sought.trim().toLowerCase()),
  );

const CaseRows = ({ state, search }: { state: CaseState; search: string }) => {
  const { t } = useWords(caseWords);
  const [sought, setSought] = useState('');
  const cases = useInfiniteQuery(casesQuery(state));
  return (
    <Reading of={cases}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows).filter((row) => isFound(row, sought));
        return (
          <>
            <Narrowing id="find-case" label={t('list.find')} sought={sought} seek={setSought} />
            {rows.length === 0 && <Empty>{sought ? t('list.none-found') : t(`list.none-${state}`)}</Empty>}
            <ul className="rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <CaseLink row={row} search={search} />
                </li>
              ))}
            </ul>
            <More of={cases} label={t('list.more')} fetchMore={() => cases.fetchNextPage()} />
          </>
        );
      }}
    </Reading>
  );
};

const States = ({ state }: { state: CaseState }) => {
  const { t } = useWords(caseWords);
  const states: readonly CaseState[] = ['open', 'closed'];
  const tabs = states.map((each) => ({
    to: each === 'open' ? '/cases' : '/cases?state=closed',
    name: t(`list.${each}`),
    isCurrent: each === state,
  }));
  return <Tabs label={t('list.states')} tabs={tabs} />;
};

/** The cases that one may see, with the case one reads beside them. */
export const CaseList = () => {
  const { t } = useWords(caseWords);
  const { caseId } = useParams();
  const [search] = useSearchParams();
  const state: CaseState = search.get('state') === 'closed' ? 'closed' : 'open';
  const kept = state === 'closed' ? '?state=closed' : '';
  const list = (
    <>
      <States state={state} />
      <CaseRows key={state} state={state} search={kept} />
    </>
  );
  if (caseId === undefined)
    return (
      <Page title={t('list.title')}>
        <FurtherPages />
        {list}
      </Page>
    );
  return (
    <div className="beside">
      <section className="beside-list" aria-label={t('list.title')}>
        {list}
      </section>
      <div className="beside-detail">
        <p className="back">
          <Link to={`/cases${kept}`}>{t('list.back')}</Link>
        </p>
        <Outlet />
      </div>
    </div>
  );
};
