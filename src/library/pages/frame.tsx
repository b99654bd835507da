import type { ReactNode } from 'react';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { Source } from '../contract.ts';
import { offlineScript } from '../offline/offline-files.ts';
import type { Citing } from './citing.ts';
import { codeOf, type LibrarySetting, type PageWords } from './page-words.ts';

const licence = 'https://creativecommons.org/licenses/by/4.0/';

const Way = ({ code, words, more }: { code: string; words: PageWords; more: ReactNode }) => (
  <nav className="way" aria-label={words.t('library.place')}>
    <ol>
      <li>
        <a href={`/${code}/library`}>{words.t('library.back')}</a>
      </li>
      {more}
    </ol>
  </nav>
);

const Terms = ({ page, words }: { page: string; words: PageWords }) => (
  <aside className="terms" aria-label="CC BY 4.0">
    <p>
      <a href={licence} rel="license noreferrer noopener">
        CC BY 4.0
      </a>
      <span> · {words.t('library.licence')}</span>
    </p>
    <p className="no-print">
      <strong>{words.t('library.mistake')}</strong>{' '}
      <a href={`/${words.language}/library/mistake?page=${encodeURIComponent(page)}`}>
        {words.t('library.mistake.link')}
      </a>
    </p>
  </aside>
);

export interface FrameProps {
  setting: LibrarySetting;
  words: PageWords;
  title: string;
  /** The page's path after `/{language}/library`. */
  path: string;
  /** Steps on the way here, after the library itself. */
  way?: ReactNode;
  isPrivate?: boolean;
  children: ReactNode;
}

/** One page of the library: the way here, the page, and on what terms its texts may be used. */
export const renderFrame = ({ setting, words, title, path, way, isPrivate = false, children }: FrameProps): string =>
  renderPublicPage({
    setting,
    title: `${title} · ${words.t('library.title')}`,
    path: `/library${path}`,
    isPrivate,
    children: (
      <div className="library" lang={setting.spoken?.code} dir={setting.spoken?.direction}>
        <Way code={codeOf(setting)} words={words} more={way} />
        {children}
        <Terms page={`/${codeOf(setting)}/library${path}`} words={words} />
        <script src={offlineScript.path} defer />
      </div>
    ),
  });

/** The numbered sources of a page; each says how well we know it. */
export const Sources = ({ citing: { sources, cited }, words }: { citing: Citing; words: PageWords }) =>
  sources.length === 0 ? null : (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{words.t('library.article.sources')}</h2>
      <ol>
        {sources.map((source, index) => (
          <li key={source.id} id={`source-${source.id}`}>
            <SourceTitle source={source} />, {source.publisher}
            {source.year !== null && `, ${source.year}`}.{' '}
            <span className="mark">{words.t(`library.mark.${source.mark}`)}</span>{' '}
            {cited.has(source.id) && (
              <a
                className="no-print"
                href={`#cite-${source.id}`}
                aria-label={words.t('library.article.back-to-text', { number: index + 1 })}
              >
                ↑
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );

const SourceTitle = ({ source: { title, url } }: { source: Source }) =>
  url === null ? (
    <cite>{title}</cite>
  ) : (
    <a href={url} rel="noreferrer noopener">
      <cite>{title}</cite>
    </a>
  );
