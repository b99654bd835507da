import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Rota, rotaQuery } from '../../../console/api/community.ts';
import { Moment } from '../../../console/kit/moments.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { useNow } from '../../../console/kit/now.tsx';
import { Fold, Page } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useHasRole } from '../../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { rotaWords } from '../../words/rota/index.ts';
import { Leaves } from './leaves.tsx';
import { MyTestPage, PageTest } from './page-test.tsx';
import { LeaveForm, ShiftForm } from './rota-forms.tsx';
import { Swaps } from './swaps.tsx';
import { Week } from './week.tsx';
import { weekOf } from './week-of.ts';

const Gaps = ({ gaps }: { gaps: Rota['gaps'] }) => {
  const { t } = useWords(rotaWords);
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
            {gap.away !== null && ` · ${t('week.gap-away', { name: gap.away })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const WeekChoice = ({ weeks, choose }: { weeks: number; choose(weeks: number): void }) => {
  const { t } = useWords(rotaWords);
  return (
    <p className="form-acts">
      <button type="button" onClick={() => choose(weeks - 1)}>
        {t('rota.before')}
      </button>
      <button type="button" onClick={() => choose(0)} disabled={weeks === 0}>
        {t('rota.this-week')}
      </button>
      <button type="button" onClick={() => choose(weeks + 1)}>
        {t('rota.after')}
      </button>
      <button type="button" onClick={() => window.print()}>
        {t('rota.print')}
      </button>
    </p>
  );
};

/** Who is on duty, week by week: the hours that nobody covers, what is offered, who is away, and whether pages arrive. */
export const RotaPage = () => {
  const { t, formatDate } = useWords(rotaWords);
  const { timeZone } = useSpeech();
  const now = useNow();
  const mayChange = useHasRole('coordinator');
  const [weeks, setWeeks] = useState(0);
  const days = weekOf(now, weeks, timeZone);
  const from = days[0]?.from ?? '';
  const rota = useQuery(rotaQuery(from, days.at(-1)?.to ?? ''));
  return (
    <Page title={t('rota.title')} kicker={t('rota.week', { day: formatDate(from) })}>
      <WeekChoice weeks={weeks} choose={setWeeks} />
      <Reading of={rota}>
        {(data) => (
          <>
            {data.pageTest.mine !== null && <MyTestPage id={data.pageTest.mine} />}
            <Gaps gaps={data.gaps.filter(({ endsAt }) => Date.parse(endsAt) > now)} />
            <Week days={days} rota={data} now={now} />
            <Swaps rota={data} />
            <Leaves rota={data} />
            <PageTest test={data.pageTest} />
          </>
        )}
      </Reading>
      {mayChange && (
        <Fold title={t('rota.add')}>
          <ShiftForm />
        </Fold>
      )}
      <Fold title={t('leave.title')}>
        <LeaveForm />
      </Fold>
    </Page>
  );
};
