import { giveReason } from '../../console/api/reports.ts';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { ladderWords } from './words/ladder/index.ts';

/** Asks in one field why a report is read that waits for somebody else, before anything of it is shown. */
export const ReasonForm = ({ reportId, done }: { reportId: string; done(): void }) => {
  const { t } = useWords(ladderWords);
  const form = useForm({
    draft: `reading ${reportId}`,
    initial: { words: '' },
    check: ({ words }) => (words.trim().length < 3 ? { words: t('reading.missing') } : {}),
    send: ({ words }) => giveReason(reportId, words.trim()),
    done,
    said: t('reading.said'),
  });
  return (
    <>
      <h2>{t('reading.title')}</h2>
      <p>{t('reading.explain')}</p>
      <Form form={form} act={t('reading.act')} name={t('reading.title')}>
        <TextBox form={form} name="words" label={t('reading.label')} hint={t('reading.hint')} />
      </Form>
    </>
  );
};
