import { isLanguage, type Language } from '../../platform/i18n/index.ts';
import type { Course } from '../contract.ts';
import type { Article } from '../reading/article.ts';

import { addressOf, articlesIn, type Library } from '../reading/library.ts';
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

/** A course is found by what it is about and by the situations that it sets. */
const documentOfCourse = (course: Course, language: Language): SearchDocument => ({
  id: `course.${course.id}`,
  title: course.title[language],
  url: `/${language}/library/courses/${course.id}`,
  excerpt: course.intro[language],
  summary: course.intro[language],
  headings: '',
  body: [course.summary, ...course.situations.map(({ text }) => text)].map((spoken) => spoken[language]).join(' '),
  roles: course.roles,
  phase: '',
});

interface Indexed {
  index: SearchIndex;
  json: string;
}

const indexes = new WeakMap<Library, Map<string, Indexed>>();

const indexOf = (library: Library, language: string): Indexed => {
  const known = indexes.get(library) ?? new Map<string, Indexed>();
  indexes.set(library, known);
  const there = known.get(language);
  if (there) return there;
  const documents = [
    ...articlesIn(library, language).map(documentOf),
    ...(isLanguage(language) ? library.courses.map((course) => documentOfCourse(course, language)) : []),
  ];
  const index = makeIndex(language, documents);
  const made = { index, json: JSON.stringify(index) };
  known.set(language, made);
  return made;
};

/** The pages that answer a question best, in one language. */
export const findPages = (
  library: Library,
  language: string,
  question: string,
  choice: { role?: string | undefined; phase?: string | undefined } = {},
): SearchResult[] => rank(indexOf(library, language).index, question, choice);

/** The same index as text, for the browser to search without us. */
export const indexText = (library: Library, language: string): string => indexOf(library, language).json;
