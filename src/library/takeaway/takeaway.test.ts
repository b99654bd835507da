import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPublicSite, type PublicSite } from '../../../tests/journeys/public-site.ts';
import { languages } from '../../platform/i18n/index.ts';
import { openLibrary } from '../reading/open-library.ts';
import { keepBooksIn } from './kept-books.ts';

let site: PublicSite;
let folder: string;
beforeAll(async () => {
  site = await openPublicSite();
  folder = await mkdtemp(join(tmpdir(), 'forestall-books-'));
  keepBooksIn(site.program.ground, folder);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const bytesAt = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${site.url}${path}`)).arrayBuffer());

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const readCode = async (picture: Buffer): Promise<string | undefined> => {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR;
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data;
};

describe('the PDF of the whole library', () => {
  it('is drawn by another process: this one spends less than a second of its processor on it', async () => {
    await bytesAt('/ca/library');
    const before = process.cpuUsage();

    const bytes = await bytesAt('/ca/library/take-away/library.pdf');

    const { user, system } = process.cpuUsage(before);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});

describe('the EPUB', () => {
  it.each(languages)(
    'opens: its type first and stored, container, contents, and sound pages in %s',
    async (language) => {
      const bytes = await bytesAt(`/${language}/library/take-away/library.epub`);
      const { articles } = await openLibrary();

      const files = unzipSync(bytes);

      expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
      expect(bytes.readUInt16LE(8)).toBe(0);
      expect(textOf(files['META-INF/container.xml'])).toContain('full-path="OEBPS/content.opf"');
      expect(textOf(files['OEBPS/content.opf'])).toContain(`<dc:language>${language}</dc:language>`);
      for (const { title } of articles[language])
        expect(textOf(files['OEBPS/nav.xhtml'])).toContain(title.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
      expect(await faultsIn(files)).toEqual([]);
    },
  );
});

/** What a strict reader finds wrong: pages that are no XML, links to files or places that are not there. */
async function faultsIn(files: Record<string, Uint8Array>): Promise<string[]> {
  const { page, leave } = await site.visit();
  const texts = Object.entries(files)
    .filter(([name]) => /\.(xhtml|opf|xml)$/.test(name))
    .map(([name, bytes]) => [name, textOf(bytes)] as const);
  const faults = await page.evaluate((given) => {
    const parsed = given.map(
      ([name, text]) => [name, new DOMParser().parseFromString(text, 'application/xml')] as const,
    );
    const broken = parsed.filter(([, page]) => page.querySelector('parsererror')).map(([name]) => name);
    const ids = new Map(
      parsed.map(([name, page]) => [name, new Set([...page.querySelectorAll('[id]')].map(({ id }) => id))]),
    );
    const lost = parsed.flatMap(([name, page]) =>
      [...page.querySelectorAll('a[href], item[href]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !/^(https?|tel|mailto):/.test(href) && !href.endsWith('.css'))
        .filter((href) => {
          const [file, id] = href.split('#');
          const there = ids.get(file ? `OEBPS/${file}` : name);
          return !there || (id !== undefined && !there.has(id));
        })
        .map((href) => `${name}: ${href}`),
    );
    return [...broken, ...lost];
  }, texts);
  await leave();
  return faults;
}

describe('the PDF', () => {
  it('is tagged, says its language and title, holds every article, and is the same each time', async () => {
    const bytes = await bytesAt('/ca/library/take-away/library.pdf');
    const { articles } = await openLibrary();

    const text = bytes.toString('latin1');

    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain('/Lang (ca)');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/DisplayDocTitle true');
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Link', 'TOCI'])
      expect(text, tag).toMatch(new RegExp(`/S /${tag}\\b`));
    for (const { id } of articles.ca) expect(text, id).toContain(`(${id})`);
  });

  it('is made once and kept, and takes the place of the one before', async () => {
    await bytesAt('/ca/library/take-away/library.pdf');
    const before = (await readdir(folder)).filter((name) => name.endsWith('.pdf'));

    await site.program.databases.owner.query(`update communities set name = 'New Town' where slug = 'test-town'`);
    site.program.clock.advance(2_000);
    await bytesAt('/ca/library/take-away/library.pdf');

    const after = (await readdir(folder)).filter((name) => name.endsWith('.pdf'));
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });
});

describe('the poster and the card', () => {
  it.each(languages)('carry a code that opens the report page in %s', async (language) => {
    const { page, leave } = await site.visit({ javaScriptEnabled: false });

    await page.goto(`/${language}/library/take-away/poster`);
    const poster = await readCode(await page.locator('.report-square').screenshot());
    await page.goto(`/${language}/library/take-away/card`);
    const card = await readCode(await page.locator('.report-square').first().screenshot({ scale: 'css' }));

    expect(poster).toBe(`${site.program.ground.publicUrl}/${language}/report`);
    expect(card).toBe(poster);
    await leave();
  });

  it('print on one sheet each', async () => {
    const { page, leave } = await site.visit();
    const sheets: number[] = [];
    for (const kind of ['poster', 'card']) {
      await page.goto(`/fr/library/take-away/${kind}`);
      const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
      sheets.push(printed.match(/\/Type \/Page\b/g)?.length ?? 0);
    }

    const made = await Promise.all(['poster', 'card'].map((kind) => bytesAt(`/fr/library/take-away/${kind}.pdf`)));

    expect(sheets).toEqual([1, 1]);
    expect(made.map((bytes) => bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length)).toEqual([1, 1]);
    await leave();
  });
});

describe('the pages about it', () => {
  it('give axe nothing to say, and fit a small screen', async () => {
    const { page, leave } = await site.visit({ viewport: { width: 320, height: 700 } });
    for (const path of ['/take-away', '/take-away/poster', '/take-away/card', '/no-network']) {
      await page.goto(`/fr/library${path}`);

      const { violations } = await new AxeBuilder({ page }).analyze();
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(isWider, path).toBe(false);
    }
    await leave();
  });
});
