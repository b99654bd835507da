import type { Context } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, type Language } from '../../platform/i18n/index.ts';
import { type Knowledge, knowledge } from '../../reports/index.ts';
import type { LibrarySetting } from '../pages/page-words.ts';
import type { Library } from '../reading/library.ts';
import { libraryOf } from '../shelf.ts';

/** What a page of the library is drawn from. */
export interface Asked {
  context: Context;
  setting: LibrarySetting;
  language: Language;
  library: Library;
}

type Next = () => Promise<void>;
type Drawn = Response | null | Promise<Response | null>;

const settings = new WeakMap<Knowledge, Map<string, LibrarySetting>>();

/** The very same setting for every reader of a moment, so that kept pages are found without looking at its words. */
export const settingFor = (
  known: Knowledge,
  language: Language,
  more: Partial<LibrarySetting> = {},
): LibrarySetting => {
  const all = settings.get(known) ?? new Map<string, LibrarySetting>();
  settings.set(known, all);
  const code = more.added?.code ?? language;
  const setting = all.get(code) ?? { ...known.settingIn(language), ...more };
  all.set(code, setting);
  return setting;
};

/** A page in the reader's language, without any transaction; one that is not drawn is left to the next door. */
export const libraryPage =
  (ground: Ground, draw: (asked: Asked) => Drawn) =>
  async (context: Context, next: Next): Promise<Response | undefined> => {
    const language = context.req.param('language');
    if (!isLanguage(language)) return void (await next());
    const known = await knowledge(ground, context.req);
    if (!known.isThere) return void (await next());
    const library = await libraryOf(ground, known);
    return (await draw({ context, language, library, setting: settingFor(known, language) })) ?? void (await next());
  };

export const html = (page: string | Uint8Array<ArrayBuffer>, status = 200): Response =>
  new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** Something whose address changes with its text, so that it may be kept for ever. */
export const kept = (body: string | Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(body, { headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' } });
