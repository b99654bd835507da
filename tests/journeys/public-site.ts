import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page, type Response } from 'playwright-core';
import { type Program, startProgram } from '../program/program.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** What a browser asked for while it walked, so that a test can say what it never did. */
export type Traffic = { addresses: string[]; pageBytes: number[]; scripts: string[]; cookies: string[] };

export type PublicSite = {
  program: Program;
  url: string;
  /** A browser of its own that refuses every cookie. */
  visit(
    options?: BrowserContextOptions,
  ): Promise<{ page: Page; context: BrowserContext; traffic: Traffic; leave(): Promise<void> }>;
  close(): Promise<void>;
};

/** The public pages on loopback, and browsers to visit them with. */
export async function openPublicSite(): Promise<PublicSite> {
  const program = await startProgram();
  const server = await program.listen();
  return {
    program,
    url: server.url,
    async visit(options = {}) {
      const profile = await profileWithoutCookies();
      const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        args: ['--no-sandbox'],
        baseURL: server.url,
        ...options,
      });
      const page = context.pages()[0] ?? (await context.newPage());
      const leave = async () => {
        await context.close();
        await rm(profile, { recursive: true, force: true });
      };
      return { page, context, traffic: watch(page), leave };
    },
    async close() {
      await server.close();
      await program.close();
    },
  };
}

async function profileWithoutCookies(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'forestall-browser-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

function watch(page: Page): Traffic {
  const traffic: Traffic = { addresses: [], pageBytes: [], scripts: [], cookies: [] };
  page.on('request', (request) => {
    traffic.addresses.push(request.url());
    if (request.resourceType() === 'script') traffic.scripts.push(request.url());
  });
  page.on('response', async (response: Response) => {
    const cookie = response.headers()['set-cookie'];
    if (cookie) traffic.cookies.push(cookie);
    if (response.request().resourceType() !== 'document') return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    traffic.pageBytes.push(body.length);
  });
  return traffic;
}

/** Presses the last button of the page that sends something, and waits until its answer is drawn. */
export async function sendForm(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('main button[type=submit]').last().click();
  await answered;
  await page.waitForFunction(
    () => document.readyState === 'complete' && document.querySelector('form[aria-busy=true]') === null,
  );
}
