import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Due, Moment } from '../../../console/kit/moments.tsx';
import { useNow } from '../../../console/kit/now.tsx';
import { Empty, Page, Part } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { type TeamWeek, weekQuery } from '../calls.ts';
import { CalendarFeed } from './calendar-feed.tsx';
import { reviewWords } from './words/index.ts';

/** What stands in the week: something due in a case, or a meeting. */
type Row = { what: TeamWeek['due'][number]['what'] | 'meeting'; at: string; to: string; number: string; who: string };

const rowsOf = ({ due, meetings }: TeamWeek): Row[] =>
  [
    ...due.map(({ what, at, caseId, caseNumber, person }) => ({
      what,
      at,
      to: `/cases/${caseId}`,
      number: caseNumber,
      who: person.name,
    })),
    ...meetings.map(({ id, heldAt, number, chair }) => ({
      what: 'meeting' as const,
      at: heldAt,
      to: `/meetings/${id}`,
      number,
      who: chair.name,
    })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));

const DueRow = ({ row }: { row: Row }) => {
  const { t } = useWords(reviewWords);
  return (
    <Link className="row" data-row to={row.to}>
      <span className="row-first">
        <span>{t(`due.${row.what}`)}</span>
        <span className="number">{row.number}</span>
      </span>
      <span className="row-second">
        {row.what === 'meeting' ? <Moment at={row.at} /> : <Due at={row.at} />}
        <span>{row.who}</span>
      </span>
    </Link>
  );
};

const Day = ({ title, rows }: { title: string; rows: readonly Row[] }) => (
  <Part title={title}>
    <ul className="rows">
      {rows.map((row) => (
        <li key={`${row.what} ${row.to} ${row.at} ${row.who}`}>
          <DueRow row={row} />
        </li>
      ))}
    </ul>
  </Part>
);

const Week = ({ week }: { week: TeamWeek }) => {
  const { t, formatDate } = useWords(reviewWords);
  const now = new Date(useNow()).toISOString();
  const rows = rowsOf(week);
  const overdue = rows.filter(({ at }) => at < now);
  const byDay = Map.groupBy(
    rows.filter(({ at }) => at >= now),
    ({ at }) => formatDate(at),
  );
  if (rows.length === 0) return <Empty>{t('week.none')}</Empty>;
  return (
    <>
      {overdue.length > 0 && <Day title={t('week.overdue')} rows={overdue} />}
      {[...byDay].map(([day, ofDay]) => (
        <Day key={day} title={day} rows={ofDay} />
      ))}
    </>
  );
};

/** What is due within a week in the cases that one may see, and the meetings, day by day. */
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
