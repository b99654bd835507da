import { join } from 'node:path';
import { keepBooksIn, stockShelf } from '../library/index.ts';
import type { Ground } from '../platform/ground.ts';
import { joinRoutes } from '../platform/http/server.ts';
import { problemPage } from '../reports/index.ts';
import { bookFolderOf, type Config, contentFolderOf, programFolder } from './config.ts';
import { consoleFiles } from './console-files.ts';
import { actorFinder } from './find-actor.ts';
import { measureRequests, serveHealth } from './health.ts';
import { openApiOf } from './openapi.ts';
import { allRoutes } from './routes.ts';
import { serveStillPages } from './still-pages.ts';
import { version } from './version.ts';

/** The one HTTP server: the doors of the slices, the console's files, the API's description, health. */
export function joinServer(ground: Ground, config: Config) {
  stockShelf(ground, contentFolderOf(config));
  keepBooksIn(ground, bookFolderOf(config));
  const description = openApiOf(allRoutes, version);
  const consoleFile = consoleFiles(join(programFolder, 'dist', 'console'));
  return joinRoutes(ground, allRoutes, actorFinder(ground), problemPage(ground), (app) => {
    const registry = measureRequests(app);
    serveHealth(app, ground, registry, config.metricsToken);
    app.get('/api/v1/openapi.json', (context) => context.json(description));
    app.get('/console', (context) => context.redirect('/console/'));
    app.get('/console/*', (context) => consoleFile(context.req.path.slice('/console'.length)));
    serveStillPages(app, ground);
    app.get('/favicon.ico', () => new Response(null, { status: 204 }));
  });
}
