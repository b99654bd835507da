import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { completeRecovery, type OpenedRecovery, openRecovery, type Recovered } from '../../console/api/recovery.ts';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { recoveryWords } from '../words/recovery/index.ts';
import { BackAgain } from './forgotten.tsx';
import { NewPassword, useNewPassword } from './new-password.tsx';
import { forgetSecret, useSecret } from './use-secret.ts';

const needed = 2;

const Waiting = ({ opened }: { opened: OpenedRecovery }) => {
  const { t } = useWords(recoveryWords);
  return (
    <Notice tone="careful" title={t('recovery.waiting', { count: needed - opened.confirmations })} role="status">
      <p>{t('forgotten.asked-number')}</p>
      <p className="secret">{opened.number}</p>
      <p className="hint">
        {t('forgotten.until')} <Moment at={opened.expiresAt} />
      </p>
    </Notice>
  );
};

const NewPasswordForm = ({ secret, done }: { secret: string; done(recovered: Recovered): void }) => {
  const { t } = useWords(recoveryWords);
  const faults = useNewPassword();
  const form = useForm({
    draft: 'recovery',
    initial: { password: '', repeated: '' },
    check: ({ password, repeated }) => faults('password', password, repeated),
    send: ({ password }) => completeRecovery({ secret, password }),
    done,
  });
  return (
    <Form form={form} act={t('forgotten.set')} name={t('recovery.title')}>
      <p>{t('recovery.confirmed')}</p>
      <p>{t('forgotten.by-two-lost')}</p>
      <NewPassword form={form} name="password" />
    </Form>
  );
};

/** Where one waits for two colleagues and then sets a new password; the secret stays after `#` and never reaches a log. */
export const RecoveryPage = () => {
  const { t } = useWords(recoveryWords);
  const secret = useSecret();
  const [recovered, setRecovered] = useState<Recovered | null>(null);
  const opened = useQuery({
    queryKey: ['recovery'],
    queryFn: () => openRecovery(secret),
    refetchInterval: recovered ? false : 5_000,
    retry: false,
  });
  const done = (made: Recovered) => {
    forgetSecret();
    setRecovered(made);
  };
  if (recovered) return <BackAgain codes={recovered.recoveryCodes} waiting={recovered.waiting} />;
  return (
    <Page title={t('recovery.title')}>
      <Reading of={opened}>
        {(data) =>
          data.confirmations < needed ? <Waiting opened={data} /> : <NewPasswordForm secret={secret} done={done} />
        }
      </Reading>
    </Page>
  );
};
