import type { Context, Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, ownNames } from '../../platform/i18n/index.ts';
import { knowledge } from '../../reports/index.ts';
import { searchScript } from '../browser/browser-files.ts';
import { renderAddedMap } from '../pages/added-map.tsx';
import { renderArticle } from '../pages/article.tsx';
import { type LibrarySetting, wordsFor } from '../pages/page-words.ts';
import { renderSearch } from '../pages/search.tsx';
import { articleOf, type Library } from '../reading/library.ts';
import { findPages, indexText } from '../search/find-pages.ts';
import { libraryOf } from '../shelf.ts';
import { bookOf } from '../takeaway/kept-books.ts';
import { keptPage } from './kept-pages.ts';
import { html } from './library-page.ts';

interface Asked {
  context: Context;
  /** In the language that stands in where something is missing. */
  setting: LibrarySetting;
  library: Library;
  added: Library['added'][number];
}

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
  return html(renderSearch({ setting, question, role, phase, results, script: searchScript, added }));
};

const json = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' } });

/** Serves the pages of the languages that a community added, each as soon as something is written in it. */
export const serveAddedLanguages = (app: Hono, ground: Ground): void => {
  const page =
    (draw: (asked: Asked) => Response | null | Promise<Response>) =>
    async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
      const language = context.req.param('language');
      if (language === undefined || isLanguage(language)) return void (await next());
      const [known, library] = await Promise.all([knowledge(ground, context.req), libraryOf(ground, context.req)]);
      const added = library.added.find(({ code, articles }) => code === language && articles.length > 0);
      if (!known.isThere || !added) return void (await next());
      const { code, direction, words } = added;
      const spoken = words ? { code, direction, words } : undefined;
      const setting = { ...known.settingIn(added.fallsBackTo), spoken };
      return (await draw({ context, setting, library, added })) ?? void (await next());
    };
  const prefix = '/:language/library';
  app.get(
    prefix,
    page(({ context, setting, library, added }) =>
      html(keptPage(library, setting, context.req.path, () => renderAddedMap(setting, library, added))),
    ),
  );
  app.get(`${prefix}/search`, page(drawSearch));
  app.get(
    `${prefix}/search-index.json`,
    page(({ library, added }) => json(indexText(library, added.code))),
  );
  app.get(
    `${prefix}/take-away/library.epub`,
    page(async ({ setting, library, added }) => {
      const bound = { library, setting, publicUrl: ground.publicUrl, added };
      return new Response(await bookOf(ground, bound, 'epub'), {
        headers: {
          'content-type': 'application/epub+zip',
          'content-disposition': `attachment; filename="library-${added.code}.epub"`,
        },
      });
    }),
  );
  app.get(`${prefix}/:phase/:slug`, page(drawText));
};
