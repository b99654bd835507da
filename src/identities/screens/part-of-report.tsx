import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { identityQuery } from '../../console/api/identities.ts';
import { Fold } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { identityWords } from '../words/index.ts';
import { AskForm } from './ask-form.tsx';
import { OpenedIdentity } from './opened-identity.tsx';
import { RequestFacts } from './request-facts.tsx';

const Identity = ({ reportId }: { reportId: string }) => {
  const { t } = useWords(identityWords);
  const client = useQueryClient();
  const identity = useQuery(identityQuery(reportId));
  const isOverseer = useHasRole('overseer');
  const again = useCallback(
    () => void client.invalidateQueries({ queryKey: ['identity', reportId] }),
    [client, reportId],
  );
  return (
    <Reading of={identity}>
      {({ isGiven, requests }) => {
        if (!isGiven) return <p>{t('none')}</p>;
        const isAsked = requests.some((request) => request.state !== 'closed');
        return (
          <>
            <p>{t('given')}</p>
            {requests.map((request) => (
              <div key={request.id} className="card">
                <RequestFacts request={request} />
                {request.isMine && request.state === 'open' && <OpenedIdentity request={request} done={again} />}
              </div>
            ))}
            {!isAsked && !isOverseer && (
              <Fold title={t('ask.act')}>
                <AskForm reportId={reportId} done={again} />
              </Fold>
            )}
          </>
        );
      }}
    </Reading>
  );
};

/** Whether the reporter can be reached, what was asked about it, and what is open here until when. */
export const IdentityOfReport = ({ reportId }: { reportId: string }) => {
  const { t } = useWords(identityWords);
  return (
    <Fold title={t('title')}>
      <Identity reportId={reportId} />
    </Fold>
  );
};
