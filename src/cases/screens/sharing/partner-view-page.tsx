import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Facts } from '../../../console/kit/facts.tsx';
import { Due } from '../../../console/kit/moments.tsx';
import { Page } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { partnerViewQuery } from './calls.ts';
import { ParcelView } from './parcel-view.tsx';
import { sharingWords } from './words/index.ts';

/** What another community gave this person to read, until it ends by itself. */
export const PartnerViewPage = () => {
  const { viewId = '' } = useParams();
  const { t } = useWords(sharingWords);
  return (
    <Page title={t('given.title')}>
      <Reading of={useQuery(partnerViewQuery(viewId))}>
        {({ from, expiresAt, parcel }) => (
          <>
            <p>{t('given.words')}</p>
            <Facts
              rows={[
                [t('given.from'), from],
                [t('given.until'), <Due key="until" at={expiresAt} />],
              ]}
            />
            <ParcelView parcel={parcel} withFacts />
          </>
        )}
      </Reading>
    </Page>
  );
};
