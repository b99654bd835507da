import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MomentBox, TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Page, Part } from '../../../console/kit/page.tsx';
import { usePeopleOptions } from '../../../console/kit/people.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { goAway, type HandedOverAll, handOverAll } from '../calls.ts';
import { loadWords } from './words/index.ts';

const AbsenceForm = () => {
  const { t } = useWords(loadWords);
  const { timeZone } = useSpeech();
  const [isNoted, setNoted] = useState(false);
  const form = useForm({
    draft: 'absence',
    initial: { startsAt: '', endsAt: '' },
    check: ({ startsAt, endsAt }) => ({
      ...(startsAt === '' && { startsAt: t('away.missing-from') }),
      ...(endsAt === '' && { endsAt: t('away.missing-until') }),
    }),
    send: ({ startsAt, endsAt }) =>
      goAway({ startsAt: instantOf(startsAt, timeZone), endsAt: instantOf(endsAt, timeZone) }),
    done: () => setNoted(true),
    said: t('away.done'),
  });
  return (
    <Form form={form} act={t('away.act')} name={t('away.absence')} lesser>
      <p>{t('away.hint')}</p>
      {isNoted && <Notice tone="good" title={t('away.done')} />}
      <MomentBox form={form} name="startsAt" label={t('away.from')} />
      <MomentBox form={form} name="endsAt" label={t('away.until')} />
    </Form>
  );
};

const LeaveForm = () => {
  const { t } = useWords(loadWords);
  const { timeZone } = useSpeech();
  const { person } = useSession();
  const client = useQueryClient();
  const [handed, setHanded] = useState<HandedOverAll>();
  const people = usePeopleOptions(
    ({ id, roles }) => id !== person.id && roles.some((role) => !['overseer', 'administrator'].includes(role)),
  );
  const form = useForm({
    draft: 'hand over all',
    initial: { toIds: [] as string[], expiresAt: '', note: '' },
    check: ({ toIds, expiresAt }) => ({
      ...((toIds.length === 0 || toIds.length > 8) && { toIds: t('leave.missing-to') }),
      ...(expiresAt === '' && { expiresAt: t('leave.missing-expires') }),
    }),
    send: (values) => handOverAll({ ...values, expiresAt: instantOf(values.expiresAt, timeZone) }),
    done: (given) => {
      setHanded(given);
      for (const key of ['cases', 'case', 'my-day']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <Form form={form} act={t('leave.act')} name={t('leave.title')} lesser>
      <p>{t('leave.hint')}</p>
      {handed && (
        <Notice tone={handed.left.length === 0 ? 'good' : 'careful'} role="status">
          <p>{t('leave.done', { count: handed.offered })}</p>
          {handed.left.length > 0 && <p>{t('leave.left', { numbers: handed.left.join(', ') })}</p>}
        </Notice>
      )}
      <Ticks form={form} name="toIds" legend={t('leave.to')} options={people} />
      <MomentBox form={form} name="expiresAt" label={t('leave.expires')} />
      <TextArea form={form} name="note" label={t('leave.note')} rows={2} optional />
    </Form>
  );
};

/** For whoever is away for a while, or leaves: nothing is unowned at any instant. */
export const AwayPage = () => {
  const { t } = useWords(loadWords);
  return (
    <Page title={t('away.title')}>
      <p>{t('away.about')}</p>
      <Part title={t('away.absence')}>
        <AbsenceForm />
      </Part>
      <Part title={t('leave.title')}>
        <LeaveForm />
      </Part>
    </Page>
  );
};
