import { useMutation, useQuery } from '@tanstack/react-query';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { Notice, RefusalNotice } from '../../../console/kit/notice.tsx';
import { disciplineWords } from '../../../console/kit/people.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { addStandingTeam, standardsQuery } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { teamWords } from './words/index.ts';

/** Which disciplines the team lacks by the community's own standards, and the standing team in one step. */
export const Lacking = ({ opened, mayAdd }: { opened: OpenedCase; mayAdd: boolean }) => {
  const { t } = useWords(teamWords);
  const shared = useConsoleWords();
  const answer = useCaseAnswer();
  const standards = useQuery(standardsQuery);
  const add = useMutation({ mutationFn: () => addStandingTeam(opened.id), onSuccess: answer });
  const present = new Set(opened.team.map(({ discipline }) => discipline));
  const lacking = (standards.data?.disciplines ?? []).filter((discipline) => !present.has(discipline));
  if (lacking.length === 0 || opened.state !== 'open') return null;
  const names = lacking.map((discipline) => disciplineWords(shared.t, discipline)).join(', ');
  return (
    <Notice tone="careful">
      <p>{t('team.lacking', { disciplines: names })}</p>
      {mayAdd && (
        <button type="button" disabled={add.isPending} onClick={() => add.mutate()}>
          {t('team.add-standing')}
        </button>
      )}
      {add.error && <RefusalNotice refusal={refusalOf(add.error)} />}
    </Notice>
  );
};
