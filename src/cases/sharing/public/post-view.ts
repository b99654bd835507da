import type { PublicActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Ground } from '../../../platform/ground.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import type { PublicSetting } from '../../../platform/pages/setting.ts';
import { knowledge } from '../../../reports/index.ts';
import { openView, type Shown, weigh } from '../one-time-view.ts';
import { renderSharedEntry, renderSharedParcel } from './shared-page.tsx';

/** A posted number and code, weighed outside the transaction. */
interface ReadyView {
  setting: PublicSetting;
  number: string;
  shown: Shown;
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, 400) : '';
};

/** Reads the form and weighs what was typed. */
export const readyView = async (
  ground: Ground,
  request: Request,
  language: Language,
  actor: PublicActor,
): Promise<ReadyView> => {
  const form = await readForm(request);
  const number = textOf(form, 'number');
  const shown = await weigh(ground, actor, number, textOf(form, 'code'));
  return { setting: (await knowledge(ground, request)).settingIn(language), number, shown };
};

const page = (html: string, status: number): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** Shows what was shared, this once, or says that nothing opens. */
export const takeView = async (tx: Tx, ground: Ground, { setting, number, shown }: ReadyView): Promise<Response> => {
  const opened = await openView(tx, ground, shown);
  if (opened.parcel) return page(renderSharedParcel(setting, opened.parcel), 200);
  return page(renderSharedEntry({ setting, refused: { number, triesLeft: opened.triesLeft } }), 404);
};
