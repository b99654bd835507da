import { Agent, get } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import autocannon from 'autocannon';
import { chromium } from 'playwright-core';
import { browserFiles } from '../src/library/browser/browser-files.ts';
import { openLibrary } from '../src/library/reading/open-library.ts';
import { questions } from '../src/library/testing/questions.ts';
import { type Language, languages } from '../src/platform/i18n/index.ts';
import type { Row } from './reports.ts';
import type { BenchServer } from './server.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const article = '/en/library/prevent/warning-signs';

/** The library: how fast its pages are served and found, and how much of it goes onto a device. */
export async function benchLibrary(server: BenchServer): Promise<Row[]> {
  const rows = [await buildRow(server), ...(await pageRows(server)), ...(await sizeRows(server))];
  for (const language of languages) rows.push(await searchRow(server, language));
  return rows;
}

/** What the server has used of its processors so far, whatever else the machine was doing. */
const processorSeconds = (server: BenchServer): Promise<number> => server.metric('process_cpu_seconds_total');

const textAt = async (server: BenchServer, address: string): Promise<string> =>
  await (await fetch(`${server.url}${address}`)).text();

/** Reading and checking every file, then drawing every page and index of the four languages once. */
async function buildRow(server: BenchServer): Promise<Row> {
  const begun = performance.now();
  const [own, theirs] = [process.cpuUsage(), await processorSeconds(server)];
  await openLibrary();
  for (const language of languages) await textAt(server, `/${language}/library/offline-worker.js`);
  const took = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const spent = (user + system) / 1e6 + (await processorSeconds(server)) - theirs;
  return {
    name: 'library read, checked, drawn once',
    value: `${took.toFixed(1)} s, ${spent.toFixed(1)} s of a processor`,
    goal: '≤ 20 s',
    ok: took <= 20,
  };
}

const steadyPerSecond = 200;

/** Milliseconds from asking to the first byte, for requests sent at a steady rate, whether or not earlier ones are answered. */
async function firstBytes(url: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const begun = performance.now();
  const waiting: Promise<number>[] = [];
  for (let nth = 0; nth < steadyPerSecond * seconds; nth += 1) {
    const early = begun + (nth * 1_000) / steadyPerSecond - performance.now();
    if (early > 0) await after(early);
    waiting.push(firstByte(url, agent));
  }
  const took = await Promise.all(waiting);
  agent.destroy();
  return took.toSorted((a, b) => a - b);
}

const firstByte = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = performance.now();
    get(url, { agent }, (answer) => {
      resolve(performance.now() - sent);
      answer.resume();
    }).on('error', reject);
  });

const shareOf = (sorted: readonly number[], share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;

async function pageRows(server: BenchServer): Promise<Row[]> {
  const { url } = server;
  const before = await processorSeconds(server);
  const most = await autocannon({ url: `${url}${article}`, connections: 16, duration: seconds });
  const each = (((await processorSeconds(server)) - before) * 1_000) / most['2xx'];
  const steady = await firstBytes(`${url}${article}`);
  const [middle, last] = [shareOf(steady, 0.5), shareOf(steady, 0.99)];
  const perSecond = most.requests.average;
  return [
    {
      name: 'library article',
      value: `${perSecond.toFixed(0)}/s, ${each.toFixed(2)} ms of a processor each`,
      goal: '≥ 3000/s',
      ok: perSecond >= 3_000,
    },
    {
      name: 'its first byte at 200/s, p50 and p99',
      value: `${middle.toFixed(1)} ms and ${last.toFixed(1)} ms`,
      goal: '≤ 100 ms',
      ok: last <= 100,
    },
  ];
}

const kilobytes = (bytes: number): string => `${(bytes / 1_024).toFixed(0)} kB`;

/** Everything that the worker of a language keeps on a device, as it is sent. */
async function keptBytes(server: BenchServer, language: Language): Promise<number> {
  const worker = await textAt(server, `/${language}/library/offline-worker.js`);
  const [, list = '[]'] = /const kept = (\[.*?\]);/.exec(worker) ?? [];
  let bytes = 0;
  for (const address of JSON.parse(list) as string[]) bytes += Buffer.byteLength(await textAt(server, address));
  return bytes;
}

async function sizeRows(server: BenchServer): Promise<Row[]> {
  const kept: number[] = [];
  const indexes: number[] = [];
  for (const language of languages) {
    kept.push(await keptBytes(server, language));
    indexes.push(Buffer.byteLength(await textAt(server, `/${language}/library/search-index.json`)));
  }
  const [largest, index] = [Math.max(...kept), Math.max(...indexes)];
  return [
    { name: 'offline install, largest', value: kilobytes(largest), goal: '≤ 3 MB', ok: largest <= 3 * 1_048_576 },
    { name: 'search index, largest', value: kilobytes(index), goal: '≤ 400 kB', ok: index <= 400 * 1_024 },
  ];
}

/** Twenty questions asked of the index in a browser, by the very file that the search page runs; the slowest counts. */
async function searchRow(server: BenchServer, language: Language): Promise<Row> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ baseURL: server.url });
  await page.goto(`/${language}/library/search`);
  const ranking = browserFiles.find(({ path }) => path.includes('library-ranking'))?.path ?? '';
  const asked = Object.keys(questions[language]);
  const times = await page.evaluate(
    async ([script, code, all]) => {
      const { rank, readIndex } = await import(script);
      const index = readIndex(code, await (await fetch(`/${code}/library/search-index.json`)).text());
      const timeOf = (question: string) => {
        const begun = performance.now();
        rank(index, question);
        return performance.now() - begun;
      };
      return all.map(timeOf);
    },
    [ranking, language, asked] as const,
  );
  await browser.close();
  const slowest = Math.max(...times);
  return {
    name: `search in the browser, ${language}`,
    value: `slowest of ${times.length}: ${slowest.toFixed(1)} ms`,
    goal: '≤ 50 ms',
    ok: slowest <= 50,
  };
}
