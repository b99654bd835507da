import type { PublicSetting } from '../../platform/pages/setting.ts';
import { phases, type Resource, readers } from '../contract.ts';
import { chosenResources, type ResourceChoice } from '../queries/chosen-resources.ts';
import type { Library } from '../reading/library.ts';
import { Choice } from './choice.tsx';
import { renderFrame } from './frame.tsx';
import { dayIn, type PageWords, wordsFor } from './page-words.ts';

const languageName = (code: string, { language }: PageWords): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;

/** Our own word for the places we know; an operator's own code is shown as the language knows it. */
const countryName = (code: string, words: PageWords): string => {
  const known = ['US', 'UK', 'FR', 'CT', 'ES', 'EU', 'INT', 'CA', 'AU'] as const;
  const ours = known.find((each) => each === code);
  if (ours) return words.t(`library.country.${ours}`);
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames([words.language], { type: 'region' }).of(code) ?? code)
    : code;
};

const Filter = ({ library, chosen, words }: { library: Library; chosen: ResourceChoice; words: PageWords }) => {
  const any = words.t('library.resources.any');
  const sorted = (codes: readonly string[], name: (code: string) => string) =>
    [...new Set(codes)]
      .map((value) => ({ value, label: name(value) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, words.language));
  return (
    <form className="filter no-print" method="get" action={`/${words.language}/library/resources`}>
      <fieldset>
        <legend>{words.t('library.resources.filter')}</legend>
        <Choice
          name="role"
          label={words.t('library.resources.role')}
          any={any}
          chosen={chosen.role}
          options={readers.map((value) => ({ value, label: words.t(`library.role.${value}`) }))}
        />
        <Choice
          name="phase"
          label={words.t('library.resources.phase')}
          any={any}
          chosen={chosen.phase}
          options={phases.map((value) => ({ value, label: words.t(`library.phase.${value}`) }))}
        />
        <Choice
          name="country"
          label={words.t('library.resources.country')}
          any={any}
          chosen={chosen.country}
          options={sorted(
            library.resources.map(({ country }) => country),
            (code) => countryName(code, words),
          )}
        />
        <Choice
          name="language"
          label={words.t('library.resources.language')}
          any={any}
          chosen={chosen.language}
          options={sorted(
            library.resources.flatMap(({ languages }) => languages),
            (code) => languageName(code, words),
          )}
        />
      </fieldset>
      <button type="submit">{words.t('library.resources.show')}</button>
    </form>
  );
};

const Entry = ({ resource, words }: { resource: Resource; words: PageWords }) => (
  <li>
    <a href={resource.url} rel="noreferrer noopener" hrefLang={resource.languages[0]}>
      {resource.title}
    </a>
    <p>
      {resource.publisher}. {countryName(resource.country, words)}.{' '}
      {words.t('library.resources.in', {
        languages: resource.languages.map((code) => languageName(code, words)).join(', '),
      })}
      .{' '}
      <span className="mark">
        {resource.checked === 'unchecked'
          ? words.t('library.resources.unchecked')
          : words.t('library.resources.checked', { date: dayIn(words, resource.checked) })}
      </span>
    </p>
  </li>
);

/** The links to what others publish, those that fit the choice; the whole list as data to take away. */
export const renderResources = (setting: PublicSetting, library: Library, chosen: ResourceChoice): string => {
  const words = wordsFor(setting);
  const title = words.t('library.resources.title');
  const found = chosenResources(library.resources, chosen);
  return renderFrame({
    setting,
    words,
    title,
    path: '/resources',
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('library.resources.lead')}</p>
        <p>
          {words.t('library.resources.take')} <a href="/api/v1/library/resources.json">JSON</a>{' '}
          <a href="/api/v1/library/resources.csv">CSV</a>
        </p>
        <Filter library={library} chosen={chosen} words={words} />
        <p role="status">{words.t('library.resources.count', { count: found.length })}</p>
        {phases.map((phase) => {
          const some = found.filter(({ phases: of }) => of[0] === phase);
          return some.length === 0 ? null : (
            <section key={phase} aria-labelledby={phase}>
              <h2 id={phase}>{words.t(`library.phase.${phase}`)}</h2>
              <ul className="summaries">
                {some.map((resource) => (
                  <Entry key={resource.id} resource={resource} words={words} />
                ))}
              </ul>
            </section>
          );
        })}
      </>
    ),
  });
};
