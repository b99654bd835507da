import type { Context } from 'hono';
import { presentCommunity } from '../community/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import type { Problem } from '../platform/http/problem.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { type Language, negotiateLanguage, languages } from '../platform/i18n/index.ts';
import type { PublicSetting } from '../platform/pages/setting.ts';
import { readPublicStylesheet } from '../platform/pages/stylesheet.ts';
import { may } from './policy.ts';
import { renderHome, renderProblem } from './pages/index.ts';

const html = (text: string, status = 200) => new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

async function settingOf(tx: Tx, ground: Ground, language: Language, stylesheet: string): Promise<{ setting: PublicSetting; nextRead: string | null }> {
  const community = await presentCommunity(tx, ground);
  return { setting: { ...community, communityName: community.name, language, stylesheet }, nextRead: community.nextRead };
}

/** The public pages of the reports. */
export function reportPageRoutes(_ground: Ground): AnyRoute[] {
  const stylesheet = readPublicStylesheet(['src/reports/pages/reports.css']);
  return [
    route({
      method: 'GET', path: '/', summary: 'The first page', permission: may('report-a-concern'), audit: { none: 'public' }, input: { path: null, query: null, body: null }, answer: 'page',
      async handle(tx, input, ground) {
        const { setting, nextRead } = await settingOf(tx, ground, negotiateLanguage(input.headers.get('accept-language') ?? undefined, languages), stylesheet.path);
        return html(renderHome({ setting, nextRead, now: ground.clock.now() }));
      },
    }),
    route({
      method: 'GET', path: stylesheet.path as `/${string}`, summary: 'The stylesheet', permission: may('report-a-concern'), audit: { none: 'public' }, input: { path: null, query: null, body: null }, answer: 'page',
      handle: async () => new Response(stylesheet.text, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' } }),
    }),
  ];
}

/** Draws a problem as a page. */
export const problemPage = (_ground: Ground) => async (_context: Context, problem: Problem): Promise<Response> => {
  const kind = problem.status === 404 ? 'not-found' : problem.status === 413 ? 'too-large' : problem.status === 503 ? 'unavailable' : 'bug';
  const setting: PublicSetting = { communityName: '', language: 'en', languages, timeZone: 'UTC', emergencyNumbers: [{ number: '112', for: 'everything' }], crisisLines: [], stylesheet: '/assets/public.css' };
  return html(renderProblem({ setting, kind, ...(problem.reference ? { reference: problem.reference } : {}) }), problem.status);
};
