import type { Hono } from 'hono';
import { serveLibraryPages } from '../library/index.ts';
import type { Ground } from '../platform/ground.ts';
import { serveStillPages as serveReportPages } from '../reports/index.ts';

/** Serves every page that is the same for everybody and touches nothing of anybody. */
export const serveStillPages = (app: Hono, ground: Ground): void => {
  serveReportPages(app, ground);
  serveLibraryPages(app, ground);
};
