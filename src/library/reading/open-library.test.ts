import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../platform/i18n/index.ts';
import { aContentFolder, anArticle } from '../testing/a-content-folder.ts';
import { inWords } from './faults.ts';
import { articleOf } from './library.ts';
import { openLibrary } from './open-library.ts';

const removals: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

const withFolder = async (files: Record<string, string>) => {
  const folder = await aContentFolder(files);
  removals.push(folder.remove);
  return await openLibrary(folder.path);
};

const faultsOf = async (files: Record<string, string>) => (await withFolder(files)).faults.map(inWords);

const inFour = (id: string, text: string) =>
  Object.fromEntries(languages.map((language) => [`${language}/${id.replace('.', '/')}.md`, text]));

describe('open-library', () => {
  it('reads our own texts and data whole, and finds no fault in them', async () => {
    const library = await openLibrary();

    expect(library.faults.map(inWords)).toEqual([]);
    expect(languages.map((language) => library.articles[language].length)).toEqual([63, 63, 63, 63]);
    expect(library.resources.length).toBeGreaterThanOrEqual(120);
    expect(library.courses.length).toBeGreaterThanOrEqual(12);
    expect(library.countries.map(({ id }) => id).sort()).toEqual(['CT', 'ES', 'FR', 'UK', 'US']);
    expect(library.evidence.length).toBeGreaterThan(0);
    expect(library.finding?.text.en).toContain('last resort');
  });

  it('puts the articles into the order of the chain', async () => {
    const { articles } = await openLibrary();

    const ids = articles.fr.map(({ id }) => id);

    expect(ids.slice(0, 2)).toEqual(['prevent.trust-and-climate', 'prevent.a-community-that-tells']);
    expect(ids.indexOf('prevent.warning-signs')).toBeLessThan(ids.indexOf('prevent.no-profile-no-score'));
    expect(ids.at(-1)).toBe('recover.recognition-and-learning');
  });
});

