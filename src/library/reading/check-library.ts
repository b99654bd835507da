import { languages } from '../../platform/i18n/index.ts';
import { chain } from '../contract.ts';
import type { Article } from './article.ts';
import type { Fault } from './faults.ts';
import type { Library } from './library.ts';

const figureHeadings: Partial<Record<string, string>> = { en: 'Figures', ca: 'Xifres', es: 'Cifras', fr: 'Chiffres' };

const fault = ({ file }: Article, line: number, because: string): Fault => ({ file, line, because });

/** What is wrong between the texts: a missing translation, a link to nowhere, a figure or a mark without its source. */
export const checkTogether = (library: Library): Fault[] => {
  const all = allArticles(library);
  const ids = new Set(all.map(({ id }) => id));
  return [
    ...all.flatMap((article) => faultsAmong(article, library, ids)),
    ...translationFaults(library, ids),
    ...dataFaults(library),
  ];
};

const allArticles = ({ articles, added }: Library): Article[] => [
  ...languages.flatMap((language) => articles[language]),
  ...added.flatMap((language) => language.articles),
];

const faultsAmong = (article: Article, library: Library, ids: ReadonlySet<string>): Fault[] => [
  ...stepFaults(article),
  ...sourceFaults(article, library),
  ...linkFaults(article, ids),
  ...figureFaults(article),
];

/** What is wrong with one text among those of a library; it may name itself. */
export const checkAmong = (article: Article, library: Library): Fault[] =>
  faultsAmong(article, library, new Set([article.id, ...allArticles(library).map(({ id }) => id)]));

const stepFaults = (article: Article): Fault[] =>
  (chain[article.phase] as readonly string[]).includes(article.step)
    ? []
    : [fault(article, 1, `step: ${article.step} is no link of ${article.phase}`)];

const sourceFaults = (article: Article, { sources }: Library): Fault[] => [
  ...article.sources
    .filter((id) => !sources.has(id))
    .map((id) => fault(article, 1, `sources: there is no source ${id}`)),
  ...article.scan.citations
    .filter(({ target }) => !article.sources.includes(target))
    .map(({ target, line }) => fault(article, line, `the mark ${target} is not among the sources of the page`)),
];

/** What a link may name: an article, the report page, or an address on the web. */
const linkFaults = (article: Article, ids: ReadonlySet<string>): Fault[] =>
  article.scan.links.flatMap(({ target, line }) => {
    if (target === 'report:' || /^https?:\/\//.test(target) || /^(tel|mailto):/.test(target)) return [];
    if (!target.startsWith('library:')) return [fault(article, line, 'a link must be library:…, report: or https://…')];
    const id = target.slice('library:'.length);
    return ids.has(id) ? [] : [fault(article, line, `there is no article ${id}`)];
  });

/** A part called “Figures” that states a number must say where it comes from. */
const figureFaults = (article: Article): Fault[] => {
  const heading = figureHeadings[article.language];
  if (!heading) return [];
  return article.sections
    .filter(({ title }) => title.startsWith(heading))
    .filter(({ markdown }) => /\d/.test(markdown) && !/\[\^/.test(markdown))
    .map(({ line }) => fault(article, line, 'figures without a source'));
};

/** In an added language what is missing is no fault: it falls back to one of the four, and says so. */
const translationFaults = ({ articles }: Library, ids: ReadonlySet<string>): Fault[] =>
  languages.flatMap((language) => {
    const there = new Set(articles[language].map(({ id }) => id));
    return [...ids]
      .filter((id) => !there.has(id))
      .map((id) => ({
        file: `${language}/${id.replace('.', '/')}.md`,
        line: 1,
        because: `not written in ${language}`,
      }));
  });

const dataFaults = ({ sources, evidence, courses, countries, finding }: Library): Fault[] => {
  const cites = [
    ...evidence.map((each) => ({ file: 'evidence.yaml', ...each })),
    ...courses.map((each) => ({ file: `courses/${each.id}.yaml`, ...each })),
    ...countries.map((each) => ({ file: 'country-advice.yaml', ...each })),
    ...countries.map(({ id, lastStep }) => ({ file: 'country-advice.yaml', id, sources: lastStep.sources })),
    ...(finding ? [{ file: 'country-advice.yaml', ...finding }] : []),
  ];
  return [
    ...cites.flatMap(({ file, id, sources: cited }) =>
      cited
        .filter((each) => !sources.has(each))
        .map((each) => ({ file, line: 1, because: `${id}: there is no source ${each}` })),
    ),
    ...evidence.flatMap(({ id, columns, rows }) =>
      rows
        .filter(({ values }) => values.length !== columns.length)
        .map((row) => ({ file: 'evidence.yaml', line: 1, because: `${id}.${row.id}: needs ${columns.length} values` })),
    ),
  ];
};
