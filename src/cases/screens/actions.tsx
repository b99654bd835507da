import { addAction, type CaseAction, type OpenedCase } from '../../console/api/cases.ts';
import { Facts, Words } from '../../console/kit/facts.tsx';
import { Choice, MomentBox, TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Empty, Fold } from '../../console/kit/page.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { instantOf } from '../../console/kit/zoned.ts';
import { caseWords } from '../words/index.ts';
import { ActionMoves } from './action-moves.tsx';
import { useCaseAnswer } from './use-case-answer.ts';

const ended: readonly CaseAction['state'][] = ['result-reported', 'verified'];

/** The people of the team, as options for who does something. */
export const teamOptions = (opened: OpenedCase) => opened.team.map(({ id, name }) => ({ value: id, label: name }));

const ActionForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const { timeZone } = useSpeech();
  const form = useForm({
    draft: `action ${opened.id}`,
    initial: { words: '', category: '', assigneeId: '', dueAt: '' },
    check: ({ words, category, assigneeId, dueAt }) => ({
      ...(words.trim() === '' && { words: t('action.missing-words') }),
      ...(category === '' && { category: t('action.missing-category') }),
      ...(assigneeId === '' && { assigneeId: t('action.missing-assignee') }),
      ...(dueAt === '' && { dueAt: t('action.missing-due') }),
    }),
    send: ({ words, category, assigneeId, dueAt }) =>
      addAction(opened.id, {
        words,
        category: category as CaseAction['category'],
        assigneeId,
        dueAt: instantOf(dueAt, timeZone),
      }),
    done: useCaseAnswer(),
    said: t('action.done-adding'),
  });
  const categories = (['subject', 'target', 'environment', 'precipitating-events'] as const).map((value) => ({
    value,
    label: t(`category.${value}`),
  }));
  return (
    <Form form={form} act={t('action.act')} name={t('action.add')} lesser>
      <TextArea form={form} name="words" label={t('action.words')} rows={2} />
      <Choice form={form} name="category" label={t('action.category')} options={categories} />
      <Choice form={form} name="assigneeId" label={t('action.assignee')} options={teamOptions(opened)} />
      <MomentBox form={form} name="dueAt" label={t('action.due')} />
    </Form>
  );
};

const ActionCard = ({ opened, action }: { opened: OpenedCase; action: CaseAction }) => {
  const { t } = useWords(caseWords);
  const isEnded = ended.includes(action.state);
  return (
    <li className="card">
      <Words>{action.words}</Words>
      <Facts
        rows={[
          [t('action.assignee'), action.assignee.name],
          [t('action.due'), isEnded ? <Moment key="due" at={action.dueAt} /> : <Due key="due" at={action.dueAt} />],
          [
            t('action.state'),
            <StateMark key="state" tone={action.state === 'verified' ? 'good' : 'quiet'}>
              {t(`action-state.${action.state}`)}
            </StateMark>,
          ],
          [t('action.category'), t(`category.${action.category}`)],
          action.result !== null && [t('action.result'), <Words key="result">{action.result}</Words>],
          action.verifiedBy !== null && [t('action.verified-by'), action.verifiedBy.name],
        ]}
      />
      {opened.state === 'open' && <ActionMoves opened={opened} action={action} />}
    </li>
  );
};

/** What is being done, by whom, until when, and what came of it. */
export const Actions = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  return (
    <>
      {opened.actions.length === 0 && <Empty>{t('actions.none')}</Empty>}
      <ul className="cards">
        {opened.actions.map((action) => (
          <ActionCard key={action.id} opened={opened} action={action} />
        ))}
      </ul>
      {opened.state === 'open' && (opened.myPart === 'lead' || opened.myPart === 'deputy') && (
        <Fold title={t('action.add')}>
          <ActionForm opened={opened} />
        </Fold>
      )}
    </>
  );
};