describe('the operator’s own folder', () => {
  it('stands over ours: a text of the same name in its place, another one beside it', async () => {
    const own = anArticle({ id: 'prevent.warning-signs', head: 'title: "Our own signs"' });

    const library = await withFolder({
      'en/prevent/warning-signs.md': own,
      ...inFour('prevent.own-page', anArticle()),
    });

    const signs = articleOf(library, 'en', 'prevent.warning-signs');
    expect([signs?.title, signs?.isOwn]).toEqual(['Our own signs', true]);
    expect(articleOf(library, 'ca', 'prevent.warning-signs')?.isOwn).toBe(false);
    expect(articleOf(library, 'ca', 'prevent.own-page')?.body).toContain('Words of our own.');
    expect(library.faults).toEqual([]);
  });

  it('adds a country and replaces a resource', async () => {
    const { countries, resources } = await openLibrary();
    const france = countries.find(({ id }) => id === 'FR');
    const library = await withFolder({
      'country-advice.yaml': JSON.stringify({ countries: [{ ...france, id: 'PT' }] }),
      'resources.yaml': JSON.stringify([{ ...resources[0], title: 'Another title' }]),
    });

    expect(library.countries.map(({ id }) => id)).toContain('PT');
    expect(library.countries).toHaveLength(countries.length + 1);
    expect(library.resources[0]?.title).toBe('Another title');
    expect(library.faults).toEqual([]);
  });

  const faulty: [string, Record<string, string>, RegExp][] = [
    [
      'no front matter',
      { 'en/prevent/warning-signs.md': 'Only words.' },
      /warning-signs\.md:1: must start with front matter/,
    ],
    [
      'front matter that is no YAML',
      { 'en/prevent/warning-signs.md': '---\nid: prevent.warning-signs\ntitle: "open\n---\n\nWords.\n' },
      /warning-signs\.md:\d: /,
    ],
    [
      'a field that is wrong, by its line',
      { 'en/prevent/warning-signs.md': anArticle({ id: 'prevent.warning-signs', head: 'status: finished' }) },
      /warning-signs\.md:11: status: /,
    ],
    [
      'another name inside than outside',
      { 'en/prevent/warning-signs.md': anArticle({ id: 'prevent.something-else' }) },
      /warning-signs\.md:2: id and phase: must be prevent\.warning-signs/,
    ],
    [
      'a page of ten megabytes',
      { 'en/prevent/warning-signs.md': anArticle({ id: 'prevent.warning-signs', body: 'word '.repeat(2_000_000) }) },
      /warning-signs\.md:1: larger than/,
    ],
    [
      'a YAML text that unfolds without end',
      { 'en/prevent/warning-signs.md': '---\na: &a [x]\nb: &b [*a, *a]\nid: *b\n---\n\nWords.\n' },
      /warning-signs\.md:\d/,
    ],
  ];

  it.each(faulty)('says where there is %s, and serves ours instead', async (_, files, words) => {
    const library = await withFolder(files);

    expect(library.faults.map(inWords).join('\n')).toMatch(words);
    expect(articleOf(library, 'en', 'prevent.warning-signs')?.isOwn).toBe(false);
    expect(library.articles.en).toHaveLength(63);
  });

  it('says which languages a page is missing in', async () => {
    const faults = await faultsOf({ 'en/prevent/own-page.md': anArticle() });

    expect(faults).toEqual(['ca', 'es', 'fr'].map((each) => `${each}/prevent/own-page.md:1: not written in ${each}`));
  });

  const bodies: [string, string, RegExp][] = [
    ['a script', 'Words.\n\n<script>alert(1)</script>', /:16: raw HTML is left out/],
    ['HTML in a line', 'Words <b onclick="x()">bold</b>.', /:14: raw HTML is left out/],
    ['an image', '![a map](https://example.org/map.png)', /:14: an image is left out/],
    ['a link to no article', 'See [this](library:prevent.nothing).', /:14: there is no article prevent\.nothing/],
    ['a link that runs', 'See [this](javascript:alert).', /:14: a link must be/],
    ['a link by reference that runs', 'See [this][x].\n\n[x]: javascript:alert', /:16: a link must be/],
    ['a mark that is no source', 'So it is.[^nobody-2020]', /:14: the mark nobody-2020/],
    ['a level that is jumped over', '## One\n\n#### Three', /:16: heading of level 4 out of order/],
    ['a second title', '# Title', /:14: heading of level 1 out of order/],
    ['figures without a source', '## Figures\n\nNine in 10.', /:14: figures without a source/],
  ];

  it.each(bodies)('says where there is %s, and serves the page', async (_, body, words) => {
    const library = await withFolder(inFour('prevent.own-page', anArticle({ body })));

    expect(library.faults.map(inWords).find((fault) => fault.startsWith('en/'))).toMatch(words);
    expect(articleOf(library, 'en', 'prevent.own-page')).toBeDefined();
  });

  it('minds nothing that stands in code, and takes an address in angles', async () => {
    const body = 'Write `<b>` or:\n\n```\n<script>\n[x](javascript:y)\n```\n\nSee <https://example.org/>.';

    expect(await faultsOf(inFour('prevent.own-page', anArticle({ body })))).toEqual([]);
  });

  it('leaves out a data entry that is wrong, names its line, and keeps the others', async () => {
    const library = await withFolder({
      'resources.yaml':
        '- { id: one, title: One }\n- { id: rand-toolkit, title: Two, publisher: P, country: US, languages: [en], roles: [public], phases: [prevent], licence: none, url: "javascript:x", checked: unchecked }\n',
      'sources.yaml': 'not a list',
      'courses/broken.yaml': 'id: [',
    });

    const faults = library.faults.map(inWords).join('\n');
    expect(faults).toMatch(/resources\.yaml:1: /);
    expect(faults).toMatch(/resources\.yaml:2: url: /);
    expect(faults).toMatch(/sources\.yaml:1: must be a list/);
    expect(faults).toMatch(/courses\/broken\.yaml:1: /);
    expect(library.resources).toHaveLength(204);
  });

  it('is not needed', async () => {
    const library = await openLibrary('/no/such/folder');

    expect(library.faults).toEqual([]);
  });
});
