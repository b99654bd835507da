import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { keptPage } from '../public/kept-pages.ts';
import { type Asked, html, libraryPage } from '../public/library-page.ts';
import { renderEvidence } from './evidence-page.tsx';

const draw = ({ setting, library, context }: Asked): Response =>
  html(keptPage(library, setting, context.req.path, () => renderEvidence({ setting, ...library })));

/** Serves the page of published figures: the same for everybody, drawn once. */
export const serveEvidence = (app: Hono, ground: Ground): void => {
  app.get('/:language/library/evidence', libraryPage(ground, draw));
};
