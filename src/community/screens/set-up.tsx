import { useState } from 'react';
import { type SetUpAnswer, type SetUpInput, setUp } from '../../console/api/community.ts';
import { Choice, TextBox } from '../../console/kit/fields.tsx';
import { Form, type FormOf, useForm } from '../../console/kit/form.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Page, Part } from '../../console/kit/page.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { isLanguage, type Language, languages, ownNames } from '../../platform/i18n/index.ts';
import { type LegalProfileId, legalProfileIds, profileOfCountry, suggestedNumbers } from '../contract.ts';
import { communityWords } from '../words/index.ts';
import { legalWords } from '../words/legal/index.ts';
import { NewPassword, useNewPassword } from './new-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { RecoveryKit } from './recovery-kit.tsx';
import { forgetSecret, useSecret } from './use-secret.ts';

interface Values {
  'community.name': string;
  'community.slug': string;
  'community.country': string;
  /** Empty: the country's. */
  'community.legalProfile': '' | LegalProfileId;
  'community.timeZone': string;
  'community.defaultLanguage': string;
  'community.emergencyNumbers': string;
  crisisName: string;
  crisisNumber: string;
  crisisHours: string;
  'officer.name': string;
  'officer.email': string;
  'officer.password': string;
  repeated: string;
  'officer.code': string;
}

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 41);

const profileIn = (values: Values): LegalProfileId =>
  values['community.legalProfile'] || profileOfCountry(values['community.country']);

const inputOf = (values: Values, secret: string): SetUpInput => {
  const language: Language = isLanguage(values['community.defaultLanguage'])
    ? values['community.defaultLanguage']
    : 'en';
  const legalProfile = profileIn(values);
  const usual = suggestedNumbers[legalProfile];
  const emergency = values['community.emergencyNumbers'].trim();
  const crisis = { number: values.crisisNumber, name: values.crisisName, hours: values.crisisHours };
  return {
    secret,
    community: {
      name: values['community.name'],
      slug: values['community.slug'] || slugOf(values['community.name']),
      country: values['community.country'].toUpperCase(),
      legalProfile,
      timeZone: values['community.timeZone'],
      defaultLanguage: language,
      emergencyNumbers: emergency === '' ? usual.emergencyNumbers : [{ number: emergency, for: 'everything' }],
      crisisLines: values.crisisNumber === '' ? usual.crisisLines : [crisis],
    },
    officer: {
      name: values['officer.name'],
      email: values['officer.email'],
      language,
      password: values['officer.password'],
      ...(values['officer.code'].trim() === '' ? {} : { code: values['officer.code'] }),
    },
  };
};

const useCheck = () => {
  const { t } = useWords(communityWords);
  const faults = useNewPassword();
  return (values: Values): Partial<Record<keyof Values, string>> => {
    const missing: Partial<Record<keyof Values, string>> = {};
    const wanted = {
      'community.name': t('set-up.missing-name'),
      'community.timeZone': t('set-up.missing-zone'),
      'officer.name': t('invitation.missing-name'),
      'officer.email': t('sign-in.missing-email'),
    };
    for (const [name, words] of Object.entries(wanted) as [keyof typeof wanted, string][])
      if (values[name].trim() === '') missing[name] = words;
    if (!/^[a-z]{2}$/i.test(values['community.country'])) missing['community.country'] = t('set-up.missing-country');
    return { ...missing, ...faults('officer.password', values['officer.password'], values.repeated) };
  };
};

const listed = (numbers: readonly { number: string; name?: string }[]): string =>
  numbers.map(({ number, name }) => (name ? `${number} (${name})` : number)).join(', ');

