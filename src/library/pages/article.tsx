import type { ReactNode } from 'react';
import type { Resource } from '../contract.ts';
import type { Article } from '../reading/article.ts';
import { drawText } from '../reading/draw-text.ts';
import { addressOf, articlesIn, type Library } from '../reading/library.ts';
import { Prose } from '../screens/prose.tsx';
import { citing } from './citing.ts';
import { renderFrame, Sources } from './frame.tsx';
import { dayIn, type LibrarySetting, type PageWords, wordsFor } from './page-words.ts';

const linksAtMost = 5;

const About = ({ article, words }: { article: Article; words: PageWords }) => (
  <div className="about">
    <p>
      {words.t('library.article.for')}{' '}
      {article.roles.map((role, index) => (
        <span key={role}>
          {index > 0 && ' · '}
          <a href={`/${words.language}/library/for/${role}`}>{words.t(`library.role.${role}`)}</a>
        </span>
      ))}
    </p>
    <p>
      {words.t('library.article.updated', { date: dayIn(words, article.updated) })} ·{' '}
      {words.t(`library.status.${article.status}`)}
      {article.isOwn && ` ${words.t('library.own')}`}
    </p>
  </div>
);

/** What others have published for the same readers about the same part of the chain; the closest first. */
const linksFor = (article: Article, resources: readonly Resource[]): Resource[] => {
  const common = ({ roles }: Resource) => roles.filter((role) => article.roles.includes(role)).length / roles.length;
  const speaks = ({ languages }: Resource) => (languages.includes(article.language) ? 1 : 0);
  return resources
    .filter((resource) => resource.phases.includes(article.phase) && common(resource) > 0)
    .toSorted((a, b) => speaks(b) - speaks(a) || common(b) - common(a) || (a.id < b.id ? -1 : 1))
    .slice(0, linksAtMost);
};

const Links = ({ article, library, words }: { article: Article; library: Library; words: PageWords }) => (
  <section className="further no-print" aria-labelledby="further">
    <h2 id="further">{words.t('library.article.links')}</h2>
    <ul>
      {linksFor(article, library.resources).map(({ id, url, title, publisher, languages }) => (
        <li key={id}>
          <a href={url} rel="noreferrer noopener" hrefLang={languages[0]}>
            {title}
          </a>
          , {publisher} ({languages.join(', ')})
        </li>
      ))}
    </ul>
    <p>
      <a href={`/${words.language}/library/resources?phase=${article.phase}`}>{words.t('library.article.all-links')}</a>
    </p>
  </section>
);

const Chain = ({ article, library, words }: { article: Article; library: Library; words: PageWords }) => {
  const all = articlesIn(library, article.language);
  const at = all.indexOf(article);
  const [before, after] = [all[at - 1], all[at + 1]];
  return (
    <nav className="chain no-print" aria-label={words.t('library.article.chain')}>
      {before && (
        <a rel="prev" href={addressOf(before)}>
          {words.t('library.article.before', { title: before.title })}
        </a>
      )}
      {after && (
        <a rel="next" href={addressOf(after)}>
          {words.t('library.article.after', { title: after.title })}
        </a>
      )}
    </nav>
  );
};

/** The same text in the languages that this community added. */
const AlsoIn = ({ article, library, words }: { article: Article; library: Library; words: PageWords }) => {
  const others = library.added.filter(
    ({ code, articles }) => code !== article.language && articles.some(({ id }) => id === article.id),
  );
  if (others.length === 0) return null;
  return (
    <p>
      {words.t('library.added.also')}{' '}
      {others.map(({ code, name }, index) => (
        <span key={code}>
          {index > 0 && ' · '}
          <a href={addressOf({ ...article, language: code })} lang={code} hrefLang={code}>
            {name}
          </a>
        </span>
      ))}
    </p>
  );
};

/**
 * One article: what it says, for whom, how far its translation has come, where its figures come from, what comes next. In an
 * added language the words around it stay those of the setting, and the text is marked with its own language and direction.
 */
export const renderArticle = (
  setting: LibrarySetting,
  library: Library,
  article: Article,
  before: ReactNode = null,
): string => {
  const words = wordsFor(setting);
  const added = library.added.find(({ code }) => code === article.language);
  const written = added ? { lang: added.code, dir: added.direction } : {};
  const cited = citing(library, words, [article.body], article.sources, article.language);
  return renderFrame({
    setting,
    words,
    title: article.title,
    path: `/${article.phase}/${article.slug}`,
    way: (
      <li>
        <a
          href={
            setting.added
              ? `/${setting.added.code}/library#${article.phase}`
              : `/${setting.language}/library#${article.step}`
          }
        >
          {words.t(`library.phase.${article.phase}`)} · {words.t(`library.step.${article.step}`)}
        </a>
      </li>
    ),
    children: (
      <>
        {before}
        <article>
          <h1 {...written}>{article.title}</h1>
          <p className="lead" {...written}>
            {article.summary}
          </p>
          <About article={article} words={words} />
          <AlsoIn article={article} library={library} words={words} />
          <Prose tree={drawText(article.body, cited)} written={written} />
        </article>
        <Links article={article} library={library} words={words} />
        <Sources citing={cited} words={words} />
        <Chain article={article} library={library} words={words} />
      </>
    ),
  });
};
