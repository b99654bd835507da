import { ownNames } from '../../platform/i18n/index.ts';
import { phases } from '../contract.ts';
import type { Article } from '../reading/article.ts';
import { addressOf, articlesIn, type Library } from '../reading/library.ts';
import { renderFrame } from './frame.tsx';
import { QuickSearch } from './map.tsx';
import { type LibrarySetting, wordsFor } from './page-words.ts';

type Added = Library['added'][number];

const List = ({ articles }: { articles: readonly Article[] }) => (
  <ul className="tall">
    {articles.map((article) => (
      <li key={article.id}>
        <a href={addressOf(article)}>{article.title}</a>
      </li>
    ))}
  </ul>
);

/**
 * The first page of a language that the community added: what is written in it along the chain, marked with its language and
 * direction, and what is not yet, in the language that stands in for it and whose words the page speaks.
 */
export const renderAddedMap = (setting: LibrarySetting, library: Library, added: Added): string => {
  const words = wordsFor(setting);
  const written = new Set(added.articles.map(({ id }) => id));
  const rest = articlesIn(library, setting.language).filter(({ id }) => !written.has(id));
  const names = { name: added.name, base: ownNames[setting.language] };
  return renderFrame({
    setting,
    words,
    title: added.name,
    path: '',
    children: (
      <>
        <h1 lang={added.code} dir={added.direction}>
          {added.name}
        </h1>
        {!setting.spoken && <p>{words.t('library.added.about', names)}</p>}
        <QuickSearch language={added.code} words={words} />
        {phases.map((phase) => {
          const some = added.articles.filter((article) => article.phase === phase);
          return some.length === 0 ? null : (
            <section key={phase} aria-labelledby={phase}>
              <h2 id={phase}>{words.t(`library.phase.${phase}`)}</h2>
              <div lang={added.code} dir={added.direction}>
                <List articles={some} />
              </div>
            </section>
          );
        })}
        {rest.length > 0 && (
          <section aria-labelledby="rest">
            <h2 id="rest">{words.t('library.added.rest', names)}</h2>
            <List articles={rest} />
          </section>
        )}
        <p>
          <a href={`/${added.code}/library/take-away`}>{words.t('library.take-away.title')}</a>
        </p>
      </>
    ),
  });
};
