import { addLeave, addShift } from '../../../console/api/community.ts';
import { Choice, MomentBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { usePeopleOptions } from '../../../console/kit/people.tsx';
import { useHasRole, useSession } from '../../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { rotaWords } from '../../words/rota/index.ts';
import { useRotaAct } from './use-rota-act.ts';

interface Hours {
  startsAt: string;
  endsAt: string;
}

/** What is wrong with a beginning and an end as the clocks of the community show them, and how they travel. */
const useHours = () => {
  const { t } = useWords(rotaWords);
  const { timeZone } = useSpeech();
  return {
    check: ({ startsAt, endsAt }: Hours) => ({
      ...(startsAt === '' && { startsAt: t('rota.missing-start') }),
      ...(endsAt === '' && { endsAt: t('rota.missing-end') }),
      ...(endsAt !== '' && endsAt <= startsAt && { endsAt: t('rota.ends-before') }),
    }),
    sent: ({ startsAt, endsAt }: Hours): Hours => ({
      startsAt: instantOf(startsAt, timeZone),
      endsAt: instantOf(endsAt, timeZone),
    }),
  };
};

const useDesk = () => usePeopleOptions(({ roles }) => roles.includes('duty-officer') || roles.includes('coordinator'));

/** Adds a shift with its officer and a second. */
export const ShiftForm = () => {
  const { t } = useWords(rotaWords);
  const hours = useHours();
  const officers = useDesk();
  const act = useRotaAct(async () => {});
  const form = useForm({
    draft: 'shift',
    initial: { startsAt: '', endsAt: '', officerId: '', secondId: '' },
    check: (values) => ({
      ...hours.check(values),
      ...(values.officerId === '' && { officerId: t('rota.missing-officer') }),
      ...(values.secondId === '' && { secondId: t('rota.missing-second') }),
      ...(values.secondId !== '' && values.secondId === values.officerId && { secondId: t('rota.same-person') }),
    }),
    send: (values) => addShift({ ...values, ...hours.sent(values) }),
    done: act.run,
    said: t('rota.done'),
  });
  return (
    <Form form={form} act={t('rota.act')} name={t('rota.add')} lesser>
      <MomentBox form={form} name="startsAt" label={t('rota.starts')} />
      <MomentBox form={form} name="endsAt" label={t('rota.ends')} />
      <Choice form={form} name="officerId" label={t('rota.officer')} options={officers} />
      <Choice form={form} name="secondId" label={t('rota.second')} hint={t('rota.second-hint')} options={officers} />
    </Form>
  );
};

/** Says that I am away, or as coordinator that somebody is. */
export const LeaveForm = () => {
  const { t } = useWords(rotaWords);
  const hours = useHours();
  const { person } = useSession();
  const mayChange = useHasRole('coordinator');
  const people = usePeopleOptions(({ id }) => mayChange || id === person.id);
  const act = useRotaAct(async () => {});
  const form = useForm({
    draft: 'leave',
    initial: { personId: person.id, startsAt: '', endsAt: '' },
    check: (values) => ({ ...hours.check(values), ...(values.personId === '' && { personId: t('leave.missing') }) }),
    send: (values) => addLeave({ personId: values.personId, ...hours.sent(values) }),
    done: act.run,
    said: t('leave.done'),
  });
  return (
    <Form form={form} act={t('leave.act')} name={t('leave.title')} lesser>
      <p>{t('leave.words')}</p>
      <Choice form={form} name="personId" label={t('leave.who')} options={people} />
      <MomentBox form={form} name="startsAt" label={t('rota.starts')} />
      <MomentBox form={form} name="endsAt" label={t('rota.ends')} />
    </Form>
  );
};
