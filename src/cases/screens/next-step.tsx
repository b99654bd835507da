import { Link } from 'react-router';
import type { OpenedCase } from '../../console/api/cases.ts';
import { Due } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { useNow } from '../../console/kit/now.tsx';
import { Fold } from '../../console/kit/page.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { concernWords } from './concern/words/index.ts';
import { ImminentPlan } from './plan/imminent-plan.tsx';
import { ReviewedForm } from './reviews/reviewed-form.tsx';
import { reviewWords } from './reviews/words/index.ts';
import { presentVisit } from './stages/stage-question.tsx';
import { StageStrip } from './stages/stage-strip.tsx';
import { stageWords } from './stages/words/index.ts';

const onTeam: readonly OpenedCase['myPart'][] = ['lead', 'deputy', 'member'];

/** What the open round of rating asks of this person, or null. */
const useRatingWanted = (opened: OpenedCase): 'rate-now' | 'agree-now' | null => {
  const { person } = useSession();
  const round = opened.concern.rounds.find(({ agreed }) => agreed === null);
  if (!round || opened.state !== 'open' || !onTeam.includes(opened.myPart)) return null;
  if (round.ratings.length === 2) return 'agree-now';
  return round.ratings.some(({ rater }) => rater.id === person.id) ? null : 'rate-now';
};

/** True while the next look at the case should have been taken. */
export const useReviewOverdue = (opened: OpenedCase): boolean => {
  const now = useNow();
  return opened.state === 'open' && opened.nextReviewAt !== null && Date.parse(opened.nextReviewAt) < now;
};

/** The next thing to do, before everything else: the emergency steps, a missed review, a rating that is wanted, the page of the stage. */
export const NextStep = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(stageWords);
  const words = useWords(caseWords);
  const reviews = useWords(reviewWords);
  const concern = useWords(concernWords);
  const visit = presentVisit(opened);
  const wanted = useRatingWanted(opened);
  const isOverdue = useReviewOverdue(opened);
  const leads = opened.myPart === 'lead' || opened.myPart === 'deputy';
  const isImminent = opened.levelOfConcern === 'imminent' && opened.state === 'open';
  return (
    <>
      {isImminent && <ImminentPlan opened={opened} mayPlan={leads} />}
      {isOverdue && leads && (
        <Notice tone="careful" title={reviews.t('review.overdue')}>
          <Fold title={reviews.t('review.record')}>
            <ReviewedForm opened={opened} />
          </Fold>
        </Notice>
      )}
      {wanted && (
        <Notice tone="careful">
          <Link to={`/cases/${opened.id}/concern`}>{concern.t(`concern.${wanted}`)}</Link>
        </Notice>
      )}
      <StageStrip opened={opened} />
      {visit && (
        <p className="form-acts">
          <Link className={isImminent ? 'button' : 'button primary'} to={`/cases/${opened.id}/stage`}>
            {t('stage.begin', { stage: words.t(`stage.${opened.stage}`) })}
          </Link>
          <Due at={visit.dueAt} />
        </p>
      )}
    </>
  );
};
