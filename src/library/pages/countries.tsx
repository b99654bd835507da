import { callAddress } from '../../platform/pages/call-link.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Country, Finding } from '../contract.ts';
import { addressOf, articleOf, type Library } from '../reading/library.ts';
import { renderFrame } from './frame.tsx';
import { dayIn, type PageWords, wordsFor } from './page-words.ts';

type Part<More> = { library: Library; words: PageWords } & More;

const Cited = ({ ids, library, words }: Part<{ ids: readonly string[] }>) => {
  const titles = ids.flatMap((id) => {
    const source = library.sources.get(id);
    return source ? [`${source.publisher}, ${source.title} (${words.t(`library.mark.${source.mark}`)})`] : [];
  });
  return <p className="quiet">{words.t('library.countries.sources', { titles: titles.join('; ') })}</p>;
};

const OneNumber = ({ number, channel, use }: { number: string; channel: string; use: string }) =>
  channel === 'app' ? (
    <>
      <strong>{number}</strong> {use}
    </>
  ) : (
    <a href={callAddress({ number, for: channel === 'text' ? 'text' : 'everything' })}>
      <strong>{number}</strong> <span>{use}</span>
    </a>
  );

const LastStep = ({ country, library, words }: Part<{ country: Country }>) => {
  const { taught, title, text, sources } = country.lastStep;
  if (!taught || title === null || text === null) return null;
  return (
    <div className="last-step">
      <h3>{title[words.language]}</h3>
      <p>
        {words.t('library.countries.taught')}. {text[words.language]}
      </p>
      <Cited ids={sources} library={library} words={words} />
    </div>
  );
};

const Advice = ({ country, library, words }: Part<{ country: Country }>) => (
  <section className="country" aria-labelledby={`country-${country.id}`}>
    <h2 id={`country-${country.id}`}>{country.name[words.language]}</h2>
    <p className="lead" lang={country.wording.language}>
      {country.wording.text}
    </p>
    <h3>{words.t('library.countries.numbers')}</h3>
    <ul className="numbers">
      {country.emergencyNumbers.map(({ id, number, channel, use }) => (
        <li key={id}>
          <OneNumber number={number} channel={channel} use={use[words.language]} />
        </li>
      ))}
    </ul>
    <ol>
      {country.steps.map(({ id, title, text }) => (
        <li key={id}>
          <strong>{title[words.language]}.</strong> {text[words.language]}
        </li>
      ))}
    </ol>
    <LastStep country={country} library={library} words={words} />
    <Cited ids={country.sources} library={library} words={words} />
    <p className="quiet">
      {country.checked === 'unchecked'
        ? words.t('library.countries.unchecked')
        : words.t('library.countries.checked', { date: dayIn(words, country.checked) })}
    </p>
  </section>
);

const Found = ({ finding, library, words }: Part<{ finding: Finding }>) => (
  <section className="found" aria-labelledby="found">
    <h2 id="found">{words.t('library.countries.finding')}</h2>
    <p>{finding.text[words.language]}</p>
    <p>{words.t('library.countries.finding.about')}</p>
    <Cited ids={finding.sources} library={library} words={words} />
  </section>
);

/** Countries where the reader's language is spoken come first. */
const nearestFirst = (countries: readonly Country[], language: string): Country[] => {
  const isFar = ({ languages }: Country) => (languages.includes(language) ? 0 : 1);
  return countries.toSorted((a, b) => isFar(a) - isFar(b));
};

/** What each country teaches for the first minutes, with its numbers, sources and date; then the toolkit's own finding. */
export const renderCountries = (setting: PublicSetting, library: Library): string => {
  const words = wordsFor(setting);
  const title = words.t('library.countries.title');
  const article = articleOf(library, setting.language, 'prepare.country-advice');
  const countries = nearestFirst(library.countries, setting.language);
  return renderFrame({
    setting,
    words,
    title,
    path: '/country-advice',
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('library.countries.lead')}</p>
        <nav aria-label={words.t('library.countries.choose')} className="no-print">
          <ul className="cards">
            {countries.map(({ id, name }) => (
              <li key={id}>
                <a href={`#country-${id}`}>{name[words.language]}</a>
              </li>
            ))}
          </ul>
        </nav>
        {countries.map((country) => (
          <Advice key={country.id} country={country} library={library} words={words} />
        ))}
        {library.finding && <Found finding={library.finding} library={library} words={words} />}
        {article && (
          <p>
            <a href={addressOf(article)}>{words.t('library.countries.article')}</a>
          </p>
        )}
      </>
    ),
  });
};
