import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { refusalOf } from '../../../console/api/refusal.ts';
import { Moment } from '../../../console/kit/moments.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { calendarQuery, makeCalendar, revokeCalendar } from '../calls.ts';
import { reviewWords } from './words/index.ts';

/** Makes, renews and ends the address under which a calendar reads one's own dates. */
export const CalendarFeed = () => {
  const { t } = useWords(reviewWords);
  const client = useQueryClient();
  const feed = useQuery(calendarQuery);
  const make = useMutation({
    mutationFn: makeCalendar,
    onSuccess: (given) => client.setQueryData(calendarQuery.queryKey, given),
  });
  const end = useMutation({
    mutationFn: revokeCalendar,
    onSuccess: () => {
      make.reset();
      client.setQueryData(calendarQuery.queryKey, { madeAt: null, address: null });
    },
  });
  const since = feed.data?.madeAt ?? null;
  const error = make.error ?? end.error;
  return (
    <>
      <p>{t('calendar.about')}</p>
      {error && <RefusalNotice refusal={refusalOf(error)} />}
      {make.data?.address && (
        <>
          <p>{t('calendar.once')}</p>
          <p className="secret">{make.data.address}</p>
        </>
      )}
      {since && (
        <p>
          {t('calendar.since')} <Moment at={since} />
        </p>
      )}
      <p className="form-acts">
        <button type="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {since ? t('calendar.again') : t('calendar.make')}
        </button>
        {since && (
          <button type="button" disabled={end.isPending} onClick={() => end.mutate()}>
            {t('calendar.end')}
          </button>
        )}
      </p>
    </>
  );
};
