import { useState } from 'react';
import { type AskedRecovery, askRecovery, recoverByCode, recoverByKit } from '../../console/api/recovery.ts';
import { Copy } from '../../console/kit/copy.tsx';
import { TextArea, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Fold, Page } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';
import { recoveryWords } from '../words/recovery/index.ts';
import { NewPassword, useNewPassword } from './new-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Done = (codes: readonly string[]) => void;

const useMissingEmail = () => {
  const { t } = useWords(communityWords);
  return (email: string) => (email.trim() === '' ? { email: t('sign-in.missing-email') } : {});
};

const ByCode = ({ done }: { done: Done }) => {
  const { t } = useWords(recoveryWords);
  const shared = useWords(communityWords);
  const missingEmail = useMissingEmail();
  const faults = useNewPassword();
  const form = useForm({
    draft: 'recovery by code',
    initial: { email: '', code: '', password: '', repeated: '' },
    check: ({ email, code, password, repeated }) => ({
      ...missingEmail(email),
      ...(code.trim() === '' && { code: shared.t('sign-in.missing-code') }),
      ...faults('password', password, repeated),
    }),
    send: ({ email, code, password }) => recoverByCode({ email, code, password }),
    done: () => done([]),
  });
  return (
    <Form form={form} act={t('forgotten.set')} name={t('forgotten.by-code')}>
      <p>{t('forgotten.by-code-words')}</p>
      <TextBox form={form} name="email" type="email" label={shared.t('sign-in.email')} autoComplete="username" />
      <TextBox form={form} name="code" label={t('forgotten.code')} />
      <NewPassword form={form} name="password" />
    </Form>
  );
};

const ByKit = ({ done }: { done: Done }) => {
  const { t } = useWords(recoveryWords);
  const shared = useWords(communityWords);
  const missingEmail = useMissingEmail();
  const faults = useNewPassword();
  const form = useForm({
    draft: 'recovery by kit',
    initial: { email: '', halfA: '', halfB: '', password: '', repeated: '' },
    check: ({ email, halfA, halfB, password, repeated }) => ({
      ...missingEmail(email),
      ...(halfA.trim() === '' && { halfA: t('forgotten.missing-half') }),
      ...(halfB.trim() === '' && { halfB: t('forgotten.missing-half') }),
      ...faults('password', password, repeated),
    }),
    send: ({ repeated: _, ...given }) => recoverByKit(given),
    done: ({ recoveryCodes }) => done(recoveryCodes),
  });
  return (
    <Form form={form} act={t('forgotten.set')} name={t('forgotten.by-kit')}>
      <p>{t('forgotten.by-kit-words')}</p>
      <TextBox form={form} name="email" type="email" label={shared.t('sign-in.email')} autoComplete="username" />
      <TextArea form={form} name="halfA" label={shared.t('kit.half', { half: 'A' })} />
      <TextArea form={form} name="halfB" label={shared.t('kit.half', { half: 'B' })} />
      <NewPassword form={form} name="password" />
    </Form>
  );
};

const Asked = ({ asked }: { asked: AskedRecovery }) => {
  const { t } = useWords(recoveryWords);
  return (
    <Notice tone="careful" title={t('forgotten.asked')} role="status">
      <p>{t('forgotten.asked-number')}</p>
      <p className="secret">{asked.number}</p>
      <p>{t('forgotten.asked-link')}</p>
      <p className="secret">{asked.link}</p>
      <Copy text={asked.link} act={t('forgotten.copy')} />
      <p className="hint">
        {t('forgotten.until')} <Moment at={asked.expiresAt} />
      </p>
    </Notice>
  );
};

const ByTwo = () => {
  const { t } = useWords(recoveryWords);
  const shared = useWords(communityWords);
  const missingEmail = useMissingEmail();
  const [asked, setAsked] = useState<AskedRecovery | null>(null);
  const form = useForm({
    draft: 'recovery by two',
    initial: { email: '' },
    check: ({ email }) => missingEmail(email),
    send: ({ email }) => askRecovery(email),
    done: setAsked,
  });
  if (asked) return <Asked asked={asked} />;
  return (
    <Form form={form} act={t('forgotten.ask')} name={t('forgotten.by-two')}>
      <p>{t('forgotten.by-two-words')}</p>
      <p>{t('forgotten.by-two-lost')}</p>
      <TextBox form={form} name="email" type="email" label={shared.t('sign-in.email')} autoComplete="username" />
    </Form>
  );
};

/** Three ways back in, the one that loses nothing first; none of them says whether an address is known here. */
export const ForgottenPage = () => {
  const { t } = useWords(recoveryWords);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <BackAgain codes={codes} />;
  return (
    <Page title={t('forgotten.title')}>
      <p>{t('forgotten.words')}</p>
      <Fold title={t('forgotten.by-code')}>
        <ByCode done={setCodes} />
      </Fold>
      <Fold title={t('forgotten.by-kit')}>
        <ByKit done={setCodes} />
      </Fold>
      <Fold title={t('forgotten.by-two')}>
        <ByTwo />
      </Fold>
      <p>
        <a href="/console/">{t('forgotten.back')}</a>
      </p>
    </Page>
  );
};

/** The new password holds; where codes were made anew they stand here, once. */
export const BackAgain = ({ codes, waiting = 0 }: { codes: readonly string[]; waiting?: number }) => {
  const { t } = useWords(recoveryWords);
  const shared = useWords(communityWords);
  return (
    <Page title={t('recovered.title')}>
      <p>{t('recovered.words')}</p>
      {waiting > 0 && (
        <Notice tone="careful" title={t('recovered.waiting', { count: waiting })}>
          <p>{t('recovered.waiting-words')}</p>
        </Notice>
      )}
      {codes.length > 0 && <RecoveryCodes codes={codes} />}
      <p className="form-acts">
        <a className="button primary" href="/console/">
          {shared.t('set-up.sign-in')}
        </a>
      </p>
    </Page>
  );
};
