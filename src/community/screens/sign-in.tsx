import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Session, signIn } from '../../console/api/community.ts';
import { Refused, refusalOf } from '../../console/api/refusal.ts';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';
import { recoveryWords } from '../words/recovery/index.ts';
import { passkeysWork, signInWithPasskey } from './passkey.ts';

const needsCode = (error: unknown): boolean => refusalOf(error).because === 'code-needed';

/** Signs in; where a code is wanted it asks for it and turns no visible refusal out of that. */
export const useSignInForm = (email: string, done: (session: Session) => void) => {
  const { t } = useWords(communityWords);
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({
    draft: 'sign-in',
    initial: { email, password: '', code: '' },
    check: (values) => ({
      ...(values.email.trim() === '' && { email: t('sign-in.missing-email') }),
      ...(values.password === '' && { password: t('sign-in.missing-password') }),
      ...(asksCode && values.code.trim() === '' && { code: t('sign-in.missing-code') }),
    }),
    send: async ({ email, password, code }): Promise<Session | null> => {
      try {
        return await signIn({ email, password, ...(code && { code }) });
      } catch (error) {
        if (!needsCode(error)) throw error;
        setAsksCode(true);
        return null;
      }
    },
    done: (session) => session && done(session),
    keepAfter: (session) => session === null,
  });
  return { form, asksCode };
};

/** The secrets that a sign-in asks for: the pass phrase, and the code where one is wanted. */
export const PasswordAndCode = ({ form, asksCode }: ReturnType<typeof useSignInForm>) => {
  const { t } = useWords(communityWords);
  return (
    <>
      <TextBox
        form={form}
        name="password"
        type="password"
        label={t('sign-in.password')}
        autoComplete="current-password"
      />
      {asksCode && (
        <TextBox
          form={form}
          name="code"
          label={t('sign-in.code')}
          hint={t('sign-in.code-hint')}
          autoComplete="one-time-code"
          narrow
        />
      )}
    </>
  );
};

export const Passkey = ({ done }: { done(session: Session): void }) => {
  const { t } = useWords(communityWords);
  const enter = useMutation({ mutationFn: signInWithPasskey, onSuccess: done });
  return (
    <div className="passkey">
      <button type="button" onClick={() => enter.mutate()} disabled={enter.isPending}>
        {t('sign-in.passkey')}
      </button>
      {enter.error instanceof Refused && <RefusalNotice refusal={enter.error.refusal} />}
      {enter.error && !(enter.error instanceof Refused) && (
        <Notice role="alert">
          <p>{t('sign-in.passkey-not')}</p>
        </Notice>
      )}
    </div>
  );
};

/** Asks who one is; `again` is the address of whoever was signed in before, whose screens wait behind. */
export const SignIn = ({ again, done }: { again: string | null; done(session: Session): void }) => {
  const { t } = useWords(communityWords);
  const recovery = useWords(recoveryWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const { form, asksCode } = useSignInForm(again ?? '', done);
  useEffect(() => {
    document.title = `${t('sign-in.title')} · Forestall`;
    if (again !== null) heading.current?.focus();
  }, [t, again]);
  useEffect(() => {
    if (asksCode) document.querySelector<HTMLInputElement>('input[name="code"]')?.focus();
  }, [asksCode]);
  const isHere = ['127.0.0.1', 'localhost'].includes(window.location.hostname);
  return (
    <div className="sign-in">
      <h1 ref={heading} tabIndex={-1}>
        {t('sign-in.title')}
      </h1>
      {again !== null && (
        <Notice tone="careful" role="alert">
          <p>{t('sign-in.again')}</p>
        </Notice>
      )}
      <Form form={form} act={t('sign-in.act')} name={t('sign-in.title')}>
        <TextBox form={form} name="email" type="email" label={t('sign-in.email')} autoComplete="username" />
        <PasswordAndCode form={form} asksCode={asksCode} />
      </Form>
      {passkeysWork() && <Passkey done={done} />}
      <p className="hint">
        <a href="/console/forgotten">{recovery.t('forgotten.link')}</a>
      </p>
      {isHere && <p className="hint">{t('sign-in.demo')}</p>}
      <p className="hint">
        <a href="/">{t('sign-in.report')}</a>
      </p>
    </div>
  );
};
