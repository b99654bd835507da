import { describeCase, type OpenedCase } from '../../console/api/cases.ts';
import { Words } from '../../console/kit/facts.tsx';
import { TextArea, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { useCaseAnswer } from './use-case-answer.ts';

/** Rewrites what the case is about. Somebody else's newer text stands beside, and goes only when one says so. */
export const DescriptionForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const answer = useCaseAnswer();
  const form = useForm({
    draft: `description ${opened.id}`,
    initial: { title: opened.title, summary: opened.summary },
    check: ({ title }) => (title.trim() === '' ? { title: t('description.missing') } : {}),
    version: opened.version,
    send: (values, version) => describeCase(opened.id, { ...values, version }),
    done: answer,
    said: t('description.done'),
  });
  return (
    <Form form={form} act={t('description.act')} name={t('description.title')} lesser>
      <Newer
        form={form}
        theirs={
          <>
            <p>{opened.title}</p>
            <Words>{opened.summary}</Words>
          </>
        }
        mine={
          <>
            <p>{form.values.title}</p>
            <Words>{form.values.summary}</Words>
          </>
        }
      />
      <TextBox form={form} name="title" label={t('description.name')} hint={t('description.name-hint')} />
      <TextArea form={form} name="summary" label={t('description.summary')} rows={6} optional />
    </Form>
  );
};
