import { useMutation, useQueryClient } from '@tanstack/react-query';
import { beginTotp, confirmTotp } from '../../console/api/community.ts';
import { removeTotp } from '../../console/api/recovery.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { Part } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';
import { recoveryWords } from '../words/recovery/index.ts';

const ConfirmTotp = ({ done }: { done(): void }) => {
  const { t } = useWords(communityWords);
  const form = useForm({
    draft: 'totp',
    initial: { code: '' },
    check: ({ code }) => (/^\d{6}$/.test(code.trim()) ? {} : { code: t('totp.missing') }),
    send: ({ code }) => confirmTotp(code.trim()),
    done,
    said: t('totp.done'),
  });
  return (
    <Form form={form} act={t('totp.confirm')} name={t('totp.title')} lesser>
      <TextBox form={form} name="code" label={t('totp.code')} inputMode="numeric" autoComplete="one-time-code" narrow />
    </Form>
  );
};

/** Sets up an app that shows codes; it counts once its first code was right. */
export const Authenticator = ({ mayRemove = false }: { mayRemove?: boolean }) => {
  const { t } = useWords(communityWords);
  const client = useQueryClient();
  const begin = useMutation({ mutationFn: beginTotp });
  const recovery = useWords(recoveryWords);
  const remove = useMutation({
    mutationFn: removeTotp,
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  });
  const done = () => {
    begin.reset();
    void client.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <Part title={t('totp.title')}>
      <p>{t('totp.words')}</p>
      {remove.error && <RefusalNotice refusal={refusalOf(remove.error)} />}
      {begin.error && <RefusalNotice refusal={refusalOf(begin.error)} />}
      {begin.data ? (
        <>
          <p>{t('totp.scan')}</p>
          <img className="qr" alt={t('totp.qr')} src={`data:image/svg+xml,${encodeURIComponent(begin.data.qrSvg)}`} />
          <p>
            {t('totp.secret')} <span className="secret">{begin.data.secret}</span>
          </p>
          <ConfirmTotp done={done} />
        </>
      ) : (
        <p className="form-acts">
          <button type="button" onClick={() => begin.mutate()} disabled={begin.isPending}>
            {t('totp.begin')}
          </button>
          {mayRemove && (
            <button type="button" onClick={() => remove.mutate()} disabled={remove.isPending}>
              {recovery.t('own.remove-totp')}
            </button>
          )}
        </p>
      )}
    </Part>
  );
};
