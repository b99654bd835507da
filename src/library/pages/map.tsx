import type { PublicSetting } from '../../platform/pages/setting.ts';
import { chain, type Phase, phases, type Reader, readers, type Step } from '../contract.ts';
import type { Article } from '../reading/article.ts';
import { addressOf, type Library } from '../reading/library.ts';
import { renderFrame } from './frame.tsx';
import { type PageWords, wordsFor } from './page-words.ts';

const ArticleList = ({ articles }: { articles: readonly Article[] }) => (
  <ul className="tall">
    {articles.map((article) => (
      <li key={article.id}>
        <a href={addressOf(article)}>{article.title}</a>
      </li>
    ))}
  </ul>
);

interface LinkProps {
  step: Step;
  articles: readonly Article[];
  words: PageWords;
}

/** One link of the chain with what there is to read about it. */
const Link = ({ step, articles, words }: LinkProps) => (
  <li id={step}>
    <h3>{words.t(`library.step.${step}`)}</h3>
    <ArticleList articles={articles.filter((article) => article.step === step)} />
  </li>
);

const Part = ({ phase, articles, words }: { phase: Phase; articles: readonly Article[]; words: PageWords }) => (
  <section className="part-of-chain" aria-labelledby={phase}>
    <h2 id={phase}>{words.t(`library.phase.${phase}`)}</h2>
    <p>{words.t(`library.phase.${phase}.about`)}</p>
    <ol className="links">
      {chain[phase].map((step) => (
        <Link key={step} step={step} articles={articles.filter((article) => article.phase === phase)} words={words} />
      ))}
    </ol>
  </section>
);

const Doors = ({ language, words }: { language: string; words: PageWords }) => (
  <nav aria-labelledby="first">
    <h2 id="first">{words.t('library.map.first')}</h2>
    <ul className="cards">
      <li>
        <a href={`/${language}/library/warning-signs`}>{words.t('library.guide.title')}</a>
      </li>
      <li>
        <a href={`/${language}/library/country-advice`}>{words.t('library.countries.title')}</a>
      </li>
      <li>
        <a href={`/${language}/library/resources`}>{words.t('library.resources.title')}</a>
      </li>
      <li>
        <a href={`/${language}/library/courses`}>{words.t('library.courses.title')}</a>
      </li>
      <li>
        <a href={`/${language}/library/evidence`}>{words.t('library.evidence.title')}</a>
      </li>
      <li>
        <a href={`/${language}/library/take-away`}>{words.t('library.take-away.title')}</a>
      </li>
    </ul>
  </nav>
);

const Roles = ({ language, words }: { language: string; words: PageWords }) => (
  <nav aria-labelledby="roles">
    <h2 id="roles">{words.t('library.map.roles')}</h2>
    <ul className="cards">
      {readers.map((reader) => (
        <li key={reader}>
          <a href={`/${language}/library/for/${reader}`}>{words.t(`library.role.${reader}`)}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The small form that leads to the search page. */
export const QuickSearch = ({ language, words }: { language: string; words: PageWords }) => (
  <search>
    <form className="quick-search" action={`/${language}/library/search`} method="get">
      <label htmlFor="q">{words.t('library.search.label')}</label>
      <div>
        <input id="q" name="q" type="search" maxLength={200} autoComplete="off" />
        <button type="submit">{words.t('library.search.button')}</button>
      </div>
    </form>
  </search>
);

/** The languages that this community added, as soon as something is written in them. */
const AddedLanguages = ({ library, words }: { library: Library; words: PageWords }) => {
  const some = library.added.filter(({ articles }) => articles.length > 0);
  if (some.length === 0) return null;
  return (
    <nav aria-labelledby="added">
      <h2 id="added">{words.t('library.added.also')}</h2>
      <ul className="cards">
        {some.map(({ code, name }) => (
          <li key={code}>
            <a href={`/${code}/library`} lang={code} hrefLang={code}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The first page of the library: the chain as the map of the whole. */
export const renderMap = (setting: PublicSetting, library: Library): string => {
  const words = wordsFor(setting);
  const { language } = setting;
  return renderFrame({
    setting,
    words,
    title: words.t('library.title'),
    path: '',
    children: (
      <>
        <h1>{words.t('library.title')}</h1>
        <p className="lead">{words.t('library.lead')}</p>
        <QuickSearch language={language} words={words} />
        <Doors language={language} words={words} />
        <Roles language={language} words={words} />
        <AddedLanguages library={library} words={words} />
        <p className="chain-about">{words.t('library.map.about')}</p>
        {phases.map((phase) => (
          <Part key={phase} phase={phase} articles={library.articles[language]} words={words} />
        ))}
      </>
    ),
  });
};

/** Everything for one kind of reader, along the chain. */
export const renderForRole = (setting: PublicSetting, library: Library, role: Reader): string => {
  const words = wordsFor(setting);
  const articles = library.articles[setting.language].filter(({ roles }) => roles.includes(role));
  const title = words.t('library.role.title', { role: words.t(`library.role.${role}`) });
  return renderFrame({
    setting,
    words,
    title,
    path: `/for/${role}`,
    children: (
      <>
        <h1>{title}</h1>
        <p>{words.t('library.map.count', { count: articles.length })}</p>
        {phases.map((phase) => {
          const some = articles.filter((article) => article.phase === phase);
          return some.length === 0 ? null : (
            <section key={phase} aria-labelledby={phase}>
              <h2 id={phase}>{words.t(`library.phase.${phase}`)}</h2>
              <ul className="summaries">
                {some.map((article) => (
                  <li key={article.id}>
                    <a href={addressOf(article)}>{article.title}</a>
                    <p>{article.summary}</p>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        <p>
          <a className="button second" href={`/${setting.language}/library/resources?role=${role}`}>
            {words.t('library.resources.title')}
          </a>
        </p>
      </>
    ),
  });
};
