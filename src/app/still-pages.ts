import type { Hono } from 'hono';
import { serveSharedPage } from '../cases/index.ts';
import { serveLogo, servePrivacyPage } from '../community/index.ts';
import { serveLibraryPages } from '../library/index.ts';
import type { Ground } from '../platform/ground.ts';
import { serveShell } from '../platform/pages/serve-shell.ts';
import { knowledge, serveStillPages as serveReportPages } from '../reports/index.ts';
import { periodsOf } from '../retention/index.ts';
import { serveWaysInPages } from '../ways-in/index.ts';

/** Serves every page that is the same for everybody and touches nothing of anybody. */
export const serveStillPages = (app: Hono, ground: Ground): void => {
  serveShell(app);
  serveReportPages(app, ground);
  servePrivacyPage(app, ground, knowledge, periodsOf);
  serveLogo(app, ground, knowledge);
  serveWaysInPages(app, ground);
  serveSharedPage(app, ground);
  serveLibraryPages(app, ground);
};
