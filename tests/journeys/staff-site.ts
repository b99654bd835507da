import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { consoleFiles } from '../../src/app/console-files.ts';
import { caseWords } from '../../src/cases/words/index.ts';
import { communityWords } from '../../src/community/words/index.ts';
import { legalWords } from '../../src/community/words/legal/index.ts';
import { lendingWords } from '../../src/community/words/lending/index.ts';
import { moveWords } from '../../src/community/words/move/index.ts';
import { recoveryWords } from '../../src/community/words/recovery/index.ts';
import { rotaWords } from '../../src/community/words/rota/index.ts';
import { settingsWords } from '../../src/community/words/settings/index.ts';
import { setSecurityHeaders } from '../../src/platform/http/security-headers.ts';
import { joinCatalogues, type KeyOf, type Language, translator, type Values } from '../../src/platform/i18n/index.ts';
import { linkingWords } from '../../src/reports/screens/words/linking/index.ts';
import { reportsWords } from '../../src/reports/words/index.ts';
import { type CastKey, emailOf, type Program, password, startProgram } from '../program/program.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const words = joinCatalogues(
  joinCatalogues(joinCatalogues(linkingWords, caseWords), joinCatalogues(communityWords, reportsWords)),
  joinCatalogues(
    joinCatalogues(lendingWords, joinCatalogues(rotaWords, recoveryWords)),
    joinCatalogues(settingsWords, joinCatalogues(legalWords, moveWords)),
  ),
);

export type Say = (key: KeyOf<typeof words>, values?: Values) => string;

/** What every screen says, in one language, on the clocks of the test community. */
export const sayIn = (language: Language): Say => translator(words, language, 'Europe/Madrid').t;

export interface Desk {
  page: Page;
  say: Say;
  /** What the browser complained of: scripts and styles that the policy forbids, and faults of the console. */
  complaints: string[];
  leave(): Promise<void>;
}

export interface StaffSite {
  program: Program;
  url: string;
  /** A browser of its own that stands before the sign-in. */
  sitDown(language: Language, viewport?: { width: number; height: number }): Promise<Desk>;
  /** The same, signed in. */
  signIn(who: CastKey, language: Language, viewport?: { width: number; height: number }): Promise<Desk>;
  close(): Promise<void>;
}

const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
};

/** Builds the console as it is shipped, and gives what the server would answer for each of its addresses. */
async function buildConsole(): Promise<{ file: ReturnType<typeof consoleFiles>; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'forestall-console-'));
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  return { file: consoleFiles(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Fills in the sign-in that is on the screen. */
export async function fillSignIn({ page, say }: Desk, who: CastKey): Promise<void> {
  await page.getByLabel(say('sign-in.email')).fill(emailOf(who));
  await page.getByLabel(say('sign-in.password')).fill(password);
  await page.getByRole('button', { name: say('sign-in.act'), exact: true }).click();
  await page.getByRole('navigation', { name: say('shell.rail') }).waitFor();
}

/** The program with its console on loopback, and browsers in front of it that show the program's own time. */
export async function openStaffSite(): Promise<StaffSite> {
  const program = await startProgram();
  const [server, shipped] = await Promise.all([program.listen(), buildConsole()]);
  const url = server.url.replace('127.0.0.1', 'localhost');
  program.ground.publicUrl = url;
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

  const sitDown: StaffSite['sitDown'] = async (language, viewport = { width: 1280, height: 900 }) => {
    const context = await browser.newContext({
      baseURL: url,
      locale: language,
      viewport,
      reducedMotion: 'reduce',
    });
    await context.route('**/console/**', async (route) => {
      const answer = shipped.file(new URL(route.request().url()).pathname.slice('/console'.length));
      setSecurityHeaders(answer.headers, url);
      const body = Buffer.from(await answer.arrayBuffer());
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
    });
    await context.addInitScript((chosen) => localStorage.setItem('forestall.language', chosen), language);
    const page = await context.newPage();
    await page.clock.setFixedTime(program.clock.now());
    const complaints = complaintsOf(page);
    await page.goto('/console/');
    return { page, say: sayIn(language), complaints, leave: () => context.close() };
  };
  return {
    program,
    url,
    sitDown,
    async signIn(who, language, viewport) {
      const change = 'update people set language = $1 where email = $2';
      await program.databases.owner.query(change, [language, emailOf(who)]);
      const desk = await sitDown(language, viewport);
      await fillSignIn(desk, who);
      return desk;
    },
    async close() {
      await browser.close();
      await server.close();
      await Promise.all([program.close(), shipped.remove()]);
    },
  };
}

/** What the accessibility rules object to on the page as it stands; an empty list is what is wanted. */
export async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** How far the page reaches beyond the right edge of the window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
