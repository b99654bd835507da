import type { MyDay } from '../../../console/api/cases.ts';
import { Moment } from '../../../console/kit/moments.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import { Waiting } from '../waiting.tsx';
import { extractWords } from './words/index.ts';

/** What one is asked as a consultant, and whether one has answered. */
export const AdviceInMyDay = ({ day }: { day: MyDay }) => {
  const { t } = useWords(extractWords);
  const words = useWords(caseWords);
  return (
    <Waiting title={t('advice.title')} rows={day.advice} keyOf={({ id }) => id} to={({ id }) => `/advice/${id}`}>
      {({ caseNumber, givenAt, isAnswered }) => (
        <span className="row-first">
          <span>{words.t('case.kicker', { number: caseNumber })}</span>
          <span>{t(isAnswered ? 'advice.answered' : 'advice.waits')}</span>
          <Moment at={givenAt} />
        </span>
      )}
    </Waiting>
  );
};
