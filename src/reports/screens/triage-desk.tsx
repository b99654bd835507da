import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { myDayQuery } from '../../console/api/cases.ts';
import { type ReportRow, type TriagePage, type TriageState, triageQuery } from '../../console/api/reports.ts';
import { CommunityLink, CommunityMark } from '../../console/kit/community-link.tsx';
import { More, Narrowing, Tabs } from '../../console/kit/listing.tsx';
import { ChangedMark, StateMark, UrgencyMark } from '../../console/kit/marks.tsx';
import { Ago, Due } from '../../console/kit/moments.tsx';
import { Empty, Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { type SteadyRow, useSteadyRows } from './use-steady-rows.ts';
import { deskWords } from './words/index.ts';

const ReportLink = ({ steady, search }: { steady: SteadyRow; search: string }) => {
  const { t } = useWords(deskWords);
  const { reportId } = useParams();
  const { row, hasChanged, isGone } = steady;
  return (
    <CommunityLink
      community={row.community}
      to={`/reports/${row.id}${search}`}
      data-row
      className={`row row-${row.urgency}`}
      aria-current={row.id === reportId ? 'page' : undefined}
    >
      <span className="row-first">
        <UrgencyMark urgency={row.urgency} />
        <span className="number">{row.number}</span>
        {row.others > 0 && <StateMark>{t('desk.times', { count: row.others + 1 })}</StateMark>}
        {hasChanged && row.id !== reportId && <ChangedMark />}
        {isGone && <StateMark>{t('desk.gone')}</StateMark>}
      </span>
      <span className="row-second">
        {row.nextDueAt && row.state === 'waiting' && <Due at={row.nextDueAt} />}
        {row.outcome && <StateMark tone="good">{t(`outcome.${row.outcome}`)}</StateMark>}
        <span>{row.responsible.name}</span>
        {row.climbedTo !== 'duty' && <span>{t(`climbed.${row.climbedTo}`)}</span>}
      </span>
      <span className="row-third">
        {t('desk.received')} <Ago at={row.receivedAt} /> · {t(`channel.${row.channel}`)}
        {row.firstReadAt === null && ` · ${t('desk.unread')}`}
        {row.sealedPast && ` · ${t('desk.sealed')}`}
        {row.lane === 'behind' && ` · ${t('desk.behind')}`}
      </span>
      <CommunityMark community={row.community} />
    </CommunityLink>
  );
};

const Arrived = ({ arrived, settle }: { arrived: readonly ReportRow[]; settle(): void }) => {
  const { t } = useWords(deskWords);
  const isGrave = arrived.some((row) => row.urgency === 'immediate');
  return (
    <div className={isGrave ? 'arrived arrived-immediate' : 'arrived'} role="status">
      {arrived.length > 0 && (
        <>
          {isGrave && <UrgencyMark urgency="immediate" />}
          <span>{t('desk.arrived', { count: arrived.length })}</span>
          <button type="button" data-key="n" onClick={settle}>
            {t('desk.show-arrived')}
          </button>
        </>
      )}
    </div>
  );
};

const States = ({ state }: { state: TriageState }) => {
  const { t } = useWords(deskWords);
  const states: readonly TriageState[] = ['waiting', 'decided'];
  const tabs = states.map((each) => ({
    to: each === 'waiting' ? '/reports' : '/reports?state=decided',
    name: t(`desk.${each}`),
    isCurrent: each === state,
  }));
  return <Tabs label={t('desk.states')} tabs={tabs} />;
};

const NothingHere = ({ state }: { state: TriageState }) => {
  const { t, formatDateTime } = useWords(deskWords);
  const { data } = useQuery(myDayQuery);
  return (
    <>
      {t(`desk.none-${state}`)}{' '}
      {state === 'waiting' && data?.onDuty[0] && t('desk.duty-until', { when: formatDateTime(data.onDuty[0].until) })}
    </>
  );
};

const DeskList = ({ state, search }: { state: TriageState; search: string }) => {
  const { t } = useWords(deskWords);
  const { reportId } = useParams();
  const list = useRef<HTMLUListElement>(null);
  const [sought, setSought] = useState('');
  const triage = useInfiniteQuery(triageQuery(state));
  const fresh = useMemo(() => triage.data?.pages.flatMap((page) => page.rows) ?? [], [triage.data]);
  const steady = useSteadyRows(fresh, reportId !== undefined, list);
  const found = steady.rows.filter(({ row }) => row.number.toLowerCase().includes(sought.trim().toLowerCase()));
  const more = async () => {
    await triage.fetchNextPage();
    steady.settle();
  };
  return (
    <Reading of={triage}>
      {({ pages }) => (
        <>
          {state === 'waiting' && pages[0] && <Waiting page={pages[0]} />}
          <Narrowing id="find-report" label={t('desk.find')} sought={sought} seek={setSought} />
          <Arrived arrived={steady.arrived} settle={steady.settle} />
          {found.length === 0 && <Empty>{sought ? t('desk.none-found') : <NothingHere state={state} />}</Empty>}
          <ul className="rows" ref={list}>
            {found.map((each) => (
              <li key={each.row.id}>
                <ReportLink steady={each} search={search} />
              </li>
            ))}
          </ul>
          <More of={triage} label={t('desk.more')} fetchMore={more} />
        </>
      )}
    </Reading>
  );
};

const Waiting = ({ page }: { page: Pick<TriagePage, 'waiting' | 'folded' | 'behind'> }) => {
  const { t } = useWords(deskWords);
  const urgencies = Object.keys(page.waiting) as ReportRow['urgency'][];
  return (
    <>
      <ul className="tally" aria-label={t('desk.tally')}>
        {urgencies.map((urgency) => (
          <li key={urgency}>
            <UrgencyMark urgency={urgency} /> <strong>{page.waiting[urgency]}</strong>
          </li>
        ))}
      </ul>
      {page.folded > 0 && <p className="hint">{t('desk.folded', { count: page.folded })}</p>}
      {page.behind > 0 && <p className="hint">{t('desk.behind-count', { count: page.behind })}</p>}
    </>
  );
};

/** The triage desk: what waits for a decision, by urgency and age, with the report one reads beside it. */
export const TriageDesk = () => {
  const { t } = useWords(deskWords);
  const { reportId } = useParams();
  const [search] = useSearchParams();
  const state: TriageState = search.get('state') === 'decided' ? 'decided' : 'waiting';
  const kept = state === 'decided' ? '?state=decided' : '';
  const enter = (
    <Link to="/reports/new" className="button" data-key="e">
      {t('desk.enter')}
    </Link>
  );
  const list = (
    <>
      <States state={state} />
      <DeskList key={state} state={state} search={kept} />
    </>
  );
  if (reportId === undefined)
    return (
      <Page title={t('desk.title')} beside={enter}>
        {list}
      </Page>
    );
  return (
    <div className="beside">
      <section className="beside-list" aria-label={t('desk.title')}>
        {list}
      </section>
      <div className="beside-detail">
        <p className="back">
          <Link to={`/reports${kept}`} data-key="u">
            {t('desk.back')}
          </Link>
        </p>
        <Outlet />
      </div>
    </div>
  );
};
