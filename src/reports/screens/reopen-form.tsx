import { type OpenedReport, reopenReport } from '../../console/api/reports.ts';
import { TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { ReportStory } from './report-story.tsx';
import { deskWords } from './words/index.ts';

/** Puts a decided report back among those that wait, with a reason. */
export const ReopenForm = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(deskWords);
  const form = useForm({
    draft: `reopening ${report.id}`,
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 3 ? { reason: t('decide.missing-reason') } : {}),
    version: report.version,
    send: ({ reason }, version) => reopenReport(report.id, { reason, version }),
    done,
    said: t('reopen.done'),
  });
  return (
    <Form form={form} act={t('reopen.act')} name={t('reopen.title')} lesser>
      <Newer form={form} theirs={<ReportStory report={report} />} mine={<p>{form.values.reason}</p>} />
      <TextArea form={form} name="reason" label={t('decide.reason')} hint={t('reopen.hint')} rows={2} />
    </Form>
  );
};
