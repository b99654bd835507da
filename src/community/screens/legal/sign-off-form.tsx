import { useQueryClient } from '@tanstack/react-query';
import { type LegalProfile, legalProfileQuery, recordSignOff } from '../../../console/api/legal.ts';
import { TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Fold, Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { retentionRuleNames } from '../../contract.ts';
import { legalWords } from '../../words/legal/index.ts';

/** Everything that counsel can confirm, by the name under which it is signed, in words. */
const usePartsOf = ({ bases, consent }: LegalProfile) => {
  const { t, language } = useWords(legalWords);
  return [
    ...retentionRuleNames.map((rule) => ({
      value: `retention-${rule}`,
      label: `${t('legal.periods')}: ${t(`rule.${rule}`)}`,
    })),
    ...bases.map(({ id, document, section, words }) => ({
      value: id,
      label: `${document}, ${section}: ${words[language]}`,
    })),
    { value: 'answering', label: t('legal.answering') },
    ...(consent ? [{ value: 'consent', label: t('legal.consent') }] : []),
  ];
};

/** Records counsel's signature: who, when, and which parts; nothing is ticked beforehand. */
export const SignOffForm = ({ profile }: { profile: LegalProfile }) => {
  const { t } = useWords(legalWords);
  const client = useQueryClient();
  const parts = usePartsOf(profile);
  const form = useForm({
    draft: `sign off ${profile.id}`,
    initial: { counsel: '', office: '', signedOn: '', confirmed: [] as string[] },
    check: (values) => ({
      ...(values.counsel.trim().length < 3 && { counsel: t('sign.missing') }),
      ...(values.office.trim().length < 3 && { office: t('sign.missing') }),
      ...(!/^\d{4}-\d{2}-\d{2}$/.test(values.signedOn.trim()) && { signedOn: t('sign.day-hint') }),
      ...(values.confirmed.length === 0 && { confirmed: t('sign.none') }),
    }),
    send: (values) => recordSignOff({ ...values, profile: profile.id, edition: profile.edition }),
    done: (given) => client.setQueryData(legalProfileQuery.queryKey, given),
    said: t('sign.done'),
  });
  return (
    <Part title={t('sign.title')}>
      <p>{t('sign.words')}</p>
      <Fold title={t('sign.title')}>
        <Form form={form} act={t('sign.act')} name={t('sign.title')} lesser>
          <TextBox form={form} name="counsel" label={t('sign.counsel')} />
          <TextBox form={form} name="office" label={t('sign.office')} />
          <TextBox form={form} name="signedOn" label={t('sign.day')} hint={t('sign.day-hint')} narrow />
          <Ticks form={form} name="confirmed" legend={t('sign.confirmed')} options={parts} />
        </Form>
      </Fold>
    </Part>
  );
};
