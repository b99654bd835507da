import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { keptPage } from '../public/kept-pages.ts';
import { type Asked, html, libraryPage } from '../public/library-page.ts';
import type { Library } from '../reading/library.ts';
import { type Bound, lastChange } from './book.ts';
import type { BookKind } from './make-book.ts';
import { renderCards, renderPoster } from './poster-page.tsx';
import { makeCards, makePoster } from './poster-pdf.ts';
import { answerBook, bookKindsOf, download } from './serve-books.ts';
import { renderTakeaway } from './takeaway-page.tsx';

const still =
  (render: (asked: Asked) => string) =>
  (asked: Asked): Response =>
    html(keptPage(asked.library, asked.setting, asked.context.req.path, () => render(asked)));

const sheets = new WeakMap<Library, Map<string, Promise<Buffer>>>();

/** A sheet as made before, or made now, as long as neither the library nor the community changes. */
const keptSheet = (bound: Bound, make: typeof makePoster, name: string): Promise<Buffer> => {
  const { library, ...place } = bound;
  const known = sheets.get(library) ?? new Map<string, Promise<Buffer>>();
  sheets.set(library, known);
  const mark = JSON.stringify([name, place]);
  const bytes = known.get(mark) ?? make({ ...place, made: new Date(`${lastChange(bound)}T00:00:00Z`) });
  known.set(mark, bytes);
  return bytes;
};

/** Serves what people take with them; like the texts it is the same for everybody and touches nothing of anybody. */
export const serveTakeaway = (app: Hono, ground: Ground): void => {
  const { publicUrl } = ground;
  const at = '/:language/library/take-away';
  const sheet =
    (make: typeof makePoster, name: string) =>
    async ({ library, setting }: Asked): Promise<Response> => {
      const bytes = await keptSheet({ library, setting, publicUrl }, make, name);
      return download(new Uint8Array(bytes), 'pdf', `${name}-${setting.language}`);
    };
  const book =
    (kind: BookKind) =>
    ({ library, setting }: Asked): Promise<Response | null> =>
      answerBook(ground, { library, setting, publicUrl }, kind);
  app.get(
    at,
    libraryPage(
      ground,
      still(({ library, setting }) => renderTakeaway({ setting, kinds: bookKindsOf({ library, setting, publicUrl }) })),
    ),
  );
  app.get(
    `${at}/poster`,
    libraryPage(
      ground,
      still(({ setting }) => renderPoster({ setting, publicUrl })),
    ),
  );
  app.get(
    `${at}/card`,
    libraryPage(
      ground,
      still(({ setting }) => renderCards({ setting, publicUrl })),
    ),
  );
  app.get(`${at}/poster.pdf`, libraryPage(ground, sheet(makePoster, 'poster')));
  app.get(`${at}/card.pdf`, libraryPage(ground, sheet(makeCards, 'card')));
  app.get(`${at}/library.pdf`, libraryPage(ground, book('pdf')));
  app.get(`${at}/library.epub`, libraryPage(ground, book('epub')));
};
