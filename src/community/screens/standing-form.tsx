import { useQueryClient } from '@tanstack/react-query';
import { type Person, reinstate, suspend } from '../../console/api/community.ts';
import { TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';

/** Suspends a person at once, or takes them back; their cases go to their deputies in the same moment. */
export const StandingForm = ({ person }: { person: Person }) => {
  const { t } = useWords(communityWords);
  const client = useQueryClient();
  const isActive = person.state === 'active';
  const form = useForm({
    draft: `standing ${person.id}`,
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 3 ? { reason: t('standing.missing') } : {}),
    send: ({ reason }) => (isActive ? suspend(person.id, reason) : reinstate(person.id, reason)),
    done: () => {
      for (const key of ['people', 'cases', 'case', 'rota']) void client.invalidateQueries({ queryKey: [key] });
    },
    said: t('standing.done'),
  });
  const act = isActive ? t('standing.suspend', { name: person.name }) : t('standing.reinstate', { name: person.name });
  return (
    <Form form={form} act={act} name={act} grave={isActive} lesser>
      {isActive && <p>{t('standing.words', { leads: person.leads, deputy: person.deputyOf })}</p>}
      <TextArea form={form} name="reason" label={t('standing.reason')} rows={2} />
    </Form>
  );
};
