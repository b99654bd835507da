import type { Settings } from '../../../console/api/settings.ts';
import { TextBox } from '../../../console/kit/fields.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { settingsWords } from '../../words/settings/index.ts';
import { SettingForm, useSetting } from './setting-form.tsx';

const urgencies = ['immediate', 'urgent', 'unsorted', 'routine'] as const;
type Values = Record<(typeof urgencies)[number], string>;

const isWhole = (typed: string): boolean => /^\d{1,5}$/.test(typed.trim());

/** How many minutes may pass before a person has looked, by urgency. */
export const ClocksSetting = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  const shared = useConsoleWords();
  const each = <Value,>(of: (urgency: (typeof urgencies)[number]) => Value) =>
    Object.fromEntries(urgencies.map((urgency) => [urgency, of(urgency)])) as Record<(typeof urgencies)[number], Value>;
  const initial: Values = each((urgency) => String(settings.clocks.value[urgency]));
  const form = useSetting({
    subject: 'clocks',
    settings,
    initial,
    fields: (values) => each((urgency) => Number(values[urgency])),
    check: (values) =>
      Object.fromEntries(
        urgencies.filter((urgency) => !isWhole(values[urgency])).map((urgency) => [urgency, t('clocks.whole')]),
      ),
  });
  const told = (values: Values): [string, string][] =>
    urgencies.map((urgency) => [shared.t(`urgency.${urgency}`), values[urgency]]);
  return (
    <SettingForm form={form} subject="clocks" settings={settings} told={told} initial={initial}>
      <p>{t('clocks.words')}</p>
      {urgencies.map((urgency) => (
        <TextBox
          key={urgency}
          form={form}
          name={urgency}
          label={shared.t(`urgency.${urgency}`)}
          hint={t('clocks.minutes')}
          inputMode="numeric"
          narrow
        />
      ))}
    </SettingForm>
  );
};
