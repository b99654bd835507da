import { joinCatalogues, translator } from '../../platform/i18n/index.ts';
import { shellWords } from '../../platform/pages/words/index.ts';
import { renderFrame } from '../pages/frame.tsx';
import { codeOf, type LibrarySetting } from '../pages/page-words.ts';
import { libraryWords } from '../words/index.ts';
import { offlineWords } from './words/index.ts';

const catalogues = joinCatalogues(joinCatalogues(offlineWords, libraryWords), shellWords);

/** What stands in for a page that was not kept: it says that nothing was sent, and leads to what was. */
export const renderNoNetwork = (setting: LibrarySetting): string => {
  const words = translator(catalogues, setting.language, setting.timeZone);
  const title = words.t('offline.title');
  return renderFrame({
    setting,
    words,
    title,
    path: '/no-network',
    isPrivate: true,
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('offline.lead')}</p>
        <p>{words.t('offline.not-sent')}</p>
        <p>
          <a className="button second" href={`/${codeOf(setting)}/library`}>
            {words.t('offline.library')}
          </a>
        </p>
      </>
    ),
  });
};
