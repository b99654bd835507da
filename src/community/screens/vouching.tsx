import { useQuery, useQueryClient } from '@tanstack/react-query';
import { confirmRecovery, type RecoveryRequest, recoveryRequestsQuery } from '../../console/api/recovery.ts';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Ago, Moment } from '../../console/kit/moments.tsx';
import { Part } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { recoveryWords } from '../words/recovery/index.ts';

const RequestCard = ({ request }: { request: RecoveryRequest }) => {
  const { t } = useWords(recoveryWords);
  const client = useQueryClient();
  const form = useForm({
    draft: `vouch ${request.id}`,
    initial: { number: '' },
    check: ({ number }) => (number.trim() === '' ? { number: t('vouch.missing') } : {}),
    send: ({ number }) => confirmRecovery(request.id, number),
    done: () => client.invalidateQueries({ queryKey: ['recovery-requests'] }),
    said: t('vouch.done'),
  });
  return (
    <li className="card">
      <h3>{request.person.name}</h3>
      <p>
        {t('vouch.asked')} <Ago at={request.askedAt} /> · {t('forgotten.until')} <Moment at={request.expiresAt} />
      </p>
      {request.confirmedBy && <p>{t('vouch.first', { name: request.confirmedBy.name })}</p>}
      <Form form={form} act={t('vouch.act')} name={t('vouch.act-one', { name: request.person.name })} grave lesser>
        <TextBox form={form} name="number" label={t('vouch.number')} hint={t('vouch.number-hint')} narrow />
      </Form>
    </li>
  );
};

/** Colleagues who ask for a new way to sign in: two different people vouch for each, having seen or heard them. */
export const Vouching = () => {
  const { t } = useWords(recoveryWords);
  const { data } = useQuery(recoveryRequestsQuery);
  if (!data || data.requests.length === 0) return null;
  return (
    <Part title={t('vouch.title')}>
      <p>{t('vouch.words')}</p>
      <ul className="cards">
        {data.requests.map((request) => (
          <RequestCard key={request.id} request={request} />
        ))}
      </ul>
    </Part>
  );
};
