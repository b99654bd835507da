import type { Language } from '../../platform/i18n/index.ts';
import type { Article } from '../reading/article.ts';
import { addressOf, type Library } from '../reading/library.ts';
import { makeIndex, rank, type SearchDocument, type SearchIndex, type SearchResult } from './ranking.js';

const documentOf = (article: Article): SearchDocument => ({
  id: article.id,
  title: article.title,
  url: addressOf(article),
  excerpt: article.summary,
  summary: article.summary,
  headings: article.scan.headings.map(({ title }) => title).join('. '),
  body: article.scan.text,
  roles: article.roles,
  phase: article.phase,
});

interface Indexed {
  index: SearchIndex;
  json: string;
}

const indexes = new WeakMap<Library, Map<Language, Indexed>>();

const indexOf = (library: Library, language: Language): Indexed => {
  const known = indexes.get(library) ?? new Map<Language, Indexed>();
  indexes.set(library, known);
  const there = known.get(language);
  if (there) return there;
  const index = makeIndex(language, library.articles[language].map(documentOf));
  const made = { index, json: JSON.stringify(index) };
  known.set(language, made);
  return made;
};

/** The pages that answer a question best, in one language. */
export const findPages = (
  library: Library,
  language: Language,
  question: string,
  choice: { role?: string | undefined; phase?: string | undefined } = {},
): SearchResult[] => rank(indexOf(library, language).index, question, choice);

/** The same index as text, for the browser to search without us. */
export const indexText = (library: Library, language: Language): string => indexOf(library, language).json;
