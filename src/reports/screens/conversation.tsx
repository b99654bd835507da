import { answerReporter, type OpenedReport } from '../../console/api/reports.ts';
import { Event, Story, Words } from '../../console/kit/facts.tsx';
import { TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { Images } from './concern-words.tsx';
import { deskWords } from './words/index.ts';

const AnswerForm = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(deskWords);
  const form = useForm({
    draft: `answer ${report.id}`,
    initial: { words: '' },
    check: ({ words }) => (words.trim() === '' ? { words: t('answer.missing') } : {}),
    send: ({ words }) => answerReporter(report.id, words),
    done,
    said: t('answer.done'),
  });
  return (
    <Form form={form} act={t('answer.act')} name={t('answer.title')} lesser>
      <TextArea form={form} name="words" label={t('answer.words')} hint={t('answer.hint')} />
    </Form>
  );
};

/** What was said between the reporter and this desk, and the next answer. */
export const Conversation = ({ report, done }: { report: OpenedReport; done(): void }) => {
  const { t } = useWords(deskWords);
  return (
    <>
      {report.conversation.length === 0 && <Empty>{t('conversation.none')}</Empty>}
      <Story>
        {report.conversation.map((message) => (
          <Event
            key={message.id}
            when={
              <>
                <strong>
                  {message.from === 'reporter'
                    ? t('conversation.reporter')
                    : (message.by?.name ?? t('conversation.staff'))}
                </strong>{' '}
                · <Moment at={message.at} />
              </>
            }
          >
            <Words lang={message.from === 'reporter' ? report.language : undefined}>{message.words}</Words>
            <Images report={report} messageId={message.id} />
          </Event>
        ))}
      </Story>
      {report.canAnswerReporter ? (
        <AnswerForm report={report} done={done} />
      ) : (
        <p className="hint">{t('conversation.closed')}</p>
      )}
    </>
  );
};
