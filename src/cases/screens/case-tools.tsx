import { Link } from 'react-router';
import type { OpenedCase } from '../../console/api/cases.ts';
import { Fold, Part } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { CloseForm, ReopenForm } from './closing/closing-forms.tsx';
import { DescriptionForm } from './description-form.tsx';
import { GroupLink } from './groups/group-page.tsx';
import { DeputyForm, OfferForm } from './hand-over-forms.tsx';
import { useReviewOverdue } from './next-step.tsx';
import { ReviewForm } from './review-form.tsx';
import { ReviewedForm } from './reviews/reviewed-form.tsx';
import { reviewWords } from './reviews/words/index.ts';
import { requestWords } from './subject-requests/words/index.ts';

const OpenTools = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const reviews = useWords(reviewWords);
  const isOverdue = useReviewOverdue(opened);
  return (
    <>
      {opened.myPart === 'lead' && (
        <Fold title={t('hand-over.title')}>
          <OfferForm opened={opened} />
        </Fold>
      )}
      <Fold title={t('deputy.title')}>
        <DeputyForm opened={opened} />
      </Fold>
      {!isOverdue && (
        <Fold title={reviews.t('review.record')}>
          <ReviewedForm opened={opened} />
        </Fold>
      )}
      <Fold title={t('review.title')}>
        <ReviewForm opened={opened} />
      </Fold>
      <Fold title={t('description.title')}>
        <DescriptionForm opened={opened} />
      </Fold>
      {opened.myPart === 'lead' && (
        <Fold title={t('close.title')}>
          <CloseForm opened={opened} />
        </Fold>
      )}
    </>
  );
};

/** What lead and deputy can do with the case as a whole. */
export const CaseTools = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const asks = useWords(requestWords);
  if (opened.myPart !== 'lead' && opened.myPart !== 'deputy') return null;
  return (
    <div className="tools">
      <Part title={t('tools.title')}>
        {opened.state === 'open' ? (
          <OpenTools opened={opened} />
        ) : (
          <Fold title={t('case-reopen.title')}>
            <ReopenForm opened={opened} />
          </Fold>
        )}
        <p>
          <Link to={`/cases/${opened.id}/requests`}>{asks.t('asks.open-link')}</Link>
        </p>
        <GroupLink caseId={opened.id} />
      </Part>
    </div>
  );
};
