import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { changeRow, decideRow, type OpenedReport, rowQuery } from '../../console/api/reports.ts';
import { More } from '../../console/kit/listing.tsx';
import { UrgencyMark } from '../../console/kit/marks.tsx';
import { Ago } from '../../console/kit/moments.tsx';
import { Fold, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { useActing } from './use-acting.tsx';
import { linkingWords } from './words/linking/index.ts';

const Others = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(linkingWords);
  const others = useInfiniteQuery(rowQuery(report.id));
  return (
    <Reading of={others}>
      {({ pages }) => (
        <>
          <ul className="rows">
            {pages
              .flatMap((page) => page.rows)
              .map((row) => (
                <li key={row.id}>
                  <Link to={`/reports/${row.id}`} className="row">
                    <span className="row-first">
                      <UrgencyMark urgency={row.urgency} />
                      <span className="number">{row.number}</span>
                    </span>
                    <span className="row-third">
                      {t('desk.received')} <Ago at={row.receivedAt} />
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
          <More of={others} label={t('desk.more')} fetchMore={() => others.fetchNextPage()} />
        </>
      )}
    </Reading>
  );
};

/** The near copies that wait in one row with this report: each can be opened, taken out, or all of them set apart. */
export const DeskRow = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(linkingWords);
  const { busy, act, refusal } = useActing();
  if (report.others === 0 || report.state === 'decided') return null;
  const change = (what: 'take-out' | 'unfold') => act(() => changeRow(report.id, { act: what }), t(`row.${what}-done`));
  return (
    <Part title={t('row.title', { count: report.others })}>
      <p>{t(report.folded ? 'row.within' : 'row.words')}</p>
      {refusal}
      <div className="form-acts">
        <button type="button" disabled={busy} onClick={() => change('take-out')}>
          {t('row.take-out')}
        </button>
        <button type="button" disabled={busy} onClick={() => change('unfold')}>
          {t('row.unfold')}
        </button>
      </div>
      <Fold title={t('row.show')}>
        <Others report={report} />
      </Fold>
    </Part>
  );
};

/** After a decision: the near copies that came before it may be decided alike, with the same reason. */
export const DecideRow = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(linkingWords);
  const { busy, act, refusal } = useActing();
  const [left, setLeft] = useState(report.others);
  if (report.others === 0 || report.state !== 'decided') return null;
  const decideAll = async () => {
    for (let more = left; more > 0; ) {
      const { decided, left: still } = await decideRow(report.id);
      setLeft(still);
      more = decided === 0 ? 0 : still;
    }
  };
  return (
    <Part title={t('row.alike')}>
      <p role="status">{t('row.alike-words', { count: left })}</p>
      {refusal}
      <button type="button" disabled={busy} onClick={() => act(decideAll, t('row.alike-done'))}>
        {t('row.alike-act')}
      </button>
    </Part>
  );
};
