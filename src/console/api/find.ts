import { stream } from './client.ts';

/** Where one stopped looking, to go on from there. */
export type FindCursor = Record<string, string | null>;

export interface FindMatch {
  type: 'match';
  kind: 'report' | 'case';
  id: string;
  number: string;
  snippet: { before: string; match: string; after: string };
}

type FindLine =
  | FindMatch
  | { type: 'progress'; scanned: number }
  | { type: 'end'; scanned: number; next: FindCursor | null }
  | { type: 'busy' | 'fault' };

/** Looks through all that one may open; tells each line as it comes, until the end or until `signal` says stop. */
export const findWords = (
  words: string,
  from: FindCursor | null,
  signal: AbortSignal,
  tell: (line: FindLine) => void,
): Promise<void> => stream<FindLine>('/find', { words, ...(from && { from }) }, signal, tell);
