import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { keptPage } from '../public/kept-pages.ts';
import { html, kept, libraryPage } from '../public/library-page.ts';
import { answerWorker } from './kept-worker.ts';
import { renderNoNetwork } from './no-network-page.tsx';
import { offlineScript } from './offline-files.ts';

/** Serves what keeps the library on a device: the worker of each language, its script, and the page for no network. */
export const serveOffline = (app: Hono, ground: Ground): void => {
  app.get(offlineScript.path, () => kept(offlineScript.text, 'text/javascript; charset=utf-8'));
  app.get(
    '/:language/library/no-network',
    libraryPage(ground, ({ library, setting, context }) =>
      html(keptPage(library, setting, context.req.path, () => renderNoNetwork(setting))),
    ),
  );
  app.get(
    '/:language/library/offline-worker.js',
    libraryPage(ground, ({ library, setting }) => answerWorker(app, library, setting)),
  );
};
