import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { type Language, languages } from '../../platform/i18n/index.ts';
import { knowledge } from '../../reports/index.ts';
import { toldMistakes } from '../contract.ts';
import { may } from '../policy.ts';
import { longestMistake, type MistakePageProps, renderMistake, renderMistakeThanks } from './mistake-page.tsx';
import { openMistakes, settleMistake, tellMistake } from './told-mistakes.ts';

const inLanguage = z.strictObject({ language: z.enum(languages) });
const byId = z.strictObject({ id: z.uuid() });

/** A page of this library and nothing else: what stands in a link must not lead anywhere of somebody's choosing. */
export const pageOf = (given: unknown): string =>
  typeof given === 'string' && /^(\/[a-z0-9-]+)?\/[a-z]{2}\/library(\/[a-z0-9-]+)*$/.test(given) && given.length <= 200
    ? given
    : '';

const page = (html: string, status = 200): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

const readMistake = async (ground: Ground, request: Request, language: Language): Promise<MistakePageProps> => {
  const form = await readForm(request);
  const given = form.get('words');
  const words = typeof given === 'string' ? given.trim() : '';
  const setting = (await knowledge(ground, request)).settingIn(language);
  const props = { setting, page: pageOf(form.get('page')), words };
  if (words === '') return { ...props, error: 'required' };
  return words.length > longestMistake ? { ...props, error: 'too-long' } : props;
};

/** The doors for mistakes: everybody tells, coordinators read and settle. The triage desk never sees them. */
export const mistakeRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/{language}/library/mistake',
    summary: 'Tell a mistake in a page of the library',
    permission: may('tell-a-mistake'),
    audit: { inside: 'tellMistake writes library-mistake-told' },
    input: { path: inLanguage, query: null, body: 'form' },
    answer: 'page',
    prepare: (ground, { path, body }) => readMistake(ground, body, path.language),
    async handle(tx, { prepared }, ground) {
      if (prepared.error) return page(renderMistake(prepared), 422);
      await tellMistake(tx, ground, prepared);
      return page(renderMistakeThanks(prepared.setting, prepared.page), 201);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/library/mistakes',
    summary: 'Mistakes in library pages that readers told and nobody has settled',
    permission: may('tend-mistakes'),
    audit: { none: 'about pages that everybody reads' },
    input: { path: null, query: null, body: null },
    answer: toldMistakes,
    handle: async (tx, _, ground) => ({ mistakes: await openMistakes(tx, ground) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/library/mistakes/{id}/settling',
    summary: 'Take a mistake from the list',
    permission: may('tend-mistakes'),
    audit: { inside: 'settleMistake writes library-mistake-settled' },
    input: { path: byId, query: null, body: null },
    answer: toldMistakes,
    async handle(tx, { path }, ground) {
      await settleMistake(tx as Tx<PersonActor>, ground, path.id);
      return { mistakes: await openMistakes(tx, ground) };
    },
  }),
];
