import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { caseQuery } from '../../../console/api/cases.ts';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import type { MeetingPage } from './calls.ts';
import { MinutesForm } from './minutes-form.tsx';
import { Minutes } from './minutes-list.tsx';
import { meetingWords } from './words/index.ts';

type Item = MeetingPage['agenda'][number];
const lateReasons: readonly string[] = ['review-overdue', 'action-overdue', 'result-overdue', 'inquiry-overdue'];

interface ItemProps {
  meeting: MeetingPage;
  item: Item;
  answer: (meeting: MeetingPage) => void;
}

/** Opens the case when somebody takes minutes, since opening is logged. */
const Writing = ({ meeting, item, answer, done }: ItemProps & { done: () => void }) => {
  const opened = useQuery(caseQuery(item.caseId));
  return (
    <Reading of={opened}>
      {(given) => (
        <MinutesForm
          meetingId={meeting.id}
          opened={given}
          answer={(page) => {
            answer(page);
            done();
          }}
        />
      )}
    </Reading>
  );
};

/** One case on the agenda: why it is there, what was said of it, and the form for its minutes. */
export const AgendaItem = ({ meeting, item, answer }: ItemProps) => {
  const { t } = useWords(meetingWords);
  const words = useWords(caseWords);
  const [shown, setShown] = useState<'nothing' | 'writing' | 'reading'>('nothing');
  const mayRead = item.title !== null && item.state === 'minuted';
  return (
    <li className="card">
      <p className="row-first">
        {item.title === null ? (
          <span>{t('agenda.no-title', { number: item.caseNumber })}</span>
        ) : (
          <Link to={`/cases/${item.caseId}`}>{item.title}</Link>
        )}
        <StateMark tone={item.state === 'minuted' ? 'good' : 'quiet'}>{t(`agenda.${item.state}`)}</StateMark>
      </p>
      <p className="hint">
        <span className="number">{item.caseNumber}</span> · {words.t(`level.${item.levelOfConcern}`)} ·{' '}
        {t('agenda.led', { lead: item.lead.name, deputy: item.deputy.name })}
      </p>
      <p className="row-second">
        {item.reasons.map((reason) => (
          <StateMark key={reason} tone={lateReasons.includes(reason) ? 'late' : 'quiet'}>
            {t(`reason.${reason}`)}
          </StateMark>
        ))}
      </p>
      {shown === 'nothing' && (item.mayWrite || mayRead) && (
        <div className="form-acts">
          {item.mayWrite && (
            <button type="button" onClick={() => setShown('writing')}>
              {t(item.state === 'minuted' ? 'minutes.more' : 'minutes.take')}
            </button>
          )}
          {mayRead && (
            <button type="button" onClick={() => setShown('reading')}>
              {t('minutes.read')}
            </button>
          )}
        </div>
      )}
      {shown === 'reading' && <Minutes caseId={item.caseId} meetingId={meeting.id} />}
      {shown === 'writing' && (
        <Writing meeting={meeting} item={item} answer={answer} done={() => setShown('nothing')} />
      )}
    </li>
  );
};
