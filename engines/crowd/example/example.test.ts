import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { createServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensemble, simulate } from '../src/contract.ts';
import type { KernelName } from '../src/result.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { counterFlow } from '../validation/cases/counter-flow.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let server: ViteDevServer;
let browser: Browser;
let page: Page;

/** Out and inside at one instant. */
const counts = () =>
  page.evaluate(() =>
    ['out', 'inside'].map((id) => Number(document.getElementById(id)!.textContent!.replaceAll(',', ''))),
  );
const outReaches = (count: number) =>
  page.waitForFunction(
    (least) => Number(document.getElementById('out')!.textContent!.replaceAll(',', '')) >= least,
    count,
  );

/** What the page is asked to run, as text: the test runner would rewrite an import that it sees. */
const hashesThere = (scenario: Scenario, kernel: KernelName): string => `(async () => {
  const { simulate, ensemble } = await import('/src/contract.ts');
  const [scenario, kernel] = [${JSON.stringify(scenario)}, '${kernel}'];
  const one = await simulate(scenario, { seed: 5, kernel });
  const two = await ensemble(scenario, { runs: 2, workers: 2, seed: 5, kernel });
  return [one.hash, ...two.results.map(({ hash }) => hash)];
})()`;

beforeAll(async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'crowd-example-'));
  server = await createServer({
    root,
    cacheDir,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
  await page.goto(`${server.resolvedUrls!.local[0]}example/index.html`);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('example page', () => {
  it('lets 5,000 people leave, and closes an exit while they do', async () => {
    await outReaches(50);

    await page.locator('#closed').fill('3');
    await outReaches((await counts())[0]! + 100);

    expect(await page.textContent('#closed-name')).toBe('east');
    const [out, inside] = await counts();
    expect(out! + inside!).toBe(5000);
    const picture = await page.screenshot({ path: process.env.CROWD_SCREENSHOT });
    expect(picture.length).toBeGreaterThan(20_000);
  });

  it.for(['simd', 'reference'] as const)(
    'gives the same hash in Chromium, its workers, Node and its threads (%s)',
    async (kernel) => {
      const scenario = counterFlow(20);
      const here = await simulate(scenario, { seed: 5, kernel });
      const threads = await ensemble(scenario, { runs: 2, workers: 2, seed: 5, kernel });

      const there = await page.evaluate(hashesThere(scenario, kernel));

      expect(there).toEqual([here.hash, ...threads.results.map(({ hash }) => hash)]);
      expect(threads.results[0]!.hash).toBe(here.hash);
    },
  );
});
