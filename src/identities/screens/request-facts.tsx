import type { IdentityRequest } from '../../console/api/identities.ts';
import { Facts, Words } from '../../console/kit/facts.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { identityWords } from '../words/index.ts';

const State = ({ request }: { request: IdentityRequest }) => {
  const { t } = useWords(identityWords);
  if (request.closedBecause) return <StateMark>{t(`closed.${request.closedBecause}`)}</StateMark>;
  return <StateMark tone={request.state === 'open' ? 'good' : 'quiet'}>{t(`state.${request.state}`)}</StateMark>;
};

const Half = ({ released }: { released: IdentityRequest['custodian'] }) => {
  const { t } = useWords(identityWords);
  if (released === null) return t('half.waiting');
  return (
    <>
      {released.by.name} · <Moment at={released.at} />
    </>
  );
};

/** Who asked for what until when, who released which half, and why. */
export const RequestFacts = ({ request }: { request: IdentityRequest }) => {
  const { t } = useWords(identityWords);
  const isLive = request.state !== 'closed';
  return (
    <>
      <Facts
        rows={[
          [t('state'), <State key="state" request={request} />],
          request.isEmergency && [t('emergency'), t('emergency.is')],
          [
            t('asked'),
            <span key="asked">
              {request.askedBy.name} · <Moment at={request.askedAt} />
            </span>,
          ],
          request.state === 'asked' && [t('answer-due'), <Due key="due" at={request.answerDueAt} />],
          isLive && [t('expires'), <Due key="expires" at={request.expiresAt} />],
          [t('half.custodian'), <Half key="custodian" released={request.custodian} />],
          [t('half.overseer'), <Half key="overseer" released={request.overseer} />],
          request.tellReporterAt !== null && [t('told'), <Moment key="told" at={request.tellReporterAt} />],
          request.tellAfterDays > 0 && [t('delay'), t('delay.days', { count: request.tellAfterDays })],
          request.reviewedBy !== null && [t('reviewed'), request.reviewedBy.name],
        ]}
      />
      {request.why && (
        <Facts
          rows={[
            [t('reason'), <Words key="reason">{request.why.reason}</Words>],
            [t('legal-basis'), <Words key="basis">{request.why.legalBasis}</Words>],
            [t('plan'), <Words key="plan">{request.why.plan}</Words>],
            request.why.delayReason !== '' && [t('delay-reason'), <Words key="delay">{request.why.delayReason}</Words>],
          ]}
        />
      )}
    </>
  );
};
