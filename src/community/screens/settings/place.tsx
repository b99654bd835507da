import type { Settings } from '../../../console/api/settings.ts';
import { Choice } from '../../../console/kit/fields.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { isLanguage, languages, ownNames } from '../../../platform/i18n/index.ts';
import { settingsWords } from '../../words/settings/index.ts';
import { SettingForm, useSetting } from './setting-form.tsx';

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

interface Values {
  timeZone: string;
  languages: string[];
}

/** On whose clocks times are told, and in which languages the public pages are offered. */
export const PlaceSetting = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  const { timeZone, languages: offered, defaultLanguage } = settings.place.value;
  const initial: Values = { timeZone, languages: [...offered] };
  const form = useSetting({
    subject: 'place',
    settings,
    initial,
    fields: (values) => ({ timeZone: values.timeZone, languages: values.languages.filter(isLanguage) }),
    check: (values) =>
      values.languages.includes(defaultLanguage)
        ? {}
        : { languages: t('place.first', { language: ownNames[defaultLanguage] }) },
  });
  const told = (values: Values): [string, string][] => [
    [t('place.zone'), values.timeZone],
    [t('place.languages'), values.languages.join(', ')],
  ];
  return (
    <SettingForm form={form} subject="place" settings={settings} told={told} initial={initial}>
      <Choice
        form={form}
        name="timeZone"
        label={t('place.zone')}
        options={zones.map((zone) => ({ value: zone, label: zone }))}
      />
      <Ticks
        form={form}
        name="languages"
        legend={t('place.languages')}
        hint={t('place.languages-hint')}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
    </SettingForm>
  );
};
