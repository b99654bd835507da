import type { Context, Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, type Language, negotiateLanguage } from '../../platform/i18n/index.ts';
import { renderHome, renderProblem, renderReceiptEntry, renderReportForm } from '../pages/index.ts';
import { answerPage } from './answer-page.ts';
import { type Knowledge, knowledge, stylesheet } from './knowledge.ts';
import { newToken } from './token.ts';

const homes = new WeakMap<Knowledge, Map<Language, string>>();

/** Drawn once for each language as long as nothing changes. */
const homeOf = (known: Knowledge, language: Language): string => {
  const drawn = homes.get(known) ?? new Map<Language, string>();
  homes.set(known, drawn);
  const html = drawn.get(language) ?? renderHome({ setting: known.settingIn(language), nextRead: known.nextRead });
  drawn.set(language, html);
  return html;
};

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
      return draw(await knowledge(ground), language);
    };
  app.get('/', async (context) => {
    const known = await knowledge(ground);
    const language = negotiateLanguage(context.req.header('accept-language'), known.offered);
    return answerPage(homeOf(known, language), 200, { vary: 'Accept-Language' });
  });
  app.get(
    '/:language',
    inLanguage((known, language) => answerPage(homeOf(known, language))),
  );
  app.get(
    '/:language/report',
    inLanguage((known, language) => {
      if (!known.isCurrent) return unavailable(known, language);
      return answerPage(renderReportForm({ setting: known.settingIn(language), token: newToken(ground) }));
    }),
  );
  app.get(
    '/:language/receipt',
    inLanguage((known, language) => {
      if (!known.isCurrent) return unavailable(known, language);
      return answerPage(renderReceiptEntry({ setting: known.settingIn(language) }));
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
