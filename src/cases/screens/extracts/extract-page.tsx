import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Event, Story, Words } from '../../../console/kit/facts.tsx';
import { TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Page, Part } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { GivenExtract } from '../../contract.ts';
import { answerExtract, extractQuery } from './calls.ts';
import { GivenStatements } from './given-statements.tsx';
import { extractWords } from './words/index.ts';

const AnswerForm = ({ id }: { id: string }) => {
  const { t } = useWords(extractWords);
  const client = useQueryClient();
  const form = useForm({
    draft: `advice ${id}`,
    initial: { words: '' },
    check: ({ words }) => (words.trim() === '' ? { words: t('advice.missing') } : {}),
    send: (values) => answerExtract(id, values),
    done: (answer) => {
      client.setQueryData(extractQuery(id).queryKey, answer);
      void client.invalidateQueries({ queryKey: ['my-day'] });
    },
    said: t('advice.done'),
  });
  return (
    <Form form={form} act={t('advice.act')} name={t('advice.answer')}>
      <TextArea form={form} name="words" label={t('advice.answer')} hint={t('advice.answer-hint')} />
    </Form>
  );
};

const Answered = ({ answers }: { answers: GivenExtract['answers'] }) => {
  const { t } = useWords(extractWords);
  return (
    <Story>
      {answers.map(({ id, at, words, isRecorded }) => (
        <Event
          key={id}
          when={
            <>
              <Moment at={at} />
              {isRecorded && ` · ${t('advice.is-recorded')}`}
            </>
          }
        >
          <Words>{words}</Words>
        </Event>
      ))}
    </Story>
  );
};

/** What one was asked and given as a consultant of a case, and what one answers: nothing else of the case. */
export const ExtractPage = () => {
  const { extractId = '' } = useParams();
  const { t } = useWords(extractWords);
  const given = useQuery(extractQuery(extractId));
  const title = given.data ? t('advice.one', { number: given.data.number }) : t('advice.title');
  return (
    <Page title={title}>
      <Reading of={given}>
        {({ by, at, question, statements, answers }) => (
          <>
            <p>{t('advice.words')}</p>
            <p className="hint">
              {t('advice.by', { name: by.name })} · <Moment at={at} />
            </p>
            <Words>{question}</Words>
            <Part title={t('advice.given')}>
              <GivenStatements statements={statements} />
            </Part>
            <Part title={t('advice.your')}>
              <Answered answers={answers} />
              <AnswerForm id={extractId} />
            </Part>
          </>
        )}
      </Reading>
    </Page>
  );
};
