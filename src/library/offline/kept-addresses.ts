import type { Language } from '../../platform/i18n/index.ts';
import { readers } from '../contract.ts';
import { addressOf, type Library } from '../reading/library.ts';

const pages = [
  '/no-network',
  '',
  '/warning-signs',
  '/country-advice',
  '/resources',
  '/search',
  '/search-index.json',
  '/evidence',
  '/courses',
  '/take-away',
  '/take-away/poster',
  '/take-away/card',
] as const;

/** The pages of one language that are kept on a device, the one that stands in for all others first. */
export const keptPages = (library: Library, language: Language): string[] => [
  ...pages.map((page) => `/${language}/library${page}`),
  ...readers.map((reader) => `/${language}/library/for/${reader}`),
  ...library.courses.map(({ id }) => `/${language}/library/courses/${id}`),
  ...library.articles[language].map(addressOf),
];

/** The scripts and styles of this site that these pages name. */
export const assetsIn = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(/["'](\/assets\/[\w.-]+)["']/g)].map(([, address]) => address ?? '')),
  ),
];
