import type { Context, Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, type Language, negotiateLanguage } from '../../platform/i18n/index.ts';
import { renderChooseCommunity } from '../../platform/pages/choose-community.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { renderHome, renderProblem, renderReceiptEntry, renderReportForm } from '../pages/index.ts';
import { newToken } from '../surge/form-token.ts';
import { proofScript, proofWorker } from '../surge/proof-scripts.ts';
import { answerPage } from './answer-page.ts';
import { type Knowledge, knowledge, stylesheet } from './knowledge.ts';

type Draw = (setting: PublicSetting, known: Knowledge) => string;

const drawn = new WeakMap<Knowledge, Map<string, string>>();

/** Draws a page once for each language as long as nothing that it says changes. */
const still =
  (name: string, draw: Draw) =>
  (known: Knowledge, language: Language): string => {
    const pages = drawn.get(known) ?? new Map<string, string>();
    drawn.set(known, pages);
    const key = `${name} ${language}`;
    const html = pages.get(key) ?? draw(known.settingIn(language), known);
    pages.set(key, html);
    return html;
  };

const tokenPlace = 'the token of this form goes here';
const home = still('home', (setting, { nextRead, promisedMinutes }) =>
  renderHome({ setting, nextRead, promisedMinutes }),
);
const first = still('first', (setting, { nextRead, promisedMinutes }) =>
  renderHome({ setting, nextRead, promisedMinutes, isFirst: true }),
);
const form = still('form', (setting) => renderReportForm({ setting, token: tokenPlace }));
const entry = still('entry', (setting) => renderReceiptEntry({ setting }));

/** Where an address names none of several communities, whatever was asked for: first choose. */
const choose = (known: Knowledge, language: Language): Response =>
  answerPage(renderChooseCommunity(known.settingIn(language), known.choices));

const unavailable = (known: Knowledge, language: Language): Response =>
  answerPage(renderProblem({ setting: known.settingIn(language), kind: 'unavailable' }), 503);

/**
 * Serves what is the same for everybody: the first page, the empty form, the place to come back, the stylesheet. They
 * touch nothing of anybody, so they are no acts of anyone and open no transaction.
 */
export const serveStillPages = (app: Hono, ground: Ground): void => {
  const inLanguage =
    (draw: (known: Knowledge, language: Language) => Response) =>
    async (context: Context, next: () => Promise<void>) => {
      const language = context.req.param('language');
      if (!isLanguage(language)) return await next();
      const known = await knowledge(ground, context.req);
      if (!known.isThere) return await next();
      return known.choices.length > 0 ? choose(known, language) : draw(known, language);
    };
  app.get('/', async (context) => {
    const known = await knowledge(ground, context.req);
    if (!known.isThere) return context.notFound();
    const language = negotiateLanguage(context.req.header('accept-language'), known.offered);
    const page = known.choices.length > 0 ? choose(known, language) : answerPage(first(known, language));
    page.headers.set('vary', 'Accept-Language');
    return page;
  });
  app.get(
    '/:language',
    inLanguage((known, language) => answerPage(home(known, language))),
  );
  app.get(
    '/:language/report',
    inLanguage((known, language) => {
      if (!known.isCurrent) return unavailable(known, language);
      return answerPage(form(known, language).replace(tokenPlace, newToken(ground)));
    }),
  );
  app.get(
    '/:language/receipt',
    inLanguage((known, language) => {
      if (!known.isCurrent) return unavailable(known, language);
      return answerPage(entry(known, language));
    }),
  );
  for (const { path, text } of [proofScript, proofWorker])
    app.get(
      path,
      () =>
        new Response(text, {
          headers: {
            'content-type': 'text/javascript; charset=utf-8',
            'cache-control': 'public, max-age=31536000, immutable',
          },
        }),
    );
  app.get(
    stylesheet.path,
    () =>
      new Response(stylesheet.text, {
        headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
      }),
  );
};
