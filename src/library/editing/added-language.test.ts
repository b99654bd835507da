import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, type SignedInPerson, startProgram } from '../../../tests/program/program.ts';
import { knowledge } from '../../reports/index.ts';
import type { TextList } from '../contract.ts';
import { renderAddedMap } from '../pages/added-map.tsx';
import { openLibrary } from '../reading/open-library.ts';
import { aContentFolder, anArticle } from '../testing/a-content-folder.ts';
import { arabic, publishText } from '../testing/publish-text.ts';
import { libraryWords } from '../words/index.ts';

let program: Program;
let cora: SignedInPerson;
beforeAll(async () => {
  program = await startProgram();
  cora = await program.signIn('coordinator');
});
afterAll(() => program.close());

const textOf = async (path: string) => (await program.request('GET', path)).text;

describe('a language beside the four', () => {
  it('is there for the public with its first approved text, not before', async () => {
    const unknown = await cora.call('GET', '/api/v1/library/texts/ar/prevent.warning-signs');

    const added = await cora.call('POST', '/api/v1/library/languages', arabic);
    const empty = await program.request('GET', '/ar/library');
    const fields = { title: 'علامات التحذير', body: 'انظر [هنا](library:prevent.listening).' };
    await publishText(program, { language: 'ar', id: 'prevent.warning-signs', fields });
    const map = await textOf('/ar/library');

    expect(unknown.status).toBe(404);
    expect((added.body as TextList).languages.at(-1)).toEqual(arabic);
    expect(empty.status).toBe(404);
    expect(map).toContain('علامات التحذير');
    expect(await textOf('/fr/library')).toContain('<a href="/ar/library" lang="ar" hrefLang="ar">العربية</a>');
  });

  it('marks its texts with language and direction, and keeps the words around them in the language chosen', async () => {
    const page = await textOf('/ar/library/prevent/warning-signs');

    expect(page).toContain('<html lang="fr"');
    expect(page).toContain('href="/fr/library/mistake?page=%2Far%2Flibrary%2Fprevent%2Fwarning-signs"');
    expect(page).toContain('<a href="/ar/library">');
    expect(page).toContain('<h1 lang="ar" dir="rtl">علامات التحذير</h1>');
    expect(page).toContain('<div class="prose" lang="ar" dir="rtl">');
    expect(page).toContain('href="/fr/library/prevent/listening"');
    expect(await textOf('/fr/library/prevent/warning-signs')).toContain('lang="ar"');
  });

  it('says that a text is missing in it and gives the one that stands in', async () => {
    const page = await textOf('/ar/library/prevent/listening');

    expect(page).toContain('Ce texte n’est pas encore en العربية. Vous le lisez en Français.');
    expect(page).not.toContain('dir="rtl"');
    expect((await program.request('GET', '/ar/library/prevent/no-such')).status).toBe(404);
  });

  it('is searched in its own words, by the form and by the API', async () => {
    const { body } = await program.request('GET', `/api/v1/library/search?lang=ar&q=${encodeURIComponent('التحذير')}`);
    const form = await textOf(`/ar/library/search?q=${encodeURIComponent('علامات')}`);

    expect(body).toMatchObject({
      results: [{ id: 'prevent.warning-signs', url: '/ar/library/prevent/warning-signs' }],
    });
    expect(form).toContain('action="/ar/library/search"');
    expect(form).toContain('href="/ar/library/prevent/warning-signs"');
  });

  it('goes into an EPUB that is read from right to left', async () => {
    const server = await program.listen();
    const bytes = new Uint8Array(await (await fetch(`${server.url}/ar/library/take-away/library.epub`)).arrayBuffer());
    await server.close();

    const files = unzipSync(bytes);
    const textAt = (name: string) => new TextDecoder().decode(files[name]);

    expect(textAt('OEBPS/content.opf')).toContain('<dc:language>ar</dc:language>');
    expect(textAt('OEBPS/content.opf')).toContain('page-progression-direction="rtl"');
    expect(textAt('OEBPS/prevent-warning-signs.xhtml')).toContain('dir="rtl"');
  });

  it('has a page of what to take along, without a PDF where our fonts lack its letters', async () => {
    const page = await textOf('/ar/library/take-away');
    const { status } = await program.request('GET', '/ar/library/take-away/library.pdf');

    expect(page).toContain('href="/ar/library/take-away/library.epub"');
    expect(page).not.toContain('library.pdf');
    expect(page).toContain('il n’y a donc pas de PDF');
    expect(status).toBe(404);
  });

  it('goes into a PDF in its own language where our fonts have its letters', async () => {
    const polish = { code: 'pl', name: 'Polski', direction: 'ltr', fallsBackTo: 'en' };
    await cora.call('POST', '/api/v1/library/languages', polish);
    const fields = {
      title: 'Źdźbło żółci',
      body: 'Zażółć **gęślą** jaźń.\n\n| Łąka | Ćma |\n| --- | --- |\n| ę | ń |',
    };
    await publishText(program, { language: 'pl', id: 'prevent.warning-signs', fields });
    const server = await program.listen();
    const bytes = await (await fetch(`${server.url}/pl/library/take-away/library.pdf`)).bytes();
    await server.close();

    const text = Buffer.from(bytes).toString('latin1');

    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text).toContain('/Lang (pl)');
    expect(await textOf('/pl/library/take-away')).toContain('href="/pl/library/take-away/library.pdf"');
    // Each letter was found in one of our fonts: nothing was drawn as an empty box.
    expect(text.match(/\/BaseFont \/\w+\+AtkinsonHyperlegible/g)?.length).toBeGreaterThan(3);
  });

  it('speaks its own words where the folder brings them all, and says which are missing where it does not', async () => {
    const language = 'name: Italiano\ndirection: ltr\nfallsBackTo: es\n';
    const page = anArticle({ id: 'prevent.listening' });
    const all = Object.entries(libraryWords.en).map(([key, message]) => `${key}: ${JSON.stringify(`it ${message}`)}`);
    const whole = await aContentFolder({
      'it/language.yaml': language,
      'it/words.yaml': all.join('\n'),
      'it/prevent/listening.md': page,
    });
    const part = await aContentFolder({
      'it/language.yaml': language,
      'it/words.yaml': all.slice(0, -1).join('\n').replace('{count', '{number'),
    });

    const [spoken, silent] = [await openLibrary(whole.path), await openLibrary(part.path)];
    await Promise.all([whole.remove(), part.remove()]);

    const added = spoken.added[0];
    const setting = {
      ...(await knowledge(program.ground, { url: 'https://forestall.test/es' })).settingIn('es'),
      spoken: { code: 'it', direction: 'ltr' as const, words: added?.words ?? {} },
    };
    const map = added ? renderAddedMap(setting, spoken, added) : '';
    expect(map).toContain('<div class="library" lang="it" dir="ltr">');
    expect(map).toContain('>it Library</a>');
    expect(spoken.faults).toEqual([]);
    expect(spoken.added[0]?.words?.['library.title']).toBe('it Library');
    expect(silent.added[0]?.words).toBeNull();
    expect(silent.faults.map(({ because }) => because.slice(0, 30))).toEqual([
      'library.map.count: must name t',
      'library.added.about: is missin',
    ]);
  });

  it('can stand in the operator’s folder, and a broken one is named with its file', async () => {
    const folder = await aContentFolder({
      'uk/language.yaml': 'name: Українська\ndirection: ltr\nfallsBackTo: en\n',
      'uk/prevent/listening.md': anArticle({ id: 'prevent.listening', head: 'title: "Слухати"' }),
      'zz/language.yaml': 'name: Nobody’s\ndirection: up\n',
    });

    const library = await openLibrary(folder.path);
    await folder.remove();

    expect(library.added).toMatchObject([{ code: 'uk', fallsBackTo: 'en', articles: [{ title: 'Слухати' }] }]);
    expect(library.faults.map(({ file }) => file)).toEqual(['zz/language.yaml', 'zz/language.yaml']);
  });
});
