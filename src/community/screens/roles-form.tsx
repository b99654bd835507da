import { useQueryClient } from '@tanstack/react-query';
import { changeRoles, type Discipline, type Person, type Role } from '../../console/api/community.ts';
import { Choice } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { Ticks } from '../../console/kit/ticks.tsx';
import { communityWords } from '../words/index.ts';
import { useRoleOptions } from './role-options.ts';

/** Changes the roles and the discipline of a person; the next request of theirs feels it. */
export const RolesForm = ({ person }: { person: Person }) => {
  const { t } = useWords(communityWords);
  const client = useQueryClient();
  const options = useRoleOptions();
  const form = useForm<{ roles: string[]; discipline: string }, unknown>({
    draft: `roles ${person.id}`,
    initial: { roles: [...person.roles], discipline: person.discipline },
    check: ({ roles, discipline }) => ({
      ...(roles.length === 0 && { roles: t('roles.missing') }),
      ...(discipline === '' && { discipline: t('roles.missing-discipline') }),
    }),
    send: ({ roles, discipline }) =>
      changeRoles(person.id, { roles: roles as Role[], discipline: discipline as Discipline }),
    done: () => client.invalidateQueries({ queryKey: ['people'] }),
    said: t('roles.done'),
  });
  return (
    <Form form={form} act={t('roles.act')} name={`${t('people.change-roles')}: ${person.name}`} lesser>
      <Ticks form={form} name="roles" legend={t('people.roles')} hint={t('roles.exclude')} options={options.roles} />
      <Choice form={form} name="discipline" label={t('people.discipline')} options={options.disciplines} />
    </Form>
  );
};
