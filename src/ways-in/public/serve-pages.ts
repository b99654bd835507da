import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { knowledge } from '../../reports/index.ts';
import { renderAccessibility } from './accessibility-page.tsx';
import { renderHelp } from './help-page.tsx';
import { renderPaperForm } from './paper-form.tsx';

/** Serves help, the accessibility statement and the paper form: the same for everybody, and no acts of anyone. */
export const serveWaysInPages = (app: Hono, ground: Ground): void => {
  const page = (path: string, draw: (setting: PublicSetting) => string): void => {
    app.get(`/:language${path}`, async (context, next) => {
      const language = context.req.param('language');
      if (!isLanguage(language)) return void (await next());
      const known = await knowledge(ground, context.req);
      return context.html(draw(known.settingIn(language)));
    });
  };
  page('/help', renderHelp);
  page('/accessibility', renderAccessibility);
  page('/paper', (setting) => renderPaperForm({ setting, publicUrl: ground.publicUrl }));
};
