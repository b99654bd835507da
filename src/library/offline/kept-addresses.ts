import { isLanguage } from '../../platform/i18n/index.ts';
import { readers } from '../contract.ts';
import { addressOf, articlesIn, type Library } from '../reading/library.ts';

/** The page that stands in for all others comes first. */
const everywhere = ['/no-network', '', '/search', '/search-index.json', '/take-away'] as const;
const inOurLanguages = [
  '/warning-signs',
  '/country-advice',
  '/resources',
  '/evidence',
  '/courses',
  '/take-away/poster',
  '/take-away/card',
] as const;

/** The pages of one language, one of the four or an added one, that are kept on a device; the one for no network first. */
export const keptPages = (library: Library, language: string): string[] => {
  const at = (page: string) => `/${language}/library${page}`;
  const articles = articlesIn(library, language).map(addressOf);
  if (!isLanguage(language)) return [...everywhere.map(at), ...articles];
  return [
    ...everywhere.map(at),
    ...inOurLanguages.map(at),
    ...readers.map((reader) => at(`/for/${reader}`)),
    ...library.courses.map(({ id }) => at(`/courses/${id}`)),
    ...articles,
  ];
};

/** The scripts and styles of this site that these pages name. */
export const assetsIn = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(/["'](\/assets\/[\w.-]+)["']/g)].map(([, address]) => address ?? '')),
  ),
];
