import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { caseQuery, type OpenedCase } from '../../console/api/cases.ts';
import { Facts, Words } from '../../console/kit/facts.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { KeepingPart } from '../../retention/screens/part-of-record.tsx';
import { documentWords } from '../words/documents/index.ts';
import { caseWords } from '../words/index.ts';
import { Actions } from './actions.tsx';
import { CaseReports } from './case-reports.tsx';
import { CaseTools } from './case-tools.tsx';
import { ClosingStory, ReopeningQuestions } from './closing/closing-story.tsx';
import { concernWords } from './concern/words/index.ts';
import { LeadStory } from './lead-story.tsx';
import { NextStep } from './next-step.tsx';
import { Offers } from './offers.tsx';
import { Reviews } from './reviews/reviewed-form.tsx';
import { PastValidity, ValidityAsked } from './reviews/validity.tsx';
import { reviewWords } from './reviews/words/index.ts';
import { Statements } from './statements/statements.tsx';
import { Team } from './team.tsx';

const Standing = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const concern = useWords(concernWords);
  return (
    <div className="standing">
      <Facts
        rows={[
          [t('case.lead'), <strong key="lead">{opened.lead.name}</strong>],
          [t('case.deputy'), opened.deputy.name],
          [
            t('case.state'),
            <StateMark key="state" tone={opened.state === 'open' ? 'quiet' : 'good'}>
              {opened.closingReason ? t(`closing.${opened.closingReason}`) : t(`stage.${opened.stage}`)}
            </StateMark>,
          ],
          opened.nextReviewAt !== null && [
            t('case.next-review'),
            <span key="review">
              <Moment at={opened.nextReviewAt} /> · <Due at={opened.nextReviewAt} />
            </span>,
          ],
          [
            t('case.level'),
            <span key="level">
              <strong>{t(`level.${opened.levelOfConcern}`)}</strong> ·{' '}
              <Link to={`/cases/${opened.id}/concern`}>{concern.t('concern.open')}</Link>
            </span>,
          ],
          [t('case.opened'), <Moment key="opened" at={opened.openedAt} />],
        ]}
      />
    </div>
  );
};

const CaseView = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const reviews = useWords(reviewWords);
  const documents = useWords(documentWords);
  const print = (
    <>
      <Link to={`/cases/${opened.id}/documents`}>{documents.t('documents.title')}</Link>
      <button type="button" onClick={() => window.print()}>
        {t('case.print')}
      </button>
    </>
  );
  return (
    <Page title={opened.title} kicker={t('case.kicker', { number: opened.number })} beside={print}>
      <Standing opened={opened} />
      <Offers opened={opened} />
      <ReopeningQuestions opened={opened} />
      <ValidityAsked opened={opened} />
      <NextStep opened={opened} />
      {opened.summary && <Words>{opened.summary}</Words>}
      <Part title={t('actions.title')}>
        <Actions opened={opened} />
      </Part>
      <Part title={t('statements.title')}>
        <Statements opened={opened} />
      </Part>
      <Part title={t('reports.title')}>
        <CaseReports opened={opened} />
      </Part>
      <Part title={t('team.title')}>
        <Team opened={opened} />
      </Part>
      {opened.reviews.length > 0 && (
        <Part title={reviews.t('review.past')}>
          <Reviews opened={opened} />
        </Part>
      )}
      <PastValidity opened={opened} />
      <ClosingStory opened={opened} />
      <Part title={t('leads.title')}>
        <LeadStory opened={opened} />
      </Part>
      <CaseTools opened={opened} />
      <KeepingPart kind="case" id={opened.id} />
    </Page>
  );
};

/** One case, opened: who leads it and what is due, what is known, what is being done, and who is on it. */
export const CasePage = () => {
  const { caseId = '' } = useParams();
  const { t } = useWords(caseWords);
  const opened = useQuery(caseQuery(caseId));
  if (opened.data === undefined)
    return (
      <Page title={t('case.one')}>
        <Reading of={opened}>{() => null}</Reading>
      </Page>
    );
  return <CaseView key={caseId} opened={opened.data} />;
};
