import type { Context } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, type Language } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { knowledge } from '../../reports/index.ts';
import type { Library } from '../reading/library.ts';
import { libraryOf } from '../shelf.ts';

/** What a page of the library is drawn from. */
export interface Asked {
  context: Context;
  setting: PublicSetting;
  language: Language;
  library: Library;
}

type Next = () => Promise<void>;
type Drawn = Response | null | Promise<Response | null>;

/** A page in the reader's language, without any transaction; one that is not drawn is left to the next door. */
export const libraryPage =
  (ground: Ground, draw: (asked: Asked) => Drawn) =>
  async (context: Context, next: Next): Promise<Response | undefined> => {
    const language = context.req.param('language');
    if (!isLanguage(language)) return void (await next());
    const [known, library] = await Promise.all([knowledge(ground, context.req), libraryOf(ground, context.req)]);
    if (!known.isThere) return void (await next());
    return (await draw({ context, language, library, setting: known.settingIn(language) })) ?? void (await next());
  };

export const html = (page: string | Uint8Array<ArrayBuffer>): Response =>
  new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });

/** Something whose address changes with its text, so that it may be kept for ever. */
export const kept = (body: string | Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(body, { headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' } });
