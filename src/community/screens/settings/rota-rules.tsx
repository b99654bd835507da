import type { Settings } from '../../../console/api/settings.ts';
import { TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { settingsWords } from '../../words/settings/index.ts';
import { SettingForm, useSetting } from './setting-form.tsx';

interface Values {
  testPageDays: string;
  holidays: string;
}

type Holiday = Settings['rota']['value']['holidays'][number];

const linesOf = (holidays: readonly Holiday[]): string => holidays.map(({ day, name }) => `${day} ${name}`).join('\n');

const holidaysIn = (typed: string): Holiday[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ day: line.slice(0, 10), name: line.slice(10).trim() }));

/** The community's days off, and how long an acknowledged test page counts. */
export const RotaRulesSetting = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  const { testPageDays, holidays } = settings.rota.value;
  const initial: Values = { testPageDays: String(testPageDays), holidays: linesOf(holidays) };
  const form = useSetting({
    subject: 'rota',
    settings,
    initial,
    fields: (values) => ({ testPageDays: Number(values.testPageDays), holidays: holidaysIn(values.holidays) }),
    check: (values) => ({
      ...(!/^\d{1,3}$/.test(values.testPageDays.trim()) && { testPageDays: t('clocks.whole') }),
      ...(!holidaysIn(values.holidays).every(({ day, name }) => /^\d{4}-\d{2}-\d{2}$/.test(day) && name !== '') && {
        holidays: t('rota-rules.holidays-wrong'),
      }),
    }),
  });
  const told = (values: Values): [string, string][] => [
    [t('rota-rules.days'), values.testPageDays],
    [t('rota-rules.holidays'), values.holidays],
  ];
  return (
    <SettingForm form={form} subject="rota" settings={settings} told={told} initial={initial}>
      <TextBox
        form={form}
        name="testPageDays"
        label={t('rota-rules.days')}
        hint={t('rota-rules.days-hint')}
        inputMode="numeric"
        narrow
      />
      <TextArea
        form={form}
        name="holidays"
        label={t('rota-rules.holidays')}
        hint={t('rota-rules.holidays-hint')}
        rows={8}
        optional
      />
    </SettingForm>
  );
};
