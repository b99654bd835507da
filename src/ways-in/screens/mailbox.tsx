import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Mailbox, mailboxQuery, type SaveMailboxInput, saveMailbox } from '../../console/api/ways-in.ts';
import { Choice, TextArea, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Ago } from '../../console/kit/moments.tsx';
import { Fold, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { Tick } from '../../console/kit/ticks.tsx';
import { mailboxWords } from './words/mailbox/index.ts';

const Standing = ({ mailbox }: { mailbox: Mailbox }) => {
  const { t } = useWords(mailboxWords);
  if (mailbox.host === '') return <p>{t('mailbox.none')}</p>;
  return (
    <p>
      {t('mailbox.named', { user: mailbox.user, host: mailbox.host })} {t('mailbox.taken', { count: mailbox.taken })}{' '}
      {mailbox.trouble !== null && <StateMark tone="late">{t(`mailbox.trouble.${mailbox.trouble}`)}</StateMark>}{' '}
      {mailbox.checkedAt !== null && (
        <>
          {t('mailbox.checked')} <Ago at={mailbox.checkedAt} />
        </>
      )}
    </p>
  );
};

type Values = Omit<SaveMailboxInput, 'version' | 'port'> & { port: string };

const MailboxForm = ({ mailbox }: { mailbox: Mailbox }) => {
  const { t } = useWords(mailboxWords);
  const client = useQueryClient();
  const { host, port, isTlsFromStart, user, folder, afterwards, answers, authority } = mailbox;
  const form = useForm<Values, Mailbox>({
    draft: 'mailbox',
    initial: { host, port: String(port), isTlsFromStart, user, secret: '', folder, afterwards, answers, authority },
    check: (values) => (/^\d{1,5}$/.test(values.port.trim()) ? {} : { port: t('mailbox.port-wrong') }),
    version: mailbox.version,
    send: (values, version) => saveMailbox({ ...values, port: Number(values.port), version }),
    done: (saved) => client.setQueryData(mailboxQuery.queryKey, saved),
    said: t('mailbox.saved'),
  });
  return (
    <Form form={form} act={t('mailbox.save')} name={t('mailbox.title')} lesser>
      <TextBox form={form} name="host" label={t('mailbox.host')} hint={t('mailbox.host-hint')} optional />
      <TextBox
        form={form}
        name="port"
        label={t('mailbox.port')}
        hint={t('mailbox.port-hint')}
        inputMode="numeric"
        narrow
      />
      <Tick form={form} name="isTlsFromStart" label={t('mailbox.tls')} />
      <TextArea
        form={form}
        name="authority"
        label={t('mailbox.authority')}
        hint={t('mailbox.authority-hint')}
        optional
      />
      <TextBox form={form} name="user" label={t('mailbox.user')} optional />
      <TextBox
        form={form}
        name="secret"
        type="password"
        label={t('mailbox.password')}
        hint={t(mailbox.hasSecret ? 'mailbox.password-kept' : 'mailbox.password-hint')}
        autoComplete="new-password"
        optional
      />
      <TextBox form={form} name="folder" label={t('mailbox.folder')} />
      <Choice
        form={form}
        name="afterwards"
        label={t('mailbox.afterwards')}
        hint={t('mailbox.afterwards-hint')}
        options={(['keep', 'remove'] as const).map((value) => ({ value, label: t(`mailbox.${value}`) }))}
      />
      <Tick form={form} name="answers" label={t('mailbox.answers')} />
    </Form>
  );
};

/** The mailbox whose mails become reports: how the last look into it went, and its settings. */
export const MailboxPart = () => {
  const { t } = useWords(mailboxWords);
  const mailbox = useQuery(mailboxQuery);
  return (
    <Part title={t('mailbox.title')}>
      <p>{t('mailbox.words')}</p>
      <Reading of={mailbox}>
        {(data) => (
          <>
            <Standing mailbox={data} />
            <Fold title={t('mailbox.settings')}>
              <MailboxForm key={data.version} mailbox={data} />
            </Fold>
          </>
        )}
      </Reading>
    </Part>
  );
};
