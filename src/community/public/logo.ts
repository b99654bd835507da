import type { Context, Hono } from 'hono';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { logoOf } from '../settings/logo.ts';
import type { Knowing } from './privacy-page.tsx';

/** Serves the logo of the community that the address names; its mark in the address changes with it, so that it may be kept. */
export const serveLogo = (app: Hono, ground: Ground, knowing: Knowing): void => {
  app.get('/:language{[a-z]{2}}/logo', async (context: Context) => {
    const { communityId } = await knowing(ground, context.req);
    const logo = communityId && (await ground.database.withActor({ kind: 'public', communityId }, logoOf));
    if (!logo) throw notFound();
    const headers = { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' };
    return new Response(new Uint8Array(logo.webp), { headers });
  });
};
