import type { CaseAction, OpenedCase } from '../../console/api/cases.ts';
import { Facts, Words } from '../../console/kit/facts.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Empty, Fold } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { actionCategories } from '../words/vocabulary.ts';
import { ActionMoves } from './action-moves.tsx';
import { ActionForm } from './plan/action-form.tsx';
import { planWords } from './plan/words/index.ts';

const ended: readonly CaseAction['state'][] = ['result-reported', 'verified'];
const open: readonly CaseAction['state'][] = ['assigned', 'accepted'];

const ActionCard = ({ opened, action }: { opened: OpenedCase; action: CaseAction }) => {
  const { t } = useWords(caseWords);
  const plan = useWords(planWords);
  const isOpen = open.includes(action.state);
  const awaitsResult = !isOpen && !ended.includes(action.state) && action.resultDueAt !== null;
  return (
    <li className="card">
      {action.kind && <p className="hint">{plan.t(`kind.${action.kind}`)}</p>}
      <Words>{action.words}</Words>
      <Facts
        rows={[
          [t('action.assignee'), action.assignee.name],
          action.service !== '' && [plan.t('plan.service'), action.service],
          [t('action.due'), isOpen ? <Due key="due" at={action.dueAt} /> : <Moment key="due" at={action.dueAt} />],
          awaitsResult &&
            action.resultDueAt !== null && [plan.t('plan.result-due'), <Due key="result" at={action.resultDueAt} />],
          [
            t('action.state'),
            <StateMark key="state" tone={action.state === 'verified' ? 'good' : 'quiet'}>
              {t(`action-state.${action.state}`)}
            </StateMark>,
          ],
          action.fallback !== null &&
            action.state !== 'verified' && [plan.t('plan.fallback'), <Words key="fallback">{action.fallback}</Words>],
          action.result !== null && [t('action.result'), <Words key="result">{action.result}</Words>],
          action.verifiedBy !== null && [t('action.verified-by'), action.verifiedBy.name],
        ]}
      />
      {action.needsVerification && action.verifiedBy === null && (
        <p className="hint">{plan.t('plan.needs-verification')}</p>
      )}
      {opened.state === 'open' && <ActionMoves opened={opened} action={action} />}
    </li>
  );
};

const ByCategory = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const plan = useWords(planWords);
  return actionCategories.map((category) => {
    const actions = opened.actions.filter((action) => action.category === category);
    if (actions.length === 0) return null;
    return (
      <section key={category} className="cards">
        <h3>{plan.t('plan.group', { category: t(`category.${category}`) })}</h3>
        <ul className="cards">
          {actions.map((action) => (
            <ActionCard key={action.id} opened={opened} action={action} />
          ))}
        </ul>
      </section>
    );
  });
};

/** What is being done, by whom, until when, and what came of it. */
export const Actions = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const mayPlan = opened.state === 'open' && (opened.myPart === 'lead' || opened.myPart === 'deputy');
  return (
    <>
      {opened.actions.length === 0 && <Empty>{t('actions.none')}</Empty>}
      <ByCategory opened={opened} />
      {mayPlan && (
        <Fold title={t('action.add')}>
          <ActionForm opened={opened} />
        </Fold>
      )}
    </>
  );
};
