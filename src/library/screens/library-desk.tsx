import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  certificateAddress,
  type DueTraining,
  dueTrainingQuery,
  type TrainingRecord,
  trainingQuery,
} from '../../console/api/library.ts';
import { StateMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { libraryDeskWords } from './words/index.ts';

const Finished = ({ record }: { record: TrainingRecord }) => {
  const { t } = useWords(libraryDeskWords);
  const { language } = useSpeech();
  const title = record.title?.[language];
  return (
    <li className="card">
      <h3>
        {title ?? t('training.gone')} {record.isDue && <StateMark tone="late">{t('training.due')}</StateMark>}
      </h3>
      <p>
        {t('training.finished')} <Moment at={record.finishedAt} /> · {t('training.renew')}{' '}
        <Moment at={record.renewBy} />
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
  const { t } = useWords(libraryDeskWords);
  const { language } = useSpeech();
  if (due.length === 0) return <Empty>{t('due.none')}</Empty>;
  return (
    <ul className="cards">
      {due.map(({ person, courseId, title, renewBy }) => (
        <li key={`${person.id} ${courseId}`} className="card">
          <h3>{person.name}</h3>
          <p>
            {title?.[language] ?? t('training.gone')} · {t('due.since')} <Moment at={renewBy} />
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

/** The library from inside: my courses, who has one to take again, and the way to the desk where texts are written. */
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
      <MyCourses />
      {isCoordinator && <WhoIsDue />}
    </Page>
  );
};
