import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Facts } from '../../../console/kit/facts.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../../console/kit/page.tsx';
import { disciplineWords } from '../../../console/kit/people.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { documentWords } from '../../words/documents/index.ts';
import { AgendaItem } from './agenda-item.tsx';
import { type MeetingPage as Meeting, meetingQuery } from './calls.ts';
import { BringForm, ChairTools } from './chair-tools.tsx';
import { meetingWords } from './words/index.ts';

const Attendance = ({ meeting }: { meeting: Meeting }) => {
  const { t } = useWords(meetingWords);
  const shared = useConsoleWords();
  const hasBegun = meeting.state === 'running' || meeting.state === 'closed';
  return (
    <ul className="tally">
      {meeting.attendance.map(({ id, name, discipline, agency, isPresent }) => (
        <li key={id}>
          {name} · {disciplineWords(shared.t, discipline)}
          {agency !== '' && ` · ${agency}`}
          {hasBegun && (
            <>
              {' '}
              <StateMark tone={isPresent ? 'good' : 'quiet'}>
                {t(isPresent ? 'meeting.present' : 'meeting.absent')}
              </StateMark>
            </>
          )}
        </li>
      ))}
    </ul>
  );
};

const Agenda = ({ meeting, answer }: { meeting: Meeting; answer: (meeting: Meeting) => void }) => {
  const { t } = useWords(meetingWords);
  return (
    <>
      {meeting.agenda.length === 0 && <Empty>{t('agenda.none')}</Empty>}
      <ol className="cards">
        {meeting.agenda.map((item) => (
          <AgendaItem key={item.caseId} meeting={meeting} item={item} answer={answer} />
        ))}
      </ol>
      {meeting.others > 0 && <p className="hint">{t('agenda.others', { count: meeting.others })}</p>}
    </>
  );
};

const MeetingView = ({ meeting }: { meeting: Meeting }) => {
  const { t, formatDateTime } = useWords(meetingWords);
  const shared = useConsoleWords();
  const documents = useWords(documentWords);
  const client = useQueryClient();
  const answer = (given: Meeting) => {
    client.setQueryData(meetingQuery(given.id).queryKey, given);
    for (const key of ['meetings', 'minutes', 'my-day', 'case', 'cases'])
      void client.invalidateQueries({ queryKey: [key] });
  };
  const lacking = meeting.lacking.map((each) => disciplineWords(shared.t, each)).join(', ');
  return (
    <Page
      title={t('meeting.title', { when: formatDateTime(meeting.heldAt) })}
      kicker={t('meeting.kicker', { number: meeting.number })}
      beside={
        <>
          {meeting.agenda.some(({ state }) => state === 'minuted') && (
            <Link to={`/meetings/${meeting.id}/minutes`}>{documents.t('documents.of-meeting')}</Link>
          )}
          <Link to="/meetings">{t('meeting.back')}</Link>
        </>
      }
    >
      <div className="standing">
        <Facts
          rows={[
            [t('meeting.chair'), <strong key="chair">{meeting.chair.name}</strong>],
            [t('meeting.held'), <Moment key="held" at={meeting.heldAt} />],
            [
              t('meeting.state'),
              <StateMark key="state" tone={meeting.state === 'running' ? 'good' : 'quiet'}>
                {t(`meeting.state.${meeting.state}`)}
              </StateMark>,
            ],
          ]}
        />
      </div>
      {lacking !== '' && meeting.state !== 'called-off' && (
        <Notice tone="careful">
          <p>{t('meeting.lacking', { disciplines: lacking })}</p>
        </Notice>
      )}
      <Part title={t(meeting.state === 'planned' ? 'meetings.whom' : 'meeting.who')}>
        <Attendance meeting={meeting} />
      </Part>
      {meeting.state !== 'called-off' && (
        <Part title={t('agenda.title')}>
          <Agenda meeting={meeting} answer={answer} />
          {meeting.state === 'running' && <BringForm meeting={meeting} answer={answer} />}
        </Part>
      )}
      {meeting.mayChair && <ChairTools meeting={meeting} answer={answer} />}
    </Page>
  );
};

/** One meeting: who is there, what is due, and the minutes of each case. */
export const MeetingPage = () => {
  const { meetingId = '' } = useParams();
  const { t } = useWords(meetingWords);
  const meeting = useQuery(meetingQuery(meetingId));
  if (meeting.data === undefined)
    return (
      <Page title={t('meetings.title')}>
        <Reading of={meeting}>{() => null}</Reading>
      </Page>
    );
  return <MeetingView key={meetingId} meeting={meeting.data} />;
};
