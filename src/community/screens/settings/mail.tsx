import { useMutation } from '@tanstack/react-query';
import { refusalOf } from '../../../console/api/refusal.ts';
import { type Settings, sendTestMail } from '../../../console/api/settings.ts';
import { TextBox } from '../../../console/kit/fields.tsx';
import { Notice, RefusalNotice } from '../../../console/kit/notice.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import { settingsWords } from '../../words/settings/index.ts';
import { SettingForm, useSetting } from './setting-form.tsx';

interface Values {
  host: string;
  port: string;
  isTlsFromStart: boolean;
  user: string;
  secret: string;
  from: string;
}

const TestMail = () => {
  const { t } = useWords(settingsWords);
  const { person } = useSession();
  const test = useMutation({ mutationFn: sendTestMail });
  return (
    <Part title={t('smtp.test')}>
      <p>{t('smtp.test-words', { address: person.email })}</p>
      {test.error && <RefusalNotice refusal={refusalOf(test.error)} />}
      {test.data && (
        <Notice tone={test.data.isTaken ? 'good' : 'bad'} role="status">
          <p>{t(test.data.isTaken ? 'smtp.taken' : 'smtp.not-taken')}</p>
        </Notice>
      )}
      <button type="button" disabled={test.isPending} onClick={() => test.mutate()}>
        {t('smtp.test')}
      </button>
    </Part>
  );
};

/** The server by which mail leaves, and a message that shows whether it does. */
export const MailSetting = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  const { host, port, isTlsFromStart, user, from, hasSecret } = settings.mail.value;
  const initial: Values = { host, port: String(port), isTlsFromStart, user, secret: '', from };
  const form = useSetting({
    subject: 'mail',
    settings,
    initial,
    fields: (values) => ({ ...values, port: Number(values.port) }),
    check: (values) => (/^\d{1,5}$/.test(values.port.trim()) ? {} : { port: t('clocks.whole') }),
  });
  const told = (values: Values): [string, string][] => [
    [t('smtp.host'), `${values.host}:${values.port}`],
    [t('smtp.user'), values.user],
    [t('smtp.from'), values.from],
  ];
  return (
    <>
      <SettingForm form={form} subject="mail" settings={settings} told={told} initial={initial}>
        <p>{t('smtp.words')}</p>
        <TextBox form={form} name="host" label={t('smtp.host')} optional />
        <TextBox form={form} name="port" label={t('smtp.port')} hint={t('smtp.port-hint')} inputMode="numeric" narrow />
        <Tick form={form} name="isTlsFromStart" label={t('smtp.tls')} />
        <TextBox form={form} name="user" label={t('smtp.user')} optional />
        <TextBox
          form={form}
          name="secret"
          type="password"
          label={t('smtp.password')}
          hint={t(hasSecret ? 'settings.secret-kept' : 'smtp.password-hint')}
          autoComplete="new-password"
          optional
        />
        <TextBox form={form} name="from" type="email" label={t('smtp.from')} optional />
      </SettingForm>
      <TestMail />
    </>
  );
};
