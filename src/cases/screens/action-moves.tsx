import { useMutation } from '@tanstack/react-query';
import { type CaseAction, moveAction, type OpenedCase, reassignAction } from '../../console/api/cases.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { Choice, MomentBox, TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { Fold } from '../../console/kit/page.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { instantOf, wallTime } from '../../console/kit/zoned.ts';
import { caseWords } from '../words/index.ts';
import { useCaseAnswer } from './use-case-answer.ts';

interface OneAction {
  opened: OpenedCase;
  action: CaseAction;
}

const PlainMove = ({ opened, action, to }: OneAction & { to: 'accepted' | 'verified' }) => {
  const { t } = useWords(caseWords);
  const answer = useCaseAnswer();
  const move = useMutation({
    mutationFn: () => moveAction(opened.id, action.id, { to, version: action.version }),
    onSuccess: answer,
  });
  return (
    <>
      {move.error && <RefusalNotice refusal={refusalOf(move.error)} />}
      <button type="button" disabled={move.isPending} onClick={() => move.mutate()}>
        {t(`move.${to}`)}
      </button>
    </>
  );
};

const EndForm = ({ opened, action }: OneAction) => {
  const { t } = useWords(caseWords);
  const form = useForm({
    draft: `end ${action.id}`,
    initial: { to: '', result: '' },
    check: ({ to, result }) => ({
      ...(to === '' && { to: t('move.missing-to') }),
      ...(result.trim() === '' && { result: t('move.missing-result') }),
    }),
    send: ({ to, result }) =>
      moveAction(opened.id, action.id, { to: to as 'done' | 'not-done', result, version: action.version }),
    done: useCaseAnswer(),
    said: t('move.done-moving'),
  });
  const ends = (['done', 'not-done'] as const).map((value) => ({ value, label: t(`action-state.${value}`) }));
  return (
    <Form form={form} act={t('move.end-act')} name={t('move.end')} lesser>
      <OneOf form={form} name="to" legend={t('move.how')} options={ends} />
      <TextArea form={form} name="result" label={t('move.result')} hint={t('move.result-hint')} rows={2} />
    </Form>
  );
};

const ResultForm = ({ opened, action }: OneAction) => {
  const { t } = useWords(caseWords);
  const form = useForm({
    draft: `result ${action.id}`,
    initial: { result: '' },
    check: ({ result }) => (result.trim() === '' ? { result: t('move.missing-result') } : {}),
    send: ({ result }) => moveAction(opened.id, action.id, { to: 'result-reported', result, version: action.version }),
    done: useCaseAnswer(),
    said: t('move.done-moving'),
  });
  return (
    <Form form={form} act={t('move.report-act')} name={t('move.report')} lesser>
      <TextArea form={form} name="result" label={t('move.outcome')} hint={t('move.outcome-hint')} rows={2} />
    </Form>
  );
};

const ReassignForm = ({ opened, action }: OneAction) => {
  const { t } = useWords(caseWords);
  const { timeZone } = useSpeech();
  const team = opened.team.map(({ id, name }) => ({ value: id, label: name }));
  const form = useForm({
    draft: `reassignment ${action.id}`,
    initial: { assigneeId: action.assignee.id, dueAt: wallTime(Date.parse(action.dueAt), timeZone) },
    check: ({ assigneeId, dueAt }) => ({
      ...(assigneeId === '' && { assigneeId: t('action.missing-assignee') }),
      ...(dueAt === '' && { dueAt: t('action.missing-due') }),
    }),
    send: ({ assigneeId, dueAt }) =>
      reassignAction(opened.id, action.id, {
        assigneeId,
        dueAt: instantOf(dueAt, timeZone),
        version: action.version,
      }),
    done: useCaseAnswer(),
    said: t('move.done-reassigning'),
  });
  return (
    <Form form={form} act={t('move.reassign-act')} name={t('move.reassign')} lesser>
      <Choice form={form} name="assigneeId" label={t('action.assignee')} options={team} />
      <MomentBox form={form} name="dueAt" label={t('action.due')} />
    </Form>
  );
};

/** The next steps of an action for whoever may take them: accept, end, report the result, verify, give to another. */
export const ActionMoves = ({ opened, action }: OneAction) => {
  const { t } = useWords(caseWords);
  const { person } = useSession();
  const isMine = action.assignee.id === person.id;
  const leads = opened.myPart === 'lead' || opened.myPart === 'deputy';
  const isOnTeam = leads || opened.myPart === 'member';
  const hasEnded = action.state === 'done' || action.state === 'not-done';
  const isOpen = action.state === 'assigned' || action.state === 'accepted';
  return (
    <div className="moves">
      {action.state === 'assigned' && isMine && <PlainMove opened={opened} action={action} to="accepted" />}
      {action.state === 'accepted' && isMine && (
        <Fold title={t('move.end')}>
          <EndForm opened={opened} action={action} />
        </Fold>
      )}
      {hasEnded && isMine && (
        <Fold title={t('move.report')}>
          <ResultForm opened={opened} action={action} />
        </Fold>
      )}
      {action.state === 'result-reported' && !isMine && isOnTeam && (
        <PlainMove opened={opened} action={action} to="verified" />
      )}
      {isOpen && leads && (
        <Fold title={t('move.reassign')}>
          <ReassignForm opened={opened} action={action} />
        </Fold>
      )}
    </div>
  );
};
