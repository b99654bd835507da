import { changeUrgency, type OpenedReport, type Urgency } from '../../console/api/reports.ts';
import { TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { UrgencyMark } from '../../console/kit/marks.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { useConsoleWords, useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { deskWords } from './words/index.ts';

const urgencies: readonly Urgency[] = ['immediate', 'urgent', 'unsorted', 'routine'];

interface Values {
  urgency: Urgency | '';
  reason: string;
}

/** Changes the place in the queue, with a reason; what the rule said stays on record. */
export const UrgencyForm = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(deskWords);
  const shared = useConsoleWords();
  const form = useForm<Values, unknown>({
    draft: `urgency ${report.id}`,
    initial: { urgency: '', reason: '' },
    check: ({ urgency, reason }) => ({
      ...(urgency === '' && { urgency: t('urgency.missing') }),
      ...(reason.trim().length < 3 && { reason: t('decide.missing-reason') }),
    }),
    version: report.version,
    send: ({ urgency, reason }, version) => changeUrgency(report.id, { urgency: urgency as Urgency, reason, version }),
    done,
    said: t('urgency.done'),
  });
  const options = urgencies
    .filter((urgency) => urgency !== report.urgency)
    .map((value) => ({ value, label: shared.t(`urgency.${value}`) }));
  return (
    <Form form={form} act={t('urgency.act')} name={t('urgency.title')} lesser>
      <Newer form={form} theirs={<UrgencyMark urgency={report.urgency} />} mine={<p>{form.values.reason}</p>} />
      <OneOf form={form} name="urgency" legend={t('urgency.new')} options={options} />
      <TextArea form={form} name="reason" label={t('decide.reason')} rows={2} />
    </Form>
  );
};
