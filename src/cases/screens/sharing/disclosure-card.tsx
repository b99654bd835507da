import { useQueryClient } from '@tanstack/react-query';
import { Facts } from '../../../console/kit/facts.tsx';
import { TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Due, Moment } from '../../../console/kit/moments.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { type Disclosure, sharingQuery, withdrawDisclosure } from './calls.ts';
import { ParcelView } from './parcel-view.tsx';
import { sharingWords } from './words/index.ts';

const WithdrawForm = ({ caseId, disclosure }: { caseId: string; disclosure: Disclosure }) => {
  const { t } = useWords(sharingWords);
  const client = useQueryClient();
  const form = useForm({
    draft: `withdraw ${disclosure.id}`,
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 3 ? { reason: t('withdraw.missing') } : {}),
    send: ({ reason }) => withdrawDisclosure(caseId, disclosure.id, reason),
    done: (answer) => client.setQueryData(sharingQuery(caseId).queryKey, answer),
    said: t('withdraw.done'),
  });
  return (
    <Form form={form} act={t('withdraw.act')} name={t('withdraw.title')} lesser>
      <p>{t('withdraw.words')}</p>
      <TextArea form={form} name="reason" label={t('withdraw.reason')} rows={2} />
    </Form>
  );
};

/** Whether the one reading of a view has taken place. */
const useViewState = () => {
  const { t } = useWords(sharingWords);
  return ({ openedAt, closedAt }: NonNullable<Disclosure['view']>) => {
    if (openedAt)
      return (
        <>
          {t('card.opened')} <Moment at={openedAt} />
        </>
      );
    return closedAt ? t('card.closed') : t('card.not-opened');
  };
};

/** One disclosure as it is on record: what, to whom, on which ground, until when, and what became of it. */
export const DisclosureCard = ({
  caseId,
  disclosure,
  mayShare,
}: {
  caseId: string;
  disclosure: Disclosure;
  mayShare: boolean;
}) => {
  const { t } = useWords(sharingWords);
  const viewState = useViewState();
  const { recipient, basis, ended, view, parcel } = disclosure;
  const count = parcel.statements.length;
  return (
    <li className="card">
      <p className="row-first">
        <span>{recipient.name}</span>
        <StateMark tone={ended ? 'quiet' : 'good'}>{t(ended ? `card.${ended.because}` : 'card.in-force')}</StateMark>
        {disclosure.isEmergency && <StateMark tone="late">{t('card.emergency')}</StateMark>}
      </p>
      <p className="hint">
        {t(`card.gave.${disclosure.gives}`, { count })} · {t(`gone.${disclosure.way}`)}
      </p>
      <Facts
        rows={[
          [t('card.by'), disclosure.by.name],
          [t('card.at'), <Moment key="at" at={disclosure.at} />],
          [
            t('card.until'),
            ended ? <Moment key="until" at={disclosure.endsAt} /> : <Due key="until" at={disclosure.endsAt} />,
          ],
          [
            t('card.basis'),
            `${[basis.document, basis.section, basis.note].filter(Boolean).join(', ')}. ${t(
              basis.verified ? 'basis.verified' : 'basis.unverified',
            )}`,
          ],
          [t('card.necessity'), disclosure.necessity],
          recipient.reach !== '' && [t('card.reach'), recipient.reach],
          view !== null && [t('card.view'), <span key="view">{viewState(view)}</span>],
          ended?.reason != null && [t('card.reason'), ended.reason],
        ]}
      />
      <Fold title={t('card.what')}>
        <ParcelView parcel={parcel} withFacts />
      </Fold>
      {mayShare && !ended && (
        <Fold title={t('withdraw.title')}>
          <WithdrawForm caseId={caseId} disclosure={disclosure} />
        </Fold>
      )}
    </li>
  );
};
