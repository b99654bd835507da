import { useQuery, useQueryClient } from '@tanstack/react-query';
import { communitiesQuery } from '../../../console/api/community.ts';
import { type Lending, offerLending } from '../../../console/api/lending.ts';
import { Choice, MomentBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { usePeopleOptions } from '../../../console/kit/people.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { lendingWords } from '../../words/lending/index.ts';
import { useRoleOptions } from '../role-options.ts';

type Role = Lending['roles'][number];
const lent = Object.keys({
  'duty-officer': true,
  custodian: true,
  overseer: true,
  'team-member': true,
  consultant: true,
} satisfies Record<Role, true>);

const Offer = ({ communities }: { communities: { slug: string; name: string }[] }) => {
  const { t } = useWords(lendingWords);
  const client = useQueryClient();
  const { community } = useSession();
  const { roles } = useRoleOptions();
  const colleagues = usePeopleOptions(({ lentUntil }) => lentUntil === null);
  const form = useForm<{ personId: string; community: string; roles: string[]; endsAt: string }, unknown>({
    draft: 'lend',
    initial: { personId: '', community: '', roles: [], endsAt: '' },
    check: (values) => ({
      ...(values.personId === '' && { personId: t('lending.missing-person') }),
      ...(values.community === '' && { community: t('lending.missing-community') }),
      ...(values.roles.length === 0 && { roles: t('lending.missing-roles') }),
      ...(values.endsAt === '' && { endsAt: t('lending.missing-end') }),
    }),
    send: (values) =>
      offerLending({
        ...values,
        roles: values.roles as Role[],
        endsAt: instantOf(values.endsAt, community.timeZone),
      }),
    done: () => client.invalidateQueries({ queryKey: ['lendings'] }),
    said: t('lending.done'),
  });
  return (
    <Form form={form} act={t('lending.act')} name={t('lending.offer')}>
      <p>{t('lending.words')}</p>
      <Choice form={form} name="personId" label={t('lending.person')} options={colleagues} />
      <Choice
        form={form}
        name="community"
        label={t('lending.community')}
        options={communities.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Ticks
        form={form}
        name="roles"
        legend={t('lending.roles')}
        options={roles.filter(({ value }) => lent.includes(value))}
      />
      <MomentBox form={form} name="endsAt" label={t('lending.ends')} />
    </Form>
  );
};

/** Offers a colleague to another community of this installation; nothing where this is the only one. */
export const LendForm = () => {
  const { t } = useWords(lendingWords);
  const { community } = useSession();
  const all = useQuery(communitiesQuery);
  const others = (all.data?.communities ?? []).filter(({ slug }) => slug !== community.slug);
  if (others.length === 0) return null;
  return (
    <Fold title={t('lending.offer')}>
      <Offer communities={others} />
    </Fold>
  );
};