const CommunityFields = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(communityWords);
  const law = useWords(legalWords);
  const usual = suggestedNumbers[profileIn(form.values)];
  return (
    <Part title={t('set-up.community')}>
      <TextBox form={form} name="community.name" label={t('set-up.name')} hint={t('set-up.name-hint')} />
      <TextBox
        form={form}
        name="community.slug"
        label={t('set-up.slug')}
        hint={t('set-up.slug-hint')}
        optional
        narrow
      />
      <TextBox
        form={form}
        name="community.country"
        label={t('set-up.country')}
        hint={t('set-up.country-hint')}
        narrow
      />
      <Choice
        form={form}
        name="community.legalProfile"
        label={law.t('set-up.law')}
        hint={law.t('set-up.law-hint')}
        options={legalProfileIds.map((value) => ({ value, label: law.t(`profile.${value}`) }))}
        optional
      />
      <Choice
        form={form}
        name="community.timeZone"
        label={t('set-up.zone')}
        options={zones.map((zone) => ({ value: zone, label: zone }))}
      />
      <Choice
        form={form}
        name="community.defaultLanguage"
        label={t('set-up.language')}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
      <TextBox
        form={form}
        name="community.emergencyNumbers"
        label={t('set-up.emergency')}
        hint={`${t('set-up.emergency-hint')} ${law.t('set-up.usual', { numbers: listed(usual.emergencyNumbers) })}`}
        optional
        narrow
      />
      <TextBox form={form} name="crisisName" label={t('set-up.crisis-name')} hint={t('set-up.crisis-hint')} optional />
      {usual.crisisLines.length > 0 && (
        <p className="hint">{law.t('set-up.usual', { numbers: listed(usual.crisisLines) })}</p>
      )}
      <TextBox form={form} name="crisisNumber" label={t('set-up.crisis-number')} optional narrow />
      <TextBox form={form} name="crisisHours" label={t('set-up.crisis-hours')} optional narrow />
    </Part>
  );
};

const OfficerFields = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(communityWords);
  return (
    <Part title={t('set-up.officer')}>
      <TextBox form={form} name="officer.name" label={t('invitation.name')} autoComplete="name" />
      <TextBox form={form} name="officer.email" type="email" label={t('sign-in.email')} autoComplete="username" />
      <NewPassword form={form} name="officer.password" />
      <TextBox form={form} name="officer.code" label={t('sign-in.code')} hint={t('set-up.code-hint')} optional narrow />
    </Part>
  );
};

const SetUpForm = ({ secret, done }: { secret: string; done(answer: SetUpAnswer): void }) => {
  const { t } = useWords(communityWords);
  const { language, timeZone } = useSpeech();
  const form = useForm<Values, SetUpAnswer>({
    draft: 'set-up',
    initial: {
      'community.name': '',
      'community.slug': '',
      'community.country': '',
      'community.legalProfile': '',
      'community.timeZone': timeZone,
      'community.defaultLanguage': language,
      'community.emergencyNumbers': '',
      crisisName: '',
      crisisNumber: '',
      crisisHours: '',
      'officer.name': '',
      'officer.email': '',
      'officer.password': '',
      repeated: '',
      'officer.code': '',
    },
    check: useCheck(),
    send: (values) => setUp(inputOf(values, secret)),
    done,
  });
  return (
    <Form form={form} act={t('set-up.act')} name={t('set-up.title')}>
      <CommunityFields form={form} />
      <OfficerFields form={form} />
    </Form>
  );
};

/** Makes the community and its first officer, then shows the recovery kit in two halves and the recovery codes, once. */
export const SetUpPage = () => {
  const { t } = useWords(communityWords);
  const secret = useSecret();
  const [answer, setAnswer] = useState<SetUpAnswer | null>(null);
  const done = (made: SetUpAnswer) => {
    forgetSecret();
    setAnswer(made);
  };
  if (secret === '' && answer === null)
    return (
      <Page title={t('set-up.title')}>
        <Notice tone="bad">
          <p>{t('set-up.no-secret')}</p>
        </Notice>
      </Page>
    );
  if (answer === null)
    return (
      <Page title={t('set-up.title')}>
        <p>{t('set-up.words')}</p>
        <SetUpForm secret={secret} done={done} />
      </Page>
    );
  return (
    <Page title={t('set-up.done')}>
      <RecoveryKit kit={answer.recoveryKit} />
      {answer.recoveryCodes.length > 0 && <RecoveryCodes codes={answer.recoveryCodes} />}
      <p className="form-acts">
        <a className="button primary" href="/console/">
          {t('set-up.sign-in')}
        </a>
      </p>
    </Page>
  );
};
