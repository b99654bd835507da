import { phases, readers } from '../contract.ts';
import type { SearchResult } from '../search/ranking.js';
import { Choice } from './choice.tsx';
import { renderFrame } from './frame.tsx';
import { codeOf, type LibrarySetting, type PageWords, wordsFor } from './page-words.ts';

export interface SearchPageProps {
  setting: LibrarySetting;
  question: string;
  role?: string | undefined;
  phase?: string | undefined;
  results: readonly SearchResult[];
  /** Address of the script that answers while one types. */
  script: string;
}

const Form = ({ setting, question, role, phase, words }: SearchPageProps & { words: PageWords }) => (
  <search>
    <form
      className="filter"
      id="library-search"
      method="get"
      action={`/${codeOf(setting)}/library/search`}
      data-language={codeOf(setting)}
    >
      <div className="field">
        <label htmlFor="q">{words.t('library.search.label')}</label>
        <p className="hint" id="q-hint">
          {words.t('library.search.hint')}
        </p>
        <input
          id="q"
          name="q"
          type="search"
          maxLength={200}
          autoComplete="off"
          aria-describedby="q-hint"
          defaultValue={question}
        />
      </div>
      <fieldset>
        <legend>{words.t('library.search.narrow')}</legend>
        <Choice
          name="role"
          label={words.t('library.resources.role')}
          any={words.t('library.resources.any')}
          chosen={role}
          options={readers.map((value) => ({ value, label: words.t(`library.role.${value}`) }))}
        />
        <Choice
          name="phase"
          label={words.t('library.resources.phase')}
          any={words.t('library.resources.any')}
          chosen={phase}
          options={phases.map((value) => ({ value, label: words.t(`library.phase.${value}`) }))}
        />
      </fieldset>
      <button type="submit">{words.t('library.search.button')}</button>
    </form>
  </search>
);

/** Every count that the script may have to say, so that words stay in the catalogue. */
const counts = (words: PageWords): string =>
  JSON.stringify(Array.from({ length: 21 }, (_, count) => words.t('library.search.count', { count })));

/** The search page: a form that works without script; with it the results follow what is typed. */
export const renderSearch = (props: SearchPageProps): string => {
  const { setting, question, results, script } = props;
  const { added } = setting;
  const words = wordsFor(setting);
  const name = added ? ` (${added.name})` : '';
  const title = `${words.t('library.search.title')}${name}`;
  return renderFrame({
    setting,
    words,
    title,
    path: '/search',
    isPrivate: question !== '',
    children: (
      <>
        <h1>{title}</h1>
        <Form {...props} words={words} />
        <section aria-labelledby="results">
          <h2 id="results">{words.t('library.search.results')}</h2>
          <p role="status" id="count" data-counts={counts(words)}>
            {question && words.t('library.search.count', { count: results.length })}
          </p>
          <ol className="summaries" id="found" lang={added?.code} dir={added?.direction}>
            {results.map(({ id, title: found, url, excerpt }) => (
              <li key={id}>
                <a href={url}>{found}</a>
                <p>{excerpt}</p>
              </li>
            ))}
          </ol>
          {question !== '' && results.length === 0 && <p id="nothing">{words.t('library.search.nothing')}</p>}
        </section>
        <script type="module" src={script} />
      </>
    ),
  });
};
