import type { MyDay } from '../../../console/api/cases.ts';
import { Due } from '../../../console/kit/moments.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Waiting } from '../waiting.tsx';
import { sharingWords } from './words/index.ts';

/** What was shared and ends soon, and what other communities gave one to read. */
export const SharingInMyDay = ({ day }: { day: MyDay }) => {
  const { t } = useWords(sharingWords);
  return (
    <>
      <Waiting title={t('day.given')} rows={day.sharedWithMe} keyOf={({ id }) => id} to={({ id }) => `/given/${id}`}>
        {(given) => (
          <span className="row-first">
            <span>{given.from}</span>
            <Due at={given.expiresAt} />
          </span>
        )}
      </Waiting>
      <Waiting
        title={t('day.ends')}
        rows={day.sharingEnds}
        keyOf={({ id }) => id}
        to={({ caseId }) => `/cases/${caseId}/sharing`}
      >
        {(sharing) => (
          <span className="row-first">
            <span className="number">{sharing.caseNumber}</span>
            <Due at={sharing.endsAt} />
          </span>
        )}
      </Waiting>
    </>
  );
};
