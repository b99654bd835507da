import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Discipline, type Invitation, invite, type Role } from '../../console/api/community.ts';
import { Copy } from '../../console/kit/copy.tsx';
import { Choice, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { Ticks } from '../../console/kit/ticks.tsx';
import { communityWords } from '../words/index.ts';
import { useRoleOptions } from './role-options.ts';

const LinkOnce = ({ invitation }: { invitation: Invitation }) => {
  const { t } = useWords(communityWords);
  return (
    <Notice tone="good" title={t('invite.link')} role="status">
      <p>{t('invite.link-words')}</p>
      <p className="secret">{invitation.link}</p>
      <Copy text={invitation.link} act={t('invite.copy')} />
      <p className="hint">
        {t('people.expires')} <Moment at={invitation.expiresAt} />
      </p>
    </Notice>
  );
};

/** Invites a person and shows the link, once, to whoever hands it over. */
export const InviteForm = () => {
  const { t } = useWords(communityWords);
  const client = useQueryClient();
  const options = useRoleOptions();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const form = useForm<
    { name: string; email: string; roles: string[]; discipline: string; agency: string },
    Invitation
  >({
    draft: 'invite',
    initial: { name: '', email: '', roles: [], discipline: '', agency: '' },
    check: ({ name, email, roles, discipline }) => ({
      ...(name.trim() === '' && { name: t('invitation.missing-name') }),
      ...(!email.includes('@') && { email: t('sign-in.missing-email') }),
      ...(roles.length === 0 && { roles: t('roles.missing') }),
      ...(discipline === '' && { discipline: t('roles.missing-discipline') }),
    }),
    send: (values) => invite({ ...values, roles: values.roles as Role[], discipline: values.discipline as Discipline }),
    done: (made) => {
      setInvitation(made);
      void client.invalidateQueries({ queryKey: ['people'] });
    },
    said: t('invite.done'),
  });
  return (
    <>
      {invitation && <LinkOnce invitation={invitation} />}
      <Form form={form} act={t('invite.act')} name={t('people.invite')}>
        <TextBox form={form} name="name" label={t('invitation.name')} />
        <TextBox form={form} name="email" type="email" label={t('people.email')} />
        <Ticks form={form} name="roles" legend={t('people.roles')} hint={t('roles.exclude')} options={options.roles} />
        <Choice form={form} name="discipline" label={t('people.discipline')} options={options.disciplines} />
        <TextBox form={form} name="agency" label={t('people.agency')} optional />
      </Form>
    </>
  );
};
