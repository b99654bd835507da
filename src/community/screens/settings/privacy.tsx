import type { Settings } from '../../../console/api/settings.ts';
import { TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { languages, ownNames } from '../../../platform/i18n/index.ts';
import { settingsWords } from '../../words/settings/index.ts';
import { SettingForm, useSetting } from './setting-form.tsx';

const facts = ['controller', 'contact', 'officer', 'authority'] as const;
type Values = Record<string, string>;

/** Who answers for personal data here, and the community's own words below the notice. */
export const PrivacySetting = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  const { language } = useSpeech();
  const { own, ...known } = settings.privacy.value;
  const initial: Values = {
    ...known,
    ...Object.fromEntries(languages.map((each) => [`own.${each}`, own[each]])),
  };
  const form = useSetting({
    subject: 'privacy',
    settings,
    initial,
    fields: (values) => ({
      controller: values.controller ?? '',
      contact: values.contact ?? '',
      officer: values.officer ?? '',
      authority: values.authority ?? '',
      own: {
        en: values['own.en'] ?? '',
        ca: values['own.ca'] ?? '',
        es: values['own.es'] ?? '',
        fr: values['own.fr'] ?? '',
      },
    }),
  });
  const told = (values: Values): [string, string][] => facts.map((fact) => [t(`privacy.${fact}`), values[fact] ?? '']);
  return (
    <>
      <SettingForm form={form} subject="privacy" settings={settings} told={told} initial={initial}>
        <p>{t('privacy.words')}</p>
        {facts.map((fact) => (
          <TextBox
            key={fact}
            form={form}
            name={fact}
            label={t(`privacy.${fact}`)}
            hint={t(`privacy.${fact}-hint`)}
            optional
          />
        ))}
        {languages.map((each) => (
          <Fold key={each} title={t('privacy.own', { language: ownNames[each] })} open={each === language}>
            <TextArea
              form={form}
              name={`own.${each}`}
              label={t('privacy.own', { language: ownNames[each] })}
              rows={6}
              optional
            />
          </Fold>
        ))}
      </SettingForm>
      <p>
        <a href={`/${language}/privacy`}>{t('privacy.see')}</a>
      </p>
    </>
  );
};
