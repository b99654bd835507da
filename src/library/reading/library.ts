import { isLanguage, type Language } from '../../platform/i18n/index.ts';
import {
  type AddedLanguage,
  type Country,
  type Course,
  type Evidence,
  type Finding,
  phases,
  type Resource,
  type Source,
  steps,
} from '../contract.ts';
import type { Article } from './article.ts';
import type { Fault } from './faults.ts';

/** Everything that the library holds, read once and checked; it never changes. */
export interface Library {
  /** The articles of a language in the order of the chain. */
  articles: Readonly<Record<Language, readonly Article[]>>;
  /** Languages beside the four, each with its own articles. */
  added: readonly (AddedLanguage & {
    articles: readonly Article[];
    /** The words around its texts, where the operator's folder brings them all. */
    words?: Readonly<Record<string, string>> | null;
  })[];
  /** In which order the articles of a link are best read, as ids. */
  order: readonly string[];
  sources: ReadonlyMap<string, Source>;
  resources: readonly Resource[];
  countries: readonly Country[];
  /** What the toolkit found about the last resort: shown with every country's advice. */
  finding: Finding | null;
  evidence: readonly Evidence[];
  courses: readonly Course[];
  /** What is wrong in the texts and data; the rest is served all the same. */
  faults: readonly Fault[];
}

/** The articles of one of the four languages, or of one that was added. */
export const articlesIn = (library: Library, language: string): readonly Article[] =>
  isLanguage(language)
    ? library.articles[language]
    : (library.added.find(({ code }) => code === language)?.articles ?? []);

/** The article with this id in this language, if there is one. */
export const articleOf = (library: Library, language: string, id: string): Article | undefined =>
  articlesIn(library, language).find((article) => article.id === id);

export const addressOf = ({ language, phase, slug }: Pick<Article, 'language' | 'phase' | 'slug'>): string =>
  `/${language}/library/${phase}/${slug}`;

/** Sorts into the order of the chain: phase, link, then `told`, the order in which a link's articles are best read. */
export const inChainOrder = (articles: readonly Article[], told: readonly string[]): Article[] => {
  const rank = ({ id }: Article) => (told.includes(id) ? told.indexOf(id) : told.length);
  return articles.toSorted(
    (a, b) =>
      phases.indexOf(a.phase) - phases.indexOf(b.phase) ||
      steps.indexOf(a.step) - steps.indexOf(b.step) ||
      rank(a) - rank(b) ||
      (a.id < b.id ? -1 : 1),
  );
};
