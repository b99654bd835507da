import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addShift, type Rota, removeShift, rotaQuery, type Shift } from '../../console/api/community.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { Choice, MomentBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { useNow } from '../../console/kit/now.tsx';
import { Empty, Fold, Page } from '../../console/kit/page.tsx';
import { usePeopleOptions } from '../../console/kit/people.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { instantOf, wallTime } from '../../console/kit/zoned.ts';
import { communityWords } from '../words/index.ts';

const day = 24 * 60 * 60_000;

/** The week that begins on the Monday before or at `now`, moved by `weeks`, on the clocks of the community. */
const weekOf = (now: number, weeks: number, timeZone: string): { from: string; to: string } => {
  const today = Date.parse(`${wallTime(now, timeZone).slice(0, 10)}T00:00:00Z`);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const monday = today + (weeks * 7 - sinceMonday) * day;
  const at = (instant: number) => instantOf(new Date(instant).toISOString().slice(0, 16), timeZone);
  return { from: at(monday), to: at(monday + 7 * day) };
};

const ShiftForm = () => {
  const { t } = useWords(communityWords);
  const { timeZone } = useSpeech();
  const client = useQueryClient();
  const officers = usePeopleOptions(({ roles }) => roles.includes('duty-officer') || roles.includes('coordinator'));
  const form = useForm({
    draft: 'shift',
    initial: { startsAt: '', endsAt: '', officerId: '', secondId: '' },
    check: ({ startsAt, endsAt, officerId, secondId }) => ({
      ...(startsAt === '' && { startsAt: t('rota.missing-start') }),
      ...(endsAt === '' && { endsAt: t('rota.missing-end') }),
      ...(endsAt !== '' && endsAt <= startsAt && { endsAt: t('rota.ends-before') }),
      ...(officerId === '' && { officerId: t('rota.missing-officer') }),
      ...(secondId === '' && { secondId: t('rota.missing-second') }),
      ...(secondId !== '' && secondId === officerId && { secondId: t('rota.same-person') }),
    }),
    send: (values) =>
      addShift({
        ...values,
        startsAt: instantOf(values.startsAt, timeZone),
        endsAt: instantOf(values.endsAt, timeZone),
      }),
    done: () => client.invalidateQueries({ queryKey: ['rota'] }),
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

const ShiftRow = ({ shift, mayChange }: { shift: Shift; mayChange: boolean }) => {
  const { t, formatDateTime } = useWords(communityWords);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeShift(shift.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rota'] }),
  });
  return (
    <li className="card card-line">
      <span>
        <Moment at={shift.startsAt} /> – <Moment at={shift.endsAt} />
        <span className="rota-who">
          <strong>{shift.officer.name}</strong> · {t('rota.then', { name: shift.second.name })}
        </span>
        {remove.error && <RefusalNotice refusal={refusalOf(remove.error)} />}
      </span>
      {mayChange && (
        <button
          type="button"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
          aria-label={t('rota.remove-one', { when: formatDateTime(shift.startsAt) })}
        >
          {t('rota.remove')}
        </button>
      )}
    </li>
  );
};

const Gaps = ({ gaps }: { gaps: Rota['gaps'] }) => {
  const { t } = useWords(communityWords);
  if (gaps.length === 0)
    return (
      <Notice tone="good">
        <p>{t('rota.no-gaps')}</p>
      </Notice>
    );
  return (
    <Notice tone="bad" title={t('rota.gaps', { count: gaps.length })}>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.startsAt}>
            <Moment at={gap.startsAt} /> – <Moment at={gap.endsAt} />
          </li>
        ))}
      </ul>
    </Notice>
  );
};

/** Who is on duty, week by week, and the hours that nobody covers. */
export const RotaPage = () => {
  const { t, formatDate } = useWords(communityWords);
  const { timeZone } = useSpeech();
  const now = useNow();
  const mayChange = useHasRole('coordinator', 'administrator');
  const [weeks, setWeeks] = useState(0);
  const { from, to } = weekOf(now, weeks, timeZone);
  const rota = useQuery(rotaQuery(from, to));
  return (
    <Page title={t('rota.title')} kicker={t('rota.week', { day: formatDate(from) })}>
      <p className="form-acts">
        <button type="button" onClick={() => setWeeks(weeks - 1)}>
          {t('rota.before')}
        </button>
        <button type="button" onClick={() => setWeeks(0)} disabled={weeks === 0}>
          {t('rota.this-week')}
        </button>
        <button type="button" onClick={() => setWeeks(weeks + 1)}>
          {t('rota.after')}
        </button>
      </p>
      <Reading of={rota}>
        {(data) => (
          <>
            <Gaps gaps={data.gaps} />
            {data.shifts.length === 0 && <Empty>{t('rota.none')}</Empty>}
            <ul className="cards">
              {data.shifts.map((shift) => (
                <ShiftRow key={shift.id} shift={shift} mayChange={mayChange} />
              ))}
            </ul>
          </>
        )}
      </Reading>
      {mayChange && (
        <Fold title={t('rota.add')}>
          <ShiftForm />
        </Fold>
      )}
    </Page>
  );
};
