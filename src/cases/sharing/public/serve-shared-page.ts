import type { Hono } from 'hono';
import type { Ground } from '../../../platform/ground.ts';
import { isLanguage } from '../../../platform/i18n/index.ts';
import { knowledge } from '../../../reports/index.ts';
import { sharedLinkScript } from './shared-link.ts';
import { renderSharedEntry } from './shared-page.tsx';

/** Serves the empty page on which a view is opened, the same for everybody, and the script that reads the link. */
export const serveSharedPage = (app: Hono, ground: Ground): void => {
  app.get('/:language/shared', async (context, next) => {
    const language = context.req.param('language');
    if (!isLanguage(language)) return void (await next());
    const known = await knowledge(ground, context.req);
    if (!known.isThere || known.choices.length > 0) return void (await next());
    return context.html(renderSharedEntry({ setting: known.settingIn(language) }));
  });
  app.get(
    sharedLinkScript.path,
    () =>
      new Response(sharedLinkScript.text, {
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'public, max-age=31536000, immutable',
        },
      }),
  );
};
