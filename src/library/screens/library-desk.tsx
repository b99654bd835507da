import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  certificateAddress,
  type DueTraining,
  dueTrainingQuery,
  type TextList,
  type TrainingRecord,
  textsQuery,
  trainingQuery,
} from '../../console/api/library.ts';
import { StateMark } from '../../console/kit/marks.tsx';
import { Empty, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { libraryDeskWords } from './words/index.ts';

const Finished = ({ record }: { record: TrainingRecord }) => {
  const { t, formatDate } = useWords(libraryDeskWords);
  const { language } = useSpeech();
  const title = record.title?.[language];
  return (
    <li className="card">
      <h3>
        {title ?? t('training.gone')} {record.isDue && <StateMark tone="late">{t('training.due')}</StateMark>}
      </h3>
      <p>
        {t('training.finished')} <time dateTime={record.finishedAt}>{formatDate(record.finishedAt)}</time> ·{' '}
        {t('training.renew')} <time dateTime={record.renewBy}>{formatDate(record.renewBy)}</time>
      </p>
      {title && (
        <p>
          <a href={certificateAddress(record.id, language)} download>
            {t('training.certificate')}
          </a>{' '}
          · <a href={`/${language}/library/courses/${record.courseId}`}>{title}</a>
        </p>
      )}
    </li>
  );
};

const MyCourses = () => {
  const { t } = useWords(libraryDeskWords);
  const { language } = useSpeech();
  const training = useQuery(trainingQuery);
  return (
    <Part title={t('training.title')} beside={<a href={`/${language}/library/courses`}>{t('training.courses')}</a>}>
      <Reading of={training}>
        {({ records }) =>
          records.length === 0 ? (
            <Empty>{t('training.none')}</Empty>
          ) : (
            <ul className="cards">
              {records.map((record) => (
                <Finished key={record.id} record={record} />
              ))}
            </ul>
          )
        }
      </Reading>
    </Part>
  );
};

const DueTable = ({ due }: DueTraining) => {
  const { t, formatDate } = useWords(libraryDeskWords);
  const { language } = useSpeech();
  if (due.length === 0) return <Empty>{t('due.none')}</Empty>;
  return (
    <ul className="cards">
      {due.map(({ person, courseId, title, renewBy }) => (
        <li key={`${person.id} ${courseId}`} className="card">
          <h3>{person.name}</h3>
          <p>
            {title?.[language] ?? t('training.gone')} · {t('due.since')}{' '}
            <time dateTime={renewBy}>{formatDate(renewBy)}</time>
          </p>
        </li>
      ))}
    </ul>
  );
};

const WhoIsDue = () => {
  const { t } = useWords(libraryDeskWords);
  const due = useQuery(dueTrainingQuery);
  return (
    <Part title={t('due.title')}>
      <Reading of={due}>{(data) => <DueTable {...data} />}</Reading>
    </Part>
  );
};

const WaitingTexts = ({ rows, languages }: TextList) => {
  const { t } = useWords(libraryDeskWords);
  const waiting = rows.filter((row) => row.waiting > 0);
  if (waiting.length === 0) return <Empty>{t('waiting.none')}</Empty>;
  return (
    <ul className="cards">
      {waiting.map(({ language, id, title }) => (
        <li key={`${language} ${id}`} className="card">
          <h3>
            <Link to={`/library/texts/${language}/${id}`} lang={language} dir="auto">
              {title}
            </Link>
          </h3>
          <p>
            <span lang={language} dir="auto">
              {languages.find(({ code }) => code === language)?.name}
            </span>{' '}
            · {id}
          </p>
        </li>
      ))}
    </ul>
  );
};

/** In every language at once: whoever approves reads more than their own. */
const WhatWaits = () => {
  const { t } = useWords(libraryDeskWords);
  const texts = useQuery(textsQuery);
  return (
    <Part title={t('waiting.title')}>
      <Reading of={texts}>{(list) => <WaitingTexts {...list} />}</Reading>
    </Part>
  );
};

/** The library from inside: what waits to be approved, my courses, who has one to take again, and the way to the desk where texts are written. */
export const LibraryDesk = () => {
  const { t } = useWords(libraryDeskWords);
  const { language } = useSpeech();
  const isAtDesk = useHasRole('coordinator', 'administrator', 'leader', 'custodian');
  const isCoordinator = useHasRole('coordinator');
  return (
    <Page title={t('desk.title')} beside={<a href={`/${language}/library`}>{t('desk.read')}</a>}>
      {(isAtDesk || isCoordinator) && (
        <ul className="ways">
          {isAtDesk && (
            <li>
              <Link to="/library/texts">{t('desk.texts')}</Link>
            </li>
          )}
          {isCoordinator && (
            <li>
              <Link to="/library/mistakes">{t('desk.mistakes')}</Link>
            </li>
          )}
        </ul>
      )}
      {isAtDesk && <WhatWaits />}
      <MyCourses />
      {isCoordinator && <WhoIsDue />}
    </Page>
  );
};
