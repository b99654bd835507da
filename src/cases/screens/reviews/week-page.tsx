import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Due } from '../../../console/kit/moments.tsx';
import { useNow } from '../../../console/kit/now.tsx';
import { Empty, Page, Part } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { type TeamWeek, weekQuery } from '../calls.ts';
import { CalendarFeed } from './calendar-feed.tsx';
import { reviewWords } from './words/index.ts';

type Row = TeamWeek['due'][number];

const DueRow = ({ row }: { row: Row }) => {
  const { t } = useWords(reviewWords);
  return (
    <Link className="row" data-row to={`/cases/${row.caseId}`}>
      <span className="row-first">
        <span>{t(`due.${row.what}`)}</span>
        <span className="number">{row.caseNumber}</span>
      </span>
      <span className="row-second">
        <Due at={row.at} />
        <span>{row.person.name}</span>
      </span>
    </Link>
  );
};

const Day = ({ title, rows }: { title: string; rows: readonly Row[] }) => (
  <Part title={title}>
    <ul className="rows">
      {rows.map((row) => (
        <li key={`${row.what} ${row.caseId} ${row.at} ${row.person.id}`}>
          <DueRow row={row} />
        </li>
      ))}
    </ul>
  </Part>
);

const Week = ({ week }: { week: TeamWeek }) => {
  const { t, formatDate } = useWords(reviewWords);
  const now = new Date(useNow()).toISOString();
  const overdue = week.due.filter(({ at }) => at < now);
  const byDay = Map.groupBy(
    week.due.filter(({ at }) => at >= now),
    ({ at }) => formatDate(at),
  );
  if (week.due.length === 0) return <Empty>{t('week.none')}</Empty>;
  return (
    <>
      {overdue.length > 0 && <Day title={t('week.overdue')} rows={overdue} />}
      {[...byDay].map(([day, rows]) => (
        <Day key={day} title={day} rows={rows} />
      ))}
    </>
  );
};

/** What is due within a week in the cases that one may see, day by day. */
export const WeekPage = () => {
  const { t } = useWords(reviewWords);
  const week = useQuery(weekQuery);
  return (
    <Page title={t('week.title')}>
      <p>{t('week.about')}</p>
      <Reading of={week}>{(given) => <Week week={given} />}</Reading>
      <Part title={t('calendar.title')}>
        <CalendarFeed />
      </Part>
    </Page>
  );
};
