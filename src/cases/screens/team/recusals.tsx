import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { Event, Story, Words } from '../../../console/kit/facts.tsx';
import { Choice, TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { usePeopleOptions } from '../../../console/kit/people.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { declareNoConflict, recuse } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { teamWords } from './words/index.ts';

/** Says that nothing ties oneself to the people of the case, once. */
export const Declare = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(teamWords);
  const { person } = useSession();
  const answer = useCaseAnswer();
  const declare = useMutation({ mutationFn: () => declareNoConflict(opened.id), onSuccess: answer });
  const me = opened.team.find(({ id }) => id === person.id);
  if (!me || me.hasDeclared || opened.state !== 'open') return null;
  return (
    <button type="button" disabled={declare.isPending} onClick={() => declare.mutate()}>
      {t('team.declare')}
    </button>
  );
};

const RecuseForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(teamWords);
  const { person } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leads = opened.myPart === 'lead' || opened.myPart === 'deputy';
  const people = usePeopleOptions(({ id }) => leads || id === person.id);
  const form = useForm({
    draft: `recusal ${opened.id}`,
    initial: { personId: person.id, reason: '' },
    check: ({ personId, reason }) => ({
      ...(personId === '' && { personId: t('recuse.missing-person') }),
      ...(reason.trim().length < 3 && { reason: t('recuse.missing-reason') }),
    }),
    send: async (values) => {
      await recuse(opened.id, values);
      return values.personId;
    },
    done: (personId) => {
      for (const key of ['case', 'cases', 'my-day']) void client.invalidateQueries({ queryKey: [key] });
      if (personId === person.id) navigate('/cases');
    },
    said: t('recuse.done'),
  });
  return (
    <Form form={form} act={t('recuse.act')} name={t('recuse.title')} grave>
      <p>{t('recuse.hint')}</p>
      <Choice form={form} name="personId" label={t('recuse.person')} options={people} />
      <TextArea form={form} name="reason" label={t('recuse.reason')} rows={2} />
    </Form>
  );
};

/** Who has no part in the case, and why; and how to keep somebody out. */
export const Recusals = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(teamWords);
  return (
    <>
      {opened.recusals.length > 0 && (
        <>
          <h3>{t('recuse.past')}</h3>
          <Story>
            {opened.recusals.map((each) => (
              <Event
                key={each.person.id}
                when={
                  <>
                    <Moment at={each.at} /> · {each.by.name}
                  </>
                }
              >
                <p>
                  <strong>{each.person.name}</strong>
                </p>
                <Words>{each.reason}</Words>
              </Event>
            ))}
          </Story>
        </>
      )}
      {opened.state === 'open' && ['lead', 'deputy', 'member'].includes(opened.myPart) && (
        <Fold title={t('recuse.title')}>
          <RecuseForm opened={opened} />
        </Fold>
      )}
    </>
  );
};
