import type { OpenedCase } from '../../../console/api/cases.ts';
import { Notice } from '../../../console/kit/notice.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import { emergencySteps } from '../../words/vocabulary.ts';
import { ActionForm } from './action-form.tsx';
import { planWords } from './words/index.ts';

/** When it could happen very soon: the emergency number, then the steps in their order, each with whoever has it. */
export const ImminentPlan = ({ opened, mayPlan }: { opened: OpenedCase; mayPlan: boolean }) => {
  const { t } = useWords(planWords);
  const words = useWords(caseWords);
  const { community } = useSession();
  return (
    <Notice tone="bad" title={t('imminent.title')}>
      {community.emergencyNumbers.slice(0, 1).map(({ number }) => (
        <p key={number}>
          <a className="button primary" href={`tel:${number}`}>
            {t('imminent.call', { number })}
          </a>
        </p>
      ))}
      <ol className="story">
        {emergencySteps.map(({ kind, category }) => {
          const taken = opened.actions.filter((action) => action.kind === kind).at(-1);
          const name = t(`kind.${kind}`);
          return (
            <li key={kind}>
              <strong>{name}</strong>
              <span className="hint">
                {taken
                  ? t('imminent.with', { name: taken.assignee.name, state: words.t(`action-state.${taken.state}`) })
                  : t('imminent.not-yet')}
              </span>
              {!taken && mayPlan && (
                <Fold title={`${t('imminent.give')}: ${name}`}>
                  <ActionForm opened={opened} preset={{ kind, category, words: name }} />
                </Fold>
              )}
            </li>
          );
        })}
      </ol>
    </Notice>
  );
};
