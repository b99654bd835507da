import type { Hono } from 'hono';
import { codeOf, type LibrarySetting } from '../pages/page-words.ts';
import type { Library } from '../reading/library.ts';
import { assetsIn, keptPages } from './kept-addresses.ts';
import { workerText } from './offline-files.ts';

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
const makeWorker = async (app: Hono, library: Library, setting: LibrarySetting): Promise<string> => {
  const { base = '' } = setting;
  const code = codeOf(setting);
  const pages = keptPages(library, code).map((page) => `${base}${page}`);
  const texts = await textsAt(app, pages);
  const addresses = [...pages, ...(await allAssets(app, assetsIn(texts)))];
  return workerText(base === '' ? code : `${base}/${code}`, addresses, JSON.stringify([addresses, texts]));
};

/** The worker as made before, or made now, as long as neither the library nor the community changes. */
const workerOf = (app: Hono, library: Library, setting: LibrarySetting): Promise<string> => {
  const workers = made.get(library) ?? new Map<string, Made>();
  made.set(library, workers);
  const key = `${setting.base ?? ''}/${codeOf(setting)}`;
  const mark = JSON.stringify(setting);
  const before = workers.get(key);
  if (before?.mark === mark) return before.worker;
  const worker = makeWorker(app, library, setting);
  workers.set(key, { mark, worker });
  worker.catch(() => workers.delete(key));
  return worker;
};

/** Answers with the worker that keeps one language of a community's library on a device. */
export const answerWorker = async (app: Hono, library: Library, setting: LibrarySetting): Promise<Response> =>
  new Response(await workerOf(app, library, setting), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': `${setting.base ?? ''}/${codeOf(setting)}/library`,
    },
  });
