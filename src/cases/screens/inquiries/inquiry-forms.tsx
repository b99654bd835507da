import type { OpenedCase } from '../../../console/api/cases.ts';
import { Choice, MomentBox, TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { OneOf, Tick } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { guides } from '../../words/vocabulary.ts';
import { endInquiry, type Inquiry, planInquiry } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { inquiryWords } from './words/index.ts';

const empty = {
  kind: 'interview' as string,
  guide: '' as string,
  who: '',
  purpose: '',
  askerId: '',
  dueAt: '',
  isMinor: false,
  guardianNotice: '' as string,
  guardianReason: '',
  companion: '',
  interpreter: '',
  liaison: '',
};
type Values = typeof empty;

const missingIn = (values: Values, t: ReturnType<typeof useWords<keyof (typeof inquiryWords)['en']>>['t']) => ({
  ...(values.kind === 'interview' && values.guide === '' && { guide: t('inquiry.missing-guide') }),
  ...(values.who.trim() === '' && { who: t('inquiry.missing-who') }),
  ...(values.purpose.trim().length < 3 && { purpose: t('inquiry.missing-purpose') }),
  ...(values.askerId === '' && { askerId: t('inquiry.missing-asker') }),
  ...(values.dueAt === '' && { dueAt: t('inquiry.missing-due') }),
  ...(values.isMinor && values.companion.trim() === '' && { companion: t('inquiry.missing-companion') }),
  ...(values.isMinor && values.guardianNotice === '' && { guardianNotice: t('inquiry.missing-guardian') }),
  ...(values.isMinor &&
    values.guardianNotice === 'delayed' &&
    values.guardianReason.trim() === '' && { guardianReason: t('inquiry.missing-reason') }),
});

/** Plans whom the team asks, who asks, by when, and who sits with a minor. */
export const PlanForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(inquiryWords);
  const { timeZone } = useSpeech();
  const form = useForm<Values, OpenedCase>({
    draft: `inquiry ${opened.id}`,
    initial: empty,
    check: (values) => missingIn(values, t),
    send: (values) =>
      planInquiry(opened.id, {
        ...values,
        kind: values.kind as Inquiry['kind'],
        guide: values.kind === 'interview' ? (values.guide as Inquiry['guide']) : null,
        guardianNotice: (values.guardianNotice || null) as Inquiry['guardianNotice'],
        dueAt: instantOf(values.dueAt, timeZone),
      }),
    done: useCaseAnswer(),
    said: t('inquiry.done'),
  });
  const { values } = form;
  const kinds = (['interview', 'record-request'] as const).map((value) => ({ value, label: t(`inquiry.${value}`) }));
  const notices = (['given', 'delayed'] as const).map((value) => ({ value, label: t(`inquiry.${value}`) }));
  const withWhom = guides.map((value) => ({ value, label: t(`guide.${value}`) }));
  const team = opened.team
    .filter(({ part }) => part !== 'consultant')
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form form={form} act={t('inquiry.act')} name={t('inquiry.plan')} lesser>
      <OneOf form={form} name="kind" legend={t('inquiry.kind')} options={kinds} />
      {values.kind === 'interview' && <Choice form={form} name="guide" label={t('inquiry.guide')} options={withWhom} />}
      <TextBox form={form} name="who" label={t('inquiry.who')} hint={t('inquiry.who-hint')} />
      <TextArea form={form} name="purpose" label={t('inquiry.purpose')} rows={2} />
      <Choice form={form} name="askerId" label={t('inquiry.asker')} options={team} />
      <MomentBox form={form} name="dueAt" label={t('inquiry.due')} />
      <Tick form={form} name="isMinor" label={t('inquiry.minor')} />
      {values.isMinor && (
        <>
          <TextBox form={form} name="companion" label={t('inquiry.companion')} />
          <OneOf form={form} name="guardianNotice" legend={t('inquiry.guardian')} options={notices} />
          {values.guardianNotice === 'delayed' && (
            <TextBox form={form} name="guardianReason" label={t('inquiry.guardian-reason')} />
          )}
        </>
      )}
      <TextBox form={form} name="interpreter" label={t('inquiry.interpreter')} optional />
      <TextBox form={form} name="liaison" label={t('inquiry.liaison')} optional />
    </Form>
  );
};

/** Says what came back. */
export const EndForm = ({ opened, inquiry }: { opened: OpenedCase; inquiry: Inquiry }) => {
  const { t } = useWords(inquiryWords);
  const form = useForm({
    draft: `inquiry end ${inquiry.id}`,
    initial: { to: '', outcome: '' },
    check: ({ to, outcome }) => ({
      ...(to === '' && { to: t('end.missing-how') }),
      ...(outcome.trim().length < 3 && { outcome: t('inquiry.missing-reason') }),
    }),
    send: ({ to, outcome }) =>
      endInquiry(opened.id, inquiry.id, { version: inquiry.version, to: to as 'done' | 'not-done', outcome }),
    done: useCaseAnswer(),
    said: t('end.said'),
  });
  const ends = (['done', 'not-done'] as const).map((value) => ({ value, label: t(`end.${value}`) }));
  return (
    <Form form={form} act={t('end.act')} name={t('end.title')} lesser>
      <OneOf form={form} name="to" legend={t('end.how')} options={ends} />
      <TextArea form={form} name="outcome" label={t('end.outcome')} hint={t('end.outcome-hint')} rows={4} />
    </Form>
  );
};
