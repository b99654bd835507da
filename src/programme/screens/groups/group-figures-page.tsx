import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { countYear, type GroupFigures, groupFiguresQuery, groupFileAddress } from '../../../console/api/programme.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { useAnnounce } from '../../../console/kit/announce.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useHasRole } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { GroupCounts } from './group-table.tsx';
import { byGroupWords } from './words/index.ts';

const Counted = ({ year }: { year: GroupFigures['counted'][number] }) => {
  const { t } = useWords(byGroupWords);
  const ground = `${year.document}, ${year.section}`;
  return (
    <Part title={t('by-group.year', { heading: year.heading, year: String(year.year) })}>
      <p className="hint">
        {t('by-group.when', { name: year.countedBy })} <Moment at={year.countedAt} />.{' '}
        {t('by-group.ground', { ground })}{' '}
        {year.counsel === '' ? t('by-group.unverified') : t('by-group.verified', { counsel: year.counsel })}
      </p>
      <p>{t('by-group.rule', { most: String(year.threshold - 1) })}</p>
      {year.tables.map((figures) => (
        <section key={figures.table}>
          <h3>{t(`by-group.table.${figures.table}`, { year: String(year.year) })}</h3>
          <GroupCounts year={year} figures={figures} />
        </section>
      ))}
      <p className="form-acts">
        <a className="button" href={groupFileAddress(year.year)} download>
          {t('by-group.file', { year: String(year.year) })}
        </a>
      </p>
    </Part>
  );
};

const ToCount = ({ ended }: { ended: GroupFigures['ended'] }) => {
  const { t } = useWords(byGroupWords);
  const client = useQueryClient();
  const announce = useAnnounce();
  const mayCount = useHasRole('overseer');
  const counting = useMutation({
    mutationFn: countYear,
    onSuccess: (given, year) => {
      client.setQueryData(groupFiguresQuery.queryKey, given);
      announce(t('by-group.counted', { year: String(year) }));
    },
  });
  if (ended.length === 0) return null;
  return (
    <Part title={t('by-group.ended')}>
      <p>{t('by-group.ended-hint')}</p>
      {!mayCount && <p className="hint">{t('by-group.by-overseer')}</p>}
      {counting.error && <RefusalNotice refusal={refusalOf(counting.error)} />}
      <ul className="cards">
        {ended.map(({ year, cases, recorded }) => (
          <li key={year} className="card">
            <p>
              <strong>{year}</strong> · {t('by-group.cases', { count: cases, recorded })}
            </p>
            {mayCount && (
              <button type="button" aria-disabled={counting.isPending} onClick={() => counting.mutate(year)}>
                {t('by-group.count', { year: String(year) })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** The cases of whole years by group, as counts without the small ones; it prints as it stands. */
export const GroupFiguresPage = () => {
  const { t } = useWords(byGroupWords);
  const figures = useQuery(groupFiguresQuery);
  return (
    <Page title={t('by-group.title')}>
      <p>{t('by-group.about')}</p>
      <p>
        <Link to="/groups">{t('by-group.settings')}</Link>
      </p>
      <Reading of={figures}>
        {({ settings, counted, ended }) => (
          <>
            {!settings.isOn && <Empty>{t('by-group.off')}</Empty>}
            {settings.isOn && counted.length === 0 && ended.length === 0 && <Empty>{t('by-group.none')}</Empty>}
            {counted.map((year) => (
              <Counted key={year.year} year={year} />
            ))}
            <ToCount ended={ended} />
          </>
        )}
      </Reading>
    </Page>
  );
};
