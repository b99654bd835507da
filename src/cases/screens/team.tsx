import { useMutation } from '@tanstack/react-query';
import { addMember, type OpenedCase, removeMember } from '../../console/api/cases.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { Choice } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { RefusalNotice } from '../../console/kit/notice.tsx';
import { Fold } from '../../console/kit/page.tsx';
import { disciplineWords, usePeopleOptions } from '../../console/kit/people.tsx';
import { useConsoleWords, useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { caseWords } from '../words/index.ts';
import { ExtractsOfCase } from './extracts/extracts-of-case.tsx';
import { Lacking } from './team/lacking.tsx';
import { Declare, Recusals } from './team/recusals.tsx';
import { teamWords } from './team/words/index.ts';
import { useCaseAnswer } from './use-case-answer.ts';

type Member = OpenedCase['team'][number];

const MemberForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const onTeam = opened.team.map(({ id }) => id);
  const people = usePeopleOptions(({ id }) => !onTeam.includes(id));
  const form = useForm({
    draft: `member ${opened.id}`,
    initial: { personId: '', part: 'member' },
    check: ({ personId }) => (personId === '' ? { personId: t('team.missing-person') } : {}),
    send: ({ personId, part }) => addMember(opened.id, { personId, part: part as 'member' | 'consultant' }),
    done: useCaseAnswer(),
    said: t('team.done'),
  });
  const parts = (['member', 'consultant'] as const).map((value) => ({ value, label: t(`part.${value}`) }));
  return (
    <Form form={form} act={t('team.act')} name={t('team.add')} lesser>
      <Choice form={form} name="personId" label={t('team.person')} hint={t('team.hint')} options={people} />
      <OneOf form={form} name="part" legend={t('team.part')} options={parts} />
    </Form>
  );
};

const Remove = ({ opened, member }: { opened: OpenedCase; member: Member }) => {
  const { t } = useWords(caseWords);
  const answer = useCaseAnswer();
  const remove = useMutation({ mutationFn: () => removeMember(opened.id, member.id), onSuccess: answer });
  return (
    <>
      <button type="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
        {t('team.remove', { name: member.name })}
      </button>
      {remove.error && <RefusalNotice refusal={refusalOf(remove.error)} />}
    </>
  );
};

const mayLeave: readonly Member['part'][] = ['member', 'consultant'];

/** Who is on the case, with which discipline and part; only they hold its key. */
export const Team = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const shared = useConsoleWords();
  const words = useWords(teamWords);
  const leads = opened.state === 'open' && (opened.myPart === 'lead' || opened.myPart === 'deputy');
  return (
    <>
      <Lacking opened={opened} mayAdd={leads} />
      <ul className="cards">
        {opened.team.map((member) => (
          <li key={member.id} className="card card-line">
            <span>
              <strong>{member.name}</strong> · {t(`part.${member.part}`)}
              <span className="hint">
                {[
                  disciplineWords(shared.t, member.discipline),
                  member.agency,
                  words.t(member.hasDeclared ? 'team.declared' : 'team.undeclared'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {leads && mayLeave.includes(member.part) && <Remove opened={opened} member={member} />}
          </li>
        ))}
      </ul>
      <Declare opened={opened} />
      {leads && (
        <Fold title={t('team.add')}>
          <MemberForm opened={opened} />
        </Fold>
      )}
      <ExtractsOfCase opened={opened} leads={leads} />
      <Recusals opened={opened} />
    </>
  );
};
