import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { communitiesQuery, newCommunityLink } from '../../console/api/community.ts';
import { Copy } from '../../console/kit/copy.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { communityWords } from '../words/index.ts';
import { WitnessesPart } from './witnesses.tsx';

const AddCommunity = () => {
  const { t } = useWords(communityWords);
  const [made, setMade] = useState<{ link: string; expiresAt: string } | null>(null);
  const form = useForm<Record<string, never>, { link: string; expiresAt: string }>({
    draft: 'add-community',
    initial: {},
    check: () => ({}),
    send: () => newCommunityLink(),
    done: setMade,
  });
  return (
    <>
      {made && (
        <Notice tone="good" title={t('installation.link')} role="status">
          <p>{t('installation.link-words')}</p>
          <p className="secret">{made.link}</p>
          <Copy text={made.link} act={t('installation.copy')} />
          <p className="hint">
            {t('people.expires')} <Moment at={made.expiresAt} />
          </p>
        </Notice>
      )}
      <Form form={form} act={t('installation.add')} name={t('installation.communities')}>
        {null}
      </Form>
    </>
  );
};

const Communities = () => {
  const { t } = useWords(communityWords);
  const communities = useQuery(communitiesQuery);
  return (
    <Part title={t('installation.communities')}>
      <p>{t('installation.words')}</p>
      <Reading of={communities}>
        {(data) => (
          <ul>
            {data.communities.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </Reading>
      <AddCommunity />
    </Part>
  );
};

/** What concerns the installation and no community: which communities it serves and who watches its logs. Nothing of their content is here. */
export const InstallationPage = () => {
  const { t } = useWords(communityWords);
  return (
    <Page title={t('installation.title')}>
      <Communities />
      <WitnessesPart />
    </Page>
  );
};
