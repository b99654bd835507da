import { useNavigate } from 'react-router';
import { closeCase, type OpenedCase } from '../../../console/api/cases.ts';
import { Choice, TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OneOf } from '../../../console/kit/ticks.tsx';
import { caseWords } from '../../words/index.ts';
import { type LaterStage, leadsTo, type Stage } from '../../words/vocabulary.ts';
import { leaveStage } from '../calls.ts';
import { plainReasons } from '../closing/closing-forms.tsx';
import { closingWords as moreWords } from '../closing/words/index.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { stageWords } from './words/index.ts';

const closingWords = (stage: Stage) =>
  stage === 'triage' || stage === 'screening' ? (`exit.closed-${stage}` as const) : ('exit.closed' as const);

/** Where the case goes from this stage, with the reasons; closing is the lead's. */
export const ExitForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(stageWords);
  const words = useWords(caseWords);
  const more = useWords(moreWords);
  const answer = useCaseAnswer();
  const navigate = useNavigate();
  const form = useForm({
    draft: `exit ${opened.id}`,
    initial: { to: '', reason: '', closing: 'no-concern' },
    check: ({ to, reason, closing }) => ({
      ...(to === '' && { to: t('exit.missing-to') }),
      ...(reason.trim().length < 3 && { reason: t('exit.missing-reason') }),
      ...(to === 'closed' && closing === '' && { closing: words.t('close.missing-reason') }),
    }),
    version: opened.version,
    send: ({ to, reason, closing }, version) =>
      to === 'closed'
        ? closeCase(opened.id, { version, words: reason, reason: closing as (typeof plainReasons)[number] })
        : leaveStage(opened.id, { version, reason, to: to as LaterStage }),
    done: (given) => {
      answer(given);
      navigate(`/cases/${opened.id}`);
    },
    said: t('exit.done'),
  });
  const onward = leadsTo[opened.stage].map((value) => ({ value, label: t(`exit.${value}`) }));
  const ending = opened.myPart === 'lead' ? [{ value: 'closed', label: t(closingWords(opened.stage)) }] : [];
  const reasons = plainReasons.map((value) => ({ value, label: words.t(`closing.${value}`) }));
  return (
    <Form form={form} act={t('exit.act')} name={t('exit.title')}>
      <p className="hint">{t('exit.hint')}</p>
      <Newer form={form} theirs={<p>{words.t(`stage.${opened.stage}`)}</p>} mine={<p>{form.values.reason}</p>} />
      <OneOf form={form} name="to" legend={t('exit.to')} options={[...onward, ...ending]} />
      {form.values.to === 'closed' && (
        <>
          <Choice form={form} name="closing" label={words.t('close.reason')} options={reasons} />
          <p className="hint">{more.t('closing.more-on-page', { tools: words.t('tools.title') })}</p>
        </>
      )}
      <TextArea form={form} name="reason" label={t('exit.reason')} rows={3} />
    </Form>
  );
};
