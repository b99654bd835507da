import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  type SaveSettingInput,
  type SettingSubject,
  type Settings,
  saveSetting,
} from '../../../console/api/settings.ts';
import { Facts } from '../../../console/kit/facts.tsx';
import { Form, type FormOf, useForm } from '../../../console/kit/form.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { settingsWords } from '../../words/settings/index.ts';

type Fields<Subject extends SettingSubject> = Omit<
  Extract<SaveSettingInput, { subject: Subject }>,
  'subject' | 'version'
>;

interface Plan<Subject extends SettingSubject, Values extends object> {
  subject: Subject;
  settings: Settings;
  /** What is saved, as the fields of the form hold it. */
  initial: Values;
  fields: (values: Values) => Fields<Subject>;
  check?: (values: Values) => Partial<Record<keyof Values & string, string>>;
}

/** A form about one subject that knows which version it builds on. */
export function useSetting<Subject extends SettingSubject, Values extends object>(
  plan: Plan<Subject, Values>,
): FormOf<Values> {
  const { t } = useWords(settingsWords);
  const client = useQueryClient();
  const { subject, settings, initial, fields, check } = plan;
  return useForm<Values, unknown>({
    draft: `setting ${subject}`,
    initial,
    ...(check && { check }),
    version: settings[subject].version,
    send: (values, version) => saveSetting({ subject, version, ...fields(values) } as unknown as SaveSettingInput),
    done: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => ['settings', 'session', 'rota'].includes(String(queryKey[0])),
      }),
    said: t('settings.saved'),
  });
}

interface SettingFormProps<Values> {
  form: FormOf<Values>;
  subject: SettingSubject;
  settings: Settings;
  /** The values in words, to be compared where somebody else saved in between. */
  told: (values: Values) => [string, ReactNode][];
  initial: Values;
  children: ReactNode;
}

/** The frame of a subject: who changed it last, somebody's newer state beside one's own, and the one act that saves. */
export function SettingForm<Values>({ form, subject, settings, told, initial, children }: SettingFormProps<Values>) {
  const { t } = useWords(settingsWords);
  const { changedBy, changedAt } = settings[subject];
  return (
    <Part title={t('settings.now')}>
      {changedBy !== null && changedAt !== null && (
        <p className="hint">
          {t('settings.changed', { name: changedBy })} <Moment at={changedAt} />
        </p>
      )}
      <Form form={form} act={t('settings.save')} name={t(`settings.${subject}`)}>
        <Newer form={form} theirs={<Facts rows={told(initial)} />} mine={<Facts rows={told(form.values)} />} />
        {children}
      </Form>
    </Part>
  );
}
