import type { Ground } from '../../platform/ground.ts';
import { codeOf } from '../pages/page-words.ts';
import type { Bound } from './book.ts';
import { bookOf } from './kept-books.ts';
import type { BookKind } from './make-book.ts';
import { isPrintable } from './write-runs.ts';

const types: Record<BookKind, string> = { pdf: 'application/pdf', epub: 'application/epub+zip' };

/** A file to take along, under its name. */
export const download = (bytes: Uint8Array<ArrayBuffer>, kind: BookKind, name: string): Response =>
  new Response(bytes, {
    headers: { 'content-type': types[kind], 'content-disposition': `attachment; filename="${name}.${kind}"` },
  });

/** In which kinds the book of a language can be made. */
export const bookKindsOf = (bound: Bound): BookKind[] => (isPrintable(bound) ? ['pdf', 'epub'] : ['epub']);

/** The book of a language; null where it cannot be made in this kind. */
export const answerBook = async (ground: Ground, bound: Bound, kind: BookKind): Promise<Response | null> =>
  bookKindsOf(bound).includes(kind)
    ? download(await bookOf(ground, bound, kind), kind, `library-${codeOf(bound.setting)}`)
    : null;
