import type { OpenedCase } from '../../../console/api/cases.ts';
import { Facts, Words } from '../../../console/kit/facts.tsx';
import { TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Due } from '../../../console/kit/moments.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Fold, Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import { stayClosed } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { ReopenForm } from './closing-forms.tsx';
import { closingWords } from './words/index.ts';

type Closing = OpenedCase['closings'][number];
type Question = OpenedCase['reopeningQuestions'][number];

const OneClosing = ({ closing }: { closing: Closing }) => {
  const { t, formatDate } = useWords(closingWords);
  const words = useWords(caseWords);
  return (
    <li className="card">
      <p className="row-first">{words.t(`closing.${closing.reason}`)}</p>
      <p className="hint">{t('closing.when', { date: formatDate(closing.closedAt), name: closing.closedBy.name })}</p>
      <Words>{closing.words}</Words>
      <Facts
        rows={[
          closing.acceptedBy !== '' && [t('closing.accepted-by'), closing.acceptedBy],
          closing.inPlace !== '' && [t('closing.in-place'), <Words key="in-place">{closing.inPlace}</Words>],
          closing.told.length > 0 && [
            t('closing.told'),
            closing.told.map(({ who, how }) => `${who}: ${how}`).join(' · '),
          ],
          closing.reopenTriggers !== '' && [
            t('closing.triggers'),
            <Words key="triggers">{closing.reopenTriggers}</Words>,
          ],
          closing.reopenedAt !== null && [
            t('closing.reopened', { date: formatDate(closing.reopenedAt), name: closing.reopenedBy?.name ?? '' }),
            <Words key="because">{closing.reopenedBecause ?? ''}</Words>,
          ],
        ]}
      />
    </li>
  );
};

/** How the case was closed, each time, and what new reports asked of it. */
export const ClosingStory = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(closingWords);
  const answered = opened.reopeningQuestions.filter(({ answer }) => answer !== null);
  if (opened.closings.length === 0 && answered.length === 0) return null;
  return (
    <Part title={t('closing.past')}>
      <ul className="cards">
        {opened.closings.map((closing) => (
          <OneClosing key={closing.id} closing={closing} />
        ))}
      </ul>
      {answered.map((question) => (
        <div key={question.id}>
          <p>
            {t(question.why === 'report' ? 'question.past' : 'question.past-link', {
              number: question.reportNumber ?? '',
              answer: t(`question.${question.answer ?? 'reopened'}`),
              name: question.answeredBy?.name ?? '',
            })}
          </p>
          <Words>{question.reason ?? ''}</Words>
        </div>
      ))}
    </Part>
  );
};

const StayForm = ({ opened, question }: { opened: OpenedCase; question: Question }) => {
  const { t } = useWords(closingWords);
  const form = useForm({
    draft: `stay closed ${question.id}`,
    initial: { reason: '' },
    check: ({ reason }) => ({ ...(reason.trim().length < 3 && { reason: t('question.missing-why') }) }),
    send: ({ reason }) => stayClosed(opened.id, question.id, { reason }),
    done: useCaseAnswer(),
    said: t('question.done'),
  });
  return (
    <Form form={form} act={t('question.act')} name={t('question.stay')} lesser>
      <TextArea form={form} name="reason" label={t('question.why')} rows={2} />
    </Form>
  );
};

/** What a new report or a link asks of a closed case, before everything else on its page. */
export const ReopeningQuestions = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(closingWords);
  const words = useWords(caseWords);
  const open = opened.reopeningQuestions.filter(({ answer }) => answer === null);
  const mayAnswer = opened.myPart === 'lead' || opened.myPart === 'deputy';
  if (opened.state !== 'closed') return null;
  return open.map((question) => (
    <Notice
      key={question.id}
      tone="careful"
      title={t(question.why === 'report' ? 'question.title' : 'question.title-link')}
    >
      <p>
        {question.why === 'report'
          ? t('question.text', { number: question.reportNumber ?? '' })
          : t('question.text-link')}
      </p>
      <p>
        {question.askedOf
          ? t('question.asked-of', { name: question.askedOf.name })
          : t('question.asked-of-coordinators')}{' '}
        · <Due at={question.dueAt} />
      </p>
      {mayAnswer && (
        <>
          <Fold title={words.t('case-reopen.title')}>
            <ReopenForm opened={opened} />
          </Fold>
          <Fold title={t('question.stay')}>
            <StayForm opened={opened} question={question} />
          </Fold>
        </>
      )}
    </Notice>
  ));
};
