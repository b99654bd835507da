import { translator } from '../i18n/index.ts';
import { renderPublicPage } from './public-page.tsx';
import type { PublicSetting } from './setting.ts';
import { shellWords } from './words/index.ts';

/** A plain list of the communities of an installation, each leading to its own first page. */
export const renderChooseCommunity = (
  setting: PublicSetting,
  communities: readonly { slug: string; name: string }[],
): string => {
  const words = translator(shellWords, setting.language, setting.timeZone);
  return renderPublicPage({
    setting,
    title: words.t('shell.choose.title'),
    path: '',
    children: (
      <>
        <h1>{words.t('shell.choose.title')}</h1>
        <p className="lead">{words.t('shell.choose.words')}</p>
        <nav aria-label={words.t('shell.choose.list')}>
          <ul className="lines">
            {communities.map(({ slug, name }) => (
              <li key={slug}>
                <a className="button second" href={`/${slug}/${setting.language}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </>
    ),
  });
};
