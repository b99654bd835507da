import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { languages } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { browserFiles, searchScript } from '../browser/browser-files.ts';
import { readers } from '../contract.ts';
import { renderMistake } from '../mistakes/mistake-page.tsx';
import { pageOf } from '../mistakes/mistake-routes.ts';
import { renderArticle } from '../pages/article.tsx';
import { renderCountries } from '../pages/countries.tsx';
import { renderGuide } from '../pages/guide.tsx';
import { renderForRole, renderMap } from '../pages/map.tsx';
import { renderMissing } from '../pages/missing.tsx';
import { renderResources } from '../pages/resources.tsx';
import { renderSearch } from '../pages/search.tsx';
import { articleOf, type Library } from '../reading/library.ts';
import { findPages, indexText } from '../search/find-pages.ts';
import { keptPage } from './kept-pages.ts';
import { type Asked, html, libraryPage } from './library-page.ts';

const asText = (text: string, type: string, cache: string): Response =>
  new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': cache } });

/** A page that is the same for everybody, drawn once. */
const still =
  (render: (setting: PublicSetting, library: Library) => string) =>
  ({ setting, library, context }: Asked): Response =>
    html(keptPage(library, setting, context.req.path, () => render(setting, library)));

const drawForRole = (asked: Asked): Response | null => {
  const role = readers.find((each) => each === asked.context.req.param('role'));
  return role ? still((setting, library) => renderForRole(setting, library, role))(asked) : null;
};

const drawArticle = (asked: Asked): Response | null => {
  const { context, setting, language, library } = asked;
  const { phase = '', slug = '' } = context.req.param();
  const id = `${phase}.${slug}`;
  const article = articleOf(library, language, id);
  if (article) return still(() => renderArticle(setting, library, article))(asked);
  const others = languages.flatMap((each) => articleOf(library, each, id) ?? []);
  return others.length > 0 ? html(renderMissing(setting, others, `/${phase}/${slug}`), 404) : null;
};

const drawSearch = ({ context, setting, language, library }: Asked): Response => {
  const { q = '', role, phase } = context.req.query();
  const question = q.slice(0, 200).trim();
  const results = question ? findPages(library, language, question, { role, phase }) : [];
  return html(renderSearch({ setting, question, role, phase, results, script: searchScript }));
};

/** The page that somebody comes from stands in the address, so that the form can name it; no page of it is kept. */
const drawMistake = ({ context, setting }: Asked): Response =>
  html(renderMistake({ setting, page: pageOf(context.req.query('page')), words: '' }));

const drawResources = ({ context, setting, library }: Asked): Response => {
  const { role, phase, country, language } = context.req.query();
  return html(renderResources(setting, library, { role, phase, country, language }));
};

/**
 * Serves the library's pages. They are the same for everybody, touch nothing of anybody and are there while the database
 * is away, so they are no acts of anyone and open no transaction.
 */
export const serveLibraryPages = (app: Hono, ground: Ground): void => {
  const page = (draw: (asked: Asked) => Response | null) => libraryPage(ground, draw);
  const prefix = '/:language/library';
  app.get(prefix, page(still(renderMap)));
  app.get(`${prefix}/warning-signs`, page(still(renderGuide)));
  app.get(`${prefix}/country-advice`, page(still(renderCountries)));
  app.get(`${prefix}/resources`, page(drawResources));
  app.get(`${prefix}/search`, page(drawSearch));
  app.get(
    `${prefix}/search-index.json`,
    page(({ language, library }) => asText(indexText(library, language), 'application/json', 'no-cache')),
  );
  app.get(`${prefix}/mistake`, page(drawMistake));
  app.get(`${prefix}/for/:role`, page(drawForRole));
  app.get(`${prefix}/:phase/:slug`, page(drawArticle));
  for (const { path, text } of browserFiles)
    app.get(path, () => asText(text, 'text/javascript', 'public, max-age=31536000, immutable'));
};
