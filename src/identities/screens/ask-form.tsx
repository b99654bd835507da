import { askForIdentity } from '../../console/api/identities.ts';
import { TextArea, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { Tick } from '../../console/kit/ticks.tsx';
import { identityWords } from '../words/index.ts';
import { newSessionKeys } from './browser-box.ts';
import { keepSessionKey } from './kept-session-keys.ts';

const empty = {
  reason: '',
  legalBasis: '',
  plan: '',
  hours: '24',
  isEmergency: false,
  tellAfterDays: '0',
  delayReason: '',
};
const isWhole = (text: string, least: number, most: number) =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;

/** Asks both sides to open the identity in this browser; its key is made here and its private part stays here. */
export const AskForm = ({ reportId, done }: { reportId: string; done(): void }) => {
  const { t } = useWords(identityWords);
  const form = useForm({
    draft: `identity ${reportId}`,
    initial: empty,
    check: (values) => ({
      ...(values.reason.trim().length < 3 && { reason: t('missing') }),
      ...(values.legalBasis.trim().length < 3 && { legalBasis: t('missing') }),
      ...(values.plan.trim().length < 3 && { plan: t('missing') }),
      ...(!isWhole(values.hours, 1, 72) && { hours: t('hours.hint') }),
      ...(!isWhole(values.tellAfterDays, 0, 30) && { tellAfterDays: t('delay.hint') }),
      ...(values.tellAfterDays !== '0' && values.delayReason.trim().length < 3 && { delayReason: t('missing') }),
    }),
    send: async ({ hours, tellAfterDays, ...values }) => {
      const keys = await newSessionKeys();
      const input = { ...values, hours: Number(hours), tellAfterDays: Number(tellAfterDays) };
      const { id } = await askForIdentity(reportId, { ...input, sessionKey: keys.publicKey });
      await keepSessionKey(id, keys);
    },
    done,
    said: t('ask.done'),
  });
  return (
    <Form form={form} act={t('ask.act')} name={t('ask.act')} lesser>
      <p className="hint">{t('ask.browser')}</p>
      <TextArea form={form} name="reason" label={t('reason')} rows={2} />
      <TextBox form={form} name="legalBasis" label={t('legal-basis')} hint={t('legal-basis.hint')} />
      <TextArea form={form} name="plan" label={t('plan')} hint={t('plan.hint')} rows={2} />
      <TextBox form={form} name="hours" label={t('hours')} hint={t('hours.hint')} inputMode="numeric" narrow />
      <Tick form={form} name="isEmergency" label={t('emergency.tick')} />
      <TextBox form={form} name="tellAfterDays" label={t('delay')} hint={t('delay.hint')} inputMode="numeric" narrow />
      {form.values.tellAfterDays !== '0' && (
        <TextBox form={form} name="delayReason" label={t('delay-reason')} hint={t('delay-reason.hint')} />
      )}
    </Form>
  );
};
