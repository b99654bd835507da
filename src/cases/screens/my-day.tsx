import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type MyDay, myDayQuery } from '../../console/api/cases.ts';
import type { Community } from '../../console/api/client.ts';
import { CommunityLink, CommunityMark } from '../../console/kit/community-link.tsx';
import { StateMark, UrgencyMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { AdviceInMyDay } from './extracts/in-my-day.tsx';
import { meetingWords } from './meetings/words/index.ts';
import { OfferToMe } from './offers.tsx';
import { reviewWords } from './reviews/words/index.ts';
import { SharingInMyDay } from './sharing/in-my-day.tsx';
import { Waiting } from './waiting.tsx';

/** Where one answers what is asked. */
const askedPages = { inquiry: '/inquiries', rating: '/concern', reopening: '', validity: '' } as const;

const OnDuty = ({ onDuty }: { onDuty: MyDay['onDuty'] }) => {
  const { t } = useWords(caseWords);
  return onDuty.map(({ as, until, community }) => (
    <Notice key={community?.slug ?? as} title={t(`day.on-duty-${as}`)}>
      <p>
        <CommunityMark community={community} /> {t('day.until')} <Moment at={until} />
      </p>
    </Notice>
  ));
};

const Reports = ({ day }: { day: MyDay }) => {
  const { t } = useWords(caseWords);
  return (
    <>
      <Waiting title={t('day.reports')} rows={day.reports} keyOf={({ id }) => id} to={({ id }) => `/reports/${id}`}>
        {(report) => (
          <span className="row-first">
            <UrgencyMark urgency={report.urgency} />
            <span className="number">{report.number}</span>
            {report.nextDueAt && <Due at={report.nextDueAt} />}
          </span>
        )}
      </Waiting>
      <Waiting
        title={t('day.handovers')}
        rows={day.handovers}
        keyOf={({ id }) => id}
        to={({ reportId }) => `/reports/${reportId}`}
      >
        {(handover) => (
          <span className="row-first">
            <span className="number">{handover.number}</span>
            <span>{t('day.handover-open')}</span>
            <Due at={handover.dueAt} />
          </span>
        )}
      </Waiting>
    </>
  );
};

const Offered = ({ day }: { day: MyDay }) => {
  const { t } = useWords(caseWords);
  const { community } = useSession();
  const isHere = (one: Community | undefined) => one === undefined || one.slug === community.slug;
  if (day.offers.length === 0) return null;
  return (
    <Part title={t('day.offers')}>
      <ul className="cards">
        {day.offers.map((offer) => (
          <li key={offer.id}>
            <CommunityLink data-row community={offer.community} to={`/cases/${offer.caseId}`}>
              {t('case.kicker', { number: offer.caseNumber })}
            </CommunityLink>{' '}
            <CommunityMark community={offer.community} />
            {isHere(offer.community) && <OfferToMe offer={offer} />}
          </li>
        ))}
      </ul>
    </Part>
  );
};

const Cases = ({ day }: { day: MyDay }) => {
  const { t } = useWords(caseWords);
  return (
    <>
      <Waiting
        title={t('day.actions')}
        rows={day.actions}
        keyOf={({ id }) => id}
        to={({ caseId }) => `/cases/${caseId}`}
      >
        {(action) => (
          <>
            <span className="row-first">
              <span>{action.words ?? t('list.sealed')}</span>
            </span>
            <span className="row-second">
              <Due at={action.dueAt} />
              <span>{t(`action-state.${action.state}`)}</span>
              <span className="number">{action.caseNumber}</span>
            </span>
          </>
        )}
      </Waiting>
      <Waiting
        title={t('day.asked')}
        rows={day.asked}
        keyOf={({ what, caseId, dueAt }) => `${what} ${caseId} ${dueAt}`}
        to={({ what, caseId }) => `/cases/${caseId}${askedPages[what]}`}
      >
        {(asked) => (
          <>
            <span className="row-first">
              <span>{t(`day.asked-${asked.what}`)}</span>
            </span>
            <span className="row-second">
              {asked.what !== 'rating' && <Due at={asked.dueAt} />}
              <span className="number">{asked.caseNumber}</span>
            </span>
          </>
        )}
      </Waiting>
      <Waiting
        title={t('day.reviews')}
        rows={day.reviews}
        keyOf={({ caseId }) => caseId}
        to={({ caseId }) => `/cases/${caseId}`}
      >
        {(review) => (
          <>
            <span className="row-first">
              <span className="number">{review.caseNumber}</span>
              <span>{review.title ?? t('list.sealed')}</span>
            </span>
            <span className="row-second">
              <Due at={review.nextReviewAt} />
              <span>{t(`part.${review.part}`)}</span>
            </span>
          </>
        )}
      </Waiting>
    </>
  );
};

const Meetings = ({ day }: { day: MyDay }) => {
  const { t } = useWords(caseWords);
  const ofMeetings = useWords(meetingWords);
  return (
    <Waiting title={t('day.meetings')} rows={day.meetings} keyOf={({ id }) => id} to={({ id }) => `/meetings/${id}`}>
      {(meeting) => (
        <>
          <span className="row-first">
            <Moment at={meeting.heldAt} />
            {meeting.state === 'running' && <StateMark tone="good">{ofMeetings.t('meeting.state.running')}</StateMark>}
          </span>
          <span className="row-second">
            <span className="number">{meeting.number}</span>
            <span>{meeting.chair.name}</span>
          </span>
        </>
      )}
    </Waiting>
  );
};

const isFree = (day: MyDay): boolean =>
  [
    day.reports,
    day.handovers,
    day.offers,
    day.actions,
    day.asked,
    day.advice,
    day.reviews,
    day.meetings,
    day.sharingEnds,
    day.sharedWithMe,
  ].every((list) => list.length === 0);

/** What waits for the person who is signed in, what is due first on top. */
export const MyDayPage = () => {
  const { t } = useWords(caseWords);
  const { person } = useSession();
  const reviews = useWords(reviewWords);
  const day = useQuery(myDayQuery);
  return (
    <Page title={t('day.title')} kicker={person.name} beside={<Link to="/week">{reviews.t('week.title')}</Link>}>
      <Reading of={day}>
        {(data) => (
          <>
            <OnDuty onDuty={data.onDuty} />
            {isFree(data) && <Empty>{t('day.none')}</Empty>}
            <Offered day={data} />
            <Reports day={data} />
            <Meetings day={data} />
            <Cases day={data} />
            <AdviceInMyDay day={data} />
            <SharingInMyDay day={data} />
          </>
        )}
      </Reading>
    </Page>
  );
};
