import { useMutation } from '@tanstack/react-query';
import { refusalOf } from '../../console/api/refusal.ts';
import { confirmAsk, endAsk, type OpenAsk } from '../../console/api/retention.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { Facts, Words } from '../../console/kit/facts.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { useHasRole, useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { retentionWords } from '../words/index.ts';

const Answer = ({ ask, done }: { ask: OpenAsk; done(): void }) => {
  const { t } = useWords(retentionWords);
  const announce = useAnnounce();
  const isMine = useSession().person.id === ask.askedBy.id;
  const mayConfirm = useHasRole('custodian', 'coordinator') && !isMine;
  const after = (said: string) => () => {
    announce(said);
    done();
  };
  const confirm = useMutation({ mutationFn: () => confirmAsk(ask.id), onSuccess: after(t('confirm.done')) });
  const end = useMutation({ mutationFn: () => endAsk(ask.id), onSuccess: after(t('end.done')) });
  const error = confirm.error ?? end.error;
  const busy = confirm.isPending || end.isPending;
  return (
    <>
      <div className="form-acts">
        {mayConfirm && (
          <button type="button" className="grave" onClick={() => confirm.mutate()} disabled={busy}>
            {t('confirm.act')}
          </button>
        )}
        {(mayConfirm || isMine) && (
          <button type="button" onClick={() => end.mutate()} disabled={busy}>
            {t(isMine ? 'withdraw.act' : 'refuse.act')}
          </button>
        )}
      </div>
      {error && <RefusalNotice refusal={refusalOf(error)} />}
    </>
  );
};

/** What somebody asked for and a second person may confirm. */
export const AskCard = ({ ask, done }: { ask: OpenAsk; done(): void }) => {
  const { t } = useWords(retentionWords);
  return (
    <div className="card">
      <h3>
        {t(`act.${ask.act}`)} · {t(`kind.${ask.recordKind}`)} {ask.number}
      </h3>
      <Facts
        rows={[
          [
            t('asked'),
            <span key="asked">
              {ask.askedBy.name} · <Moment at={ask.askedAt} />
            </span>,
          ],
          [t('lapses'), <Due key="lapses" at={ask.lapsesAt} />],
          ask.reason !== null && [t('reason'), <Words key="reason">{ask.reason}</Words>],
        ]}
      />
      <Answer ask={ask} done={done} />
    </div>
  );
};
