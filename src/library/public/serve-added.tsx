import type { Context, Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, ownNames } from '../../platform/i18n/index.ts';
import { knowledge } from '../../reports/index.ts';
import { searchScript } from '../browser/browser-files.ts';
import { answerWorker } from '../offline/kept-worker.ts';
import { renderNoNetwork } from '../offline/no-network-page.tsx';
import { renderAddedMap } from '../pages/added-map.tsx';
import { renderArticle } from '../pages/article.tsx';
import { type LibrarySetting, wordsFor } from '../pages/page-words.ts';
import { renderSearch } from '../pages/search.tsx';
import { articleOf, type Library } from '../reading/library.ts';
import { findPages, indexText } from '../search/find-pages.ts';
import { libraryOf } from '../shelf.ts';
import type { Bound } from '../takeaway/book.ts';
import { answerBook, bookKindsOf } from '../takeaway/serve-books.ts';
import { renderTakeaway } from '../takeaway/takeaway-page.tsx';
import { keptPage } from './kept-pages.ts';
import { html, settingFor } from './library-page.ts';

interface Asked {
  context: Context;
  /** In the language that stands in where something is missing. */
  setting: LibrarySetting;
  library: Library;
  added: Library['added'][number];
}

/** What the setting of the language that stands in gets beside its own: whose pages these are, and its words. */
const spokenIn = ({ articles: _, words, ...added }: Library['added'][number]): Partial<LibrarySetting> => ({
  added,
  spoken: words ? { code: added.code, direction: added.direction, words } : undefined,
});

const still =
  (render: (asked: Asked) => string) =>
  (asked: Asked): Response =>
    html(keptPage(asked.library, asked.setting, asked.context.req.path, () => render(asked)));

/** A text of the added language, or the one that stands in for it, which says so. */
const drawText = ({ context, setting, library, added }: Asked): Response | null => {
  const { phase = '', slug = '' } = context.req.param();
  const id = `${phase}.${slug}`;
  const own = articleOf(library, added.code, id);
  const article = own ?? articleOf(library, setting.language, id);
  if (!article) return null;
  const names = { name: added.name, base: ownNames[setting.language] };
  const says = own ? null : (
    <p className="notice" role="note">
      {wordsFor(setting).t('library.added.missing', names)}
    </p>
  );
  return html(keptPage(library, setting, context.req.path, () => renderArticle(setting, library, article, says)));
};

const drawSearch = ({ context, setting, library, added }: Asked): Response => {
  const { q = '', role, phase } = context.req.query();
  const question = q.slice(0, 200).trim();
  const results = question ? findPages(library, added.code, question, { role, phase }) : [];
  return html(renderSearch({ setting, question, role, phase, results, script: searchScript }));
};

const json = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' } });

/** Serves the pages of the languages that a community added, each as soon as something is written in it. */
export const serveAddedLanguages = (app: Hono, ground: Ground): void => {
  const page =
    (draw: (asked: Asked) => Response | null | Promise<Response | null>) =>
    async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
      const language = context.req.param('language');
      if (language === undefined || isLanguage(language)) return void (await next());
      const known = await knowledge(ground, context.req);
      const library = await libraryOf(ground, known);
      const added = library.added.find(({ code, articles }) => code === language && articles.length > 0);
      if (!known.isThere || !added) return void (await next());
      const setting = settingFor(known, added.fallsBackTo, spokenIn(added));
      return (await draw({ context, setting, library, added })) ?? void (await next());
    };
  const prefix = '/:language/library';
  app.get(prefix, page(still(({ setting, library, added }) => renderAddedMap(setting, library, added))));
  app.get(`${prefix}/search`, page(drawSearch));
  app.get(
    `${prefix}/search-index.json`,
    page(({ library, added }) => json(indexText(library, added.code))),
  );
  app.get(`${prefix}/no-network`, page(still(({ setting }) => renderNoNetwork(setting))));
  app.get(
    `${prefix}/offline-worker.js`,
    page(({ library, setting }) => answerWorker(app, library, setting)),
  );
  const bound = ({ library, setting }: Asked): Bound => ({ library, setting, publicUrl: ground.publicUrl });
  app.get(
    `${prefix}/take-away`,
    page(still((asked) => renderTakeaway({ ...asked, kinds: bookKindsOf(bound(asked)) }))),
  );
  for (const kind of ['pdf', 'epub'] as const)
    app.get(
      `${prefix}/take-away/library.${kind}`,
      page((asked) => answerBook(ground, bound(asked), kind)),
    );
  app.get(`${prefix}/:phase/:slug`, page(drawText));
};
