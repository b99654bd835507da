import type MiniSearch from 'minisearch';

export interface SearchDocument {
  id: string;
  title: string;
  url: string;
  /** Shown below the title of a result. */
  excerpt: string;
  summary: string;
  headings: string;
  body: string;
  roles: readonly string[];
  phase: string;
}
export interface SearchResult {
  id: string;
  title: string;
  url: string;
  excerpt: string;
}
export type SearchIndex = MiniSearch<SearchDocument>;

export function makeIndex(language: string, documents: readonly SearchDocument[]): SearchIndex;
export function readIndex(language: string, json: string): SearchIndex;
export function rank(
  index: SearchIndex,
  question: string,
  choice?: { role?: string | undefined; phase?: string | undefined; most?: number },
): SearchResult[];
