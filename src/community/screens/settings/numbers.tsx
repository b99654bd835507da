import type { Settings } from '../../../console/api/settings.ts';
import { Choice, TextBox } from '../../../console/kit/fields.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { settingsWords } from '../../words/settings/index.ts';
import { SettingForm, useSetting } from './setting-form.tsx';

const places = [0, 1, 2] as const;
const purposes = ['everything', 'police', 'text'] as const;
type Values = Record<string, string>;

const purposeOf = (typed: string | undefined) => purposes.find((purpose) => purpose === typed) ?? 'everything';

/** The numbers to call, as every public page shows them. */
export const NumbersSetting = ({ settings }: { settings: Settings }) => {
  const { t } = useWords(settingsWords);
  const { emergencyNumbers, crisisLines } = settings.numbers.value;
  const initial: Values = Object.fromEntries(
    places.flatMap((at) => [
      [`emergencyNumbers.${at}.number`, emergencyNumbers[at]?.number ?? ''],
      [`emergencyNumbers.${at}.for`, emergencyNumbers[at]?.for ?? ''],
      [`crisisLines.${at}.number`, crisisLines[at]?.number ?? ''],
      [`crisisLines.${at}.name`, crisisLines[at]?.name ?? ''],
      [`crisisLines.${at}.hours`, crisisLines[at]?.hours ?? ''],
    ]),
  );
  const filled = (values: Values, kind: string) =>
    places.filter((at) => (values[`${kind}.${at}.number`] ?? '').trim() !== '');
  const form = useSetting({
    subject: 'numbers',
    settings,
    initial,
    fields: (values) => ({
      emergencyNumbers: filled(values, 'emergencyNumbers').map((at) => ({
        number: values[`emergencyNumbers.${at}.number`] ?? '',
        for: purposeOf(values[`emergencyNumbers.${at}.for`]),
      })),
      crisisLines: filled(values, 'crisisLines').map((at) => ({
        number: values[`crisisLines.${at}.number`] ?? '',
        name: values[`crisisLines.${at}.name`] ?? '',
        hours: values[`crisisLines.${at}.hours`] ?? '',
      })),
    }),
    check: (values) =>
      filled(values, 'emergencyNumbers').length === 0 ? { 'emergencyNumbers.0.number': t('numbers.missing') } : {},
  });
  const told = (values: Values): [string, string][] => [
    [
      t('numbers.emergency'),
      filled(values, 'emergencyNumbers')
        .map((at) => values[`emergencyNumbers.${at}.number`])
        .join(', '),
    ],
    [
      t('numbers.crisis'),
      filled(values, 'crisisLines')
        .map((at) => values[`crisisLines.${at}.number`])
        .join(', '),
    ],
  ];
  return (
    <SettingForm form={form} subject="numbers" settings={settings} told={told} initial={initial}>
      <Part title={t('numbers.emergency')}>
        <p>{t('numbers.words')}</p>
        {places.map((at) => (
          <div key={at} className="field-row">
            <TextBox
              form={form}
              name={`emergencyNumbers.${at}.number`}
              label={t('numbers.number', { at: at + 1 })}
              narrow
              optional={at > 0}
            />
            <Choice
              form={form}
              name={`emergencyNumbers.${at}.for`}
              label={t('numbers.for', { at: at + 1 })}
              options={purposes.map((value) => ({ value, label: t(`numbers.for-${value}`) }))}
              optional={at > 0}
            />
          </div>
        ))}
      </Part>
      <Part title={t('numbers.crisis')}>
        {places.map((at) => (
          <div key={at} className="field-row">
            <TextBox form={form} name={`crisisLines.${at}.name`} label={t('numbers.name', { at: at + 1 })} optional />
            <TextBox
              form={form}
              name={`crisisLines.${at}.number`}
              label={t('numbers.line', { at: at + 1 })}
              narrow
              optional
            />
            <TextBox
              form={form}
              name={`crisisLines.${at}.hours`}
              label={t('numbers.hours', { at: at + 1 })}
              narrow
              optional
            />
          </div>
        ))}
      </Part>
    </SettingForm>
  );
};
