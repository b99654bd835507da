import { useQuery } from '@tanstack/react-query';
import { dueTrainingQuery } from '../../console/api/library.ts';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { libraryDeskWords } from './words/index.ts';

/** The courses that a person has to take again, for coordinators; nothing where none is due within thirty days. */
export const DueCourses = ({ personId }: { personId: string }) => {
  const { t, formatDate } = useWords(libraryDeskWords);
  const { language } = useSpeech();
  const training = useQuery(dueTrainingQuery);
  const due = training.data?.due.filter(({ person }) => person.id === personId) ?? [];
  if (due.length === 0) return null;
  return (
    <>
      <h3>{t('due.title')}</h3>
      <ul>
        {due.map(({ courseId, title, renewBy }) => (
          <li key={courseId}>
            {title?.[language] ?? t('training.gone')} · {t('due.since')}{' '}
            <time dateTime={renewBy}>{formatDate(renewBy)}</time>
          </li>
        ))}
      </ul>
    </>
  );
};
