import { useQuery } from '@tanstack/react-query';
import { Words } from '../../../console/kit/facts.tsx';
import { Empty } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OpenedPage } from '../opened-page.tsx';
import { minutesQuery } from './calls.ts';
import { meetingWords } from './words/index.ts';

/** What meetings said of a case, or one of them. */
export const Minutes = ({ caseId, meetingId }: { caseId: string; meetingId?: string }) => {
  const { t, formatDateTime } = useWords(meetingWords);
  const minutes = useQuery(minutesQuery(caseId));
  return (
    <Reading of={minutes}>
      {({ entries }) => {
        const shown = entries.filter((entry) => meetingId === undefined || entry.meetingId === meetingId);
        if (shown.length === 0) return <Empty>{t('minutes.none')}</Empty>;
        return (
          <ul className="cards">
            {shown.map((entry) => (
              <li key={entry.id} className="card">
                <Words>{entry.words}</Words>
                {entry.decided.length > 0 && <p>{t('minutes.decided', { numbers: entry.decided.join(', ') })}</p>}
                <p className="hint">
                  {t('minutes.of', {
                    number: entry.meetingNumber,
                    when: formatDateTime(entry.heldAt),
                    name: entry.writtenBy.name,
                  })}
                </p>
              </li>
            ))}
          </ul>
        );
      }}
    </Reading>
  );
};

/** The minutes of one case, from all its meetings. */
export const MinutesPage = () => {
  const { t } = useWords(meetingWords);
  return <OpenedPage title={() => t('minutes.title')}>{(opened) => <Minutes caseId={opened.id} />}</OpenedPage>;
};
