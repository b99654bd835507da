import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  acceptInvitation,
  joinByInvitation,
  type OpenedInvitation,
  openInvitation,
} from '../../console/api/community.ts';
import { Choice, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { isLanguage, languages, ownNames } from '../../platform/i18n/index.ts';
import { communityWords } from '../words/index.ts';
import { NewPassword, useNewPassword } from './new-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { forgetSecret, useSecret } from './use-secret.ts';

interface AcceptProps {
  secret: string;
  opened: OpenedInvitation;
  done(codes: readonly string[]): void;
}

const AcceptForm = ({ secret, opened, done }: AcceptProps) => {
  const { t } = useWords(communityWords);
  const { language } = useSpeech();
  const faults = useNewPassword();
  const form = useForm({
    draft: 'invitation',
    initial: { name: opened.name, language: language as string, password: '', repeated: '' },
    check: ({ name, password, repeated }) => ({
      ...(name.trim() === '' && { name: t('invitation.missing-name') }),
      ...faults('password', password, repeated),
    }),
    send: ({ name, language, password }) =>
      acceptInvitation({ secret, name, password, language: isLanguage(language) ? language : 'en' }),
    done: ({ recoveryCodes }) => done(recoveryCodes),
  });
  return (
    <Form form={form} act={t('invitation.act')} name={t('invitation.title', { community: opened.community })}>
      <TextBox form={form} name="name" label={t('invitation.name')} autoComplete="name" />
      <Choice
        form={form}
        name="language"
        label={t('account.language')}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
      <NewPassword form={form} name="password" />
    </Form>
  );
};

const JoinForm = ({ secret, opened, done }: Omit<AcceptProps, 'done'> & { done(): void }) => {
  const { t } = useWords(communityWords);
  const form = useForm({
    draft: 'joining',
    initial: { password: '', code: '' },
    check: ({ password }) => ({ ...(password === '' && { password: t('sign-in.missing-password') }) }),
    send: ({ password, code }) => joinByInvitation({ secret, password, ...(code.trim() === '' ? {} : { code }) }),
    done: () => done(),
  });
  return (
    <Form form={form} act={t('invitation.join')} name={t('invitation.title', { community: opened.community })}>
      <TextBox
        form={form}
        name="password"
        type="password"
        label={t('sign-in.password')}
        autoComplete="current-password"
      />
      <TextBox form={form} name="code" label={t('sign-in.code')} hint={t('sign-in.code-hint')} optional narrow />
    </Form>
  );
};

const Joined = () => {
  const { t } = useWords(communityWords);
  return (
    <Page title={t('invitation.joined')}>
      <p>{t('invitation.joined-words')}</p>
      <p className="form-acts">
        <a className="button primary" href="/console/">
          {t('set-up.sign-in')}
        </a>
      </p>
    </Page>
  );
};

/** Turns an invitation into an account; the secret stays after `#` and never reaches a log. */
export const InvitationPage = () => {
  const { t } = useWords(communityWords);
  const secret = useSecret();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [hasJoined, setHasJoined] = useState(false);
  const opened = useQuery({
    queryKey: ['invitation'],
    queryFn: () => openInvitation(secret),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const done = (made: readonly string[]) => {
    forgetSecret();
    setCodes(made);
  };
  const title = opened.data ? t('invitation.title', { community: opened.data.community }) : t('invitation.one');
  const joined = () => {
    forgetSecret();
    setHasJoined(true);
  };
  if (hasJoined) return <Joined />;
  if (codes)
    return (
      <Page title={t('invitation.done')}>
        <RecoveryCodes codes={codes} />
        <p className="form-acts">
          <a className="button primary" href="/console/">
            {t('set-up.sign-in')}
          </a>
        </p>
      </Page>
    );
  return (
    <Page title={title}>
      <Reading of={opened}>
        {(data) =>
          data.hasAccount ? (
            <>
              <p>{t('invitation.join-words', { email: data.email })}</p>
              <JoinForm secret={secret} opened={data} done={joined} />
            </>
          ) : (
            <>
              <p>{t('invitation.words', { email: data.email })}</p>
              <AcceptForm secret={secret} opened={data} done={done} />
            </>
          )
        }
      </Reading>
    </Page>
  );
};
