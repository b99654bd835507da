import { offerSwap, type Rota, removeShift, type Shift } from '../../../console/api/community.ts';
import { Choice } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { useNow } from '../../../console/kit/now.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { usePeopleOptions } from '../../../console/kit/people.tsx';
import { useHasRole, useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { rotaWords } from '../../words/rota/index.ts';
import { useRotaAct } from './use-rota-act.ts';

const SwapForm = ({ shift }: { shift: Shift }) => {
  const { t, formatDateTime } = useWords(rotaWords);
  const colleagues = usePeopleOptions(
    ({ id, roles }) =>
      id !== shift.officer.id &&
      id !== shift.second.id &&
      (roles.includes('duty-officer') || roles.includes('coordinator')),
  );
  const act = useRotaAct(async () => {});
  const form = useForm({
    draft: `swap ${shift.id}`,
    initial: { toId: '' },
    send: ({ toId }) => offerSwap(shift.id, toId === '' ? null : toId),
    done: act.run,
    said: t('swap.offered'),
  });
  return (
    <Form form={form} act={t('swap.offer')} name={t('swap.offer-one', { when: formatDateTime(shift.startsAt) })} lesser>
      <Choice form={form} name="toId" label={t('swap.to')} hint={t('swap.to-hint')} options={colleagues} optional />
    </Form>
  );
};

const Remove = ({ shift }: { shift: Shift }) => {
  const { t, formatDateTime } = useWords(rotaWords);
  const remove = useRotaAct(() => removeShift(shift.id));
  return (
    <>
      {remove.refusal && <RefusalNotice refusal={remove.refusal} />}
      <button
        type="button"
        className="link"
        disabled={remove.isBusy}
        onClick={remove.run}
        aria-label={t('rota.remove-one', { when: formatDateTime(shift.startsAt) })}
      >
        {t('rota.remove')}
      </button>
    </>
  );
};

/** What I may do with a shift: offer my part of it, and as coordinator take it off the rota. */
export const ShiftTools = ({ shift, rota }: { shift: Shift; rota: Rota }) => {
  const { t } = useWords(rotaWords);
  const { person } = useSession();
  const mayChange = useHasRole('coordinator');
  const now = useNow();
  const part = shift.officer.id === person.id ? 'officer' : shift.second.id === person.id ? 'second' : null;
  const isOffered = rota.swaps.some((swap) => swap.shiftId === shift.id && swap.part === part);
  return (
    <>
      {part !== null && !isOffered && Date.parse(shift.endsAt) > now && (
        <Fold title={t('swap.fold')}>
          <SwapForm shift={shift} />
        </Fold>
      )}
      {mayChange && <Remove shift={shift} />}
    </>
  );
};
