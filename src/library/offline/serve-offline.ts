import type { Hono } from 'hono';
import type { Ground } from '../../platform/ground.ts';
import { keptPage } from '../public/kept-pages.ts';
import { type Asked, html, kept, libraryPage } from '../public/library-page.ts';
import type { Library } from '../reading/library.ts';
import { assetsIn, keptPages } from './kept-addresses.ts';
import { renderNoNetwork } from './no-network-page.tsx';
import { offlineScript, workerText } from './offline-files.ts';

type Made = { mark: string; worker: Promise<string> };

const made = new WeakMap<Library, Map<string, Made>>();

const textAt = async (app: Hono, address: string): Promise<string> => await (await app.request(address)).text();

const textsAt = async (app: Hono, addresses: readonly string[]): Promise<string[]> => {
  const texts: string[] = [];
  for (const address of addresses) texts.push(await textAt(app, address));
  return texts;
};

/** These assets, and whatever assets they name in their turn. */
const allAssets = async (app: Hono, named: readonly string[], known: readonly string[] = []): Promise<string[]> => {
  const fresh = named.filter((address) => !known.includes(address));
  if (fresh.length === 0) return [...known];
  return await allAssets(app, assetsIn(await textsAt(app, fresh)), [...known, ...fresh]);
};

/** Asks this very site for every page that is to be kept, and then for what those pages name. */
const makeWorker = async (app: Hono, { library, language }: Asked): Promise<string> => {
  const pages = keptPages(library, language);
  const texts = await textsAt(app, pages);
  const addresses = [...pages, ...(await allAssets(app, assetsIn(texts)))];
  return workerText(language, addresses, JSON.stringify([addresses, texts]));
};

/** The worker as made before, or made now, as long as neither the library nor the community changes. */
const workerOf = (app: Hono, asked: Asked): Promise<string> => {
  const { library, setting, language } = asked;
  const workers = made.get(library) ?? new Map<string, Made>();
  made.set(library, workers);
  const mark = JSON.stringify(setting);
  const before = workers.get(language);
  if (before?.mark === mark) return before.worker;
  const worker = makeWorker(app, asked);
  workers.set(language, { mark, worker });
  worker.catch(() => workers.delete(language));
  return worker;
};

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
    libraryPage(ground, async (asked) => {
      const text = await workerOf(app, asked);
      return new Response(text, {
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'no-cache',
          'service-worker-allowed': `/${asked.language}/library`,
        },
      });
    }),
  );
};
