import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { Empty, Fold } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OpenedPage } from '../opened-page.tsx';
import { type Shared, sharingQuery } from './calls.ts';
import { DisclosureCard } from './disclosure-card.tsx';
import { ShareWizard } from './share-wizard.tsx';
import { ToldOnce } from './told-once.tsx';
import { sharingWords } from './words/index.ts';

const Sharing = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(sharingWords);
  const client = useQueryClient();
  const [made, setMade] = useState<Shared | null>(null);
  const [round, setRound] = useState(0);
  const sharing = useQuery(sharingQuery(opened.id));
  const mayShare = opened.myPart === 'lead' || opened.myPart === 'deputy';
  const done = (shared: Shared) => {
    client.setQueryData(sharingQuery(opened.id).queryKey, shared.sharing);
    void client.invalidateQueries({ queryKey: ['my-day'] });
    setMade(shared);
    setRound(round + 1);
  };
  return (
    <Reading of={sharing}>
      {(read) => (
        <>
          {made && <ToldOnce shared={made} close={() => setMade(null)} />}
          {mayShare ? (
            <Fold key={round} title={t('sharing.share')} open={read.disclosures.length === 0}>
              <ShareWizard opened={opened} sharing={read} done={done} />
            </Fold>
          ) : (
            <p className="hint">{t('sharing.read-only')}</p>
          )}
          {read.disclosures.length === 0 && <Empty>{t('sharing.none')}</Empty>}
          <ul className="cards">
            {read.disclosures.map((disclosure) => (
              <DisclosureCard key={disclosure.id} caseId={opened.id} disclosure={disclosure} mayShare={mayShare} />
            ))}
          </ul>
        </>
      )}
    </Reading>
  );
};

/** What of one case was given to whom, and the way to give more. */
export const SharingPage = () => {
  const { t } = useWords(sharingWords);
  return <OpenedPage title={() => t('sharing.title')}>{(opened) => <Sharing opened={opened} />}</OpenedPage>;
};
