import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  endRequest,
  type IdentityRequest,
  identityRequestsQuery,
  releaseHalf,
  reviewRequest,
} from '../../console/api/identities.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { identityWords } from '../words/index.ts';
import { RecoveryKit } from './kit.tsx';
import { RequestFacts } from './request-facts.tsx';

const Answer = ({ request, done }: { request: IdentityRequest; done(): void }) => {
  const { t } = useWords(identityWords);
  const announce = useAnnounce();
  const after = (said: string) => () => {
    announce(said);
    done();
  };
  const release = useMutation({ mutationFn: () => releaseHalf(request.id), onSuccess: after(t('release.done')) });
  const refuse = useMutation({ mutationFn: () => endRequest(request.id), onSuccess: after(t('refuse.done')) });
  const error = release.error ?? refuse.error;
  const busy = release.isPending || refuse.isPending;
  return (
    <>
      <div className="form-acts">
        <button type="button" className="grave" onClick={() => release.mutate()} disabled={busy}>
          {t('release.act')}
        </button>
        <button type="button" onClick={() => refuse.mutate()} disabled={busy}>
          {t('refuse.act')}
        </button>
      </div>
      {error && <RefusalNotice refusal={refusalOf(error)} />}
    </>
  );
};

const Review = ({ request, done }: { request: IdentityRequest; done(): void }) => {
  const { t } = useWords(identityWords);
  const form = useForm({
    draft: `identity review ${request.id}`,
    initial: { words: '' },
    check: ({ words }) => (words.trim().length < 3 ? { words: t('missing') } : {}),
    send: ({ words }) => reviewRequest(request.id, words),
    done,
    said: t('review.done'),
  });
  return (
    <Form form={form} act={t('review.act')} name={t('review.act')} lesser>
      <TextArea form={form} name="words" label={t('review.words')} hint={t('review.hint')} rows={2} />
    </Form>
  );
};

const Requests = ({ requests, done }: { requests: readonly IdentityRequest[]; done(): void }) =>
  requests.map((request) => <Card key={request.id} request={request} done={done} />);

const Card = ({ request, done }: { request: IdentityRequest; done(): void }) => {
  const { t } = useWords(identityWords);
  return (
    <div className="card">
      <h3>{t('sides.report', { number: request.number })}</h3>
      <RequestFacts request={request} />
      {request.mySide && <Answer request={request} done={done} />}
      {request.mayReview && <Review request={request} done={done} />}
    </div>
  );
};

/** What waits for the reader's side, what both sides did before, and who holds the recovery kit. */
export const SidesPage = () => {
  const { t } = useWords(identityWords);
  const client = useQueryClient();
  const requests = useQuery(identityRequestsQuery);
  const done = () => void client.invalidateQueries({ queryKey: ['identity-requests'] });
  const isMine = (request: IdentityRequest) => request.mySide !== null || request.mayReview;
  return (
    <Page title={t('sides.title')}>
      <Reading of={requests}>
        {({ requests }) => (
          <>
            <Part title={t('sides.pending')}>
              {requests.some(isMine) ? (
                <Requests requests={requests.filter(isMine)} done={done} />
              ) : (
                <Empty>{t('sides.none')}</Empty>
              )}
            </Part>
            {requests.some((request) => !isMine(request)) && (
              <Part title={t('sides.past')}>
                <Requests requests={requests.filter((request) => !isMine(request))} done={done} />
              </Part>
            )}
          </>
        )}
      </Reading>
      <Part title={t('kit.title')}>
        <p>{t('kit.words')}</p>
        <RecoveryKit />
      </Part>
    </Page>
  );
};
