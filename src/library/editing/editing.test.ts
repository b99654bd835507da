import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, type SignedInPerson, startProgram } from '../../../tests/program/program.ts';
import { aWrittenText } from '../../../tests/program/stage.ts';
import type { OpenedText, OpenedVersion, TextList, TextPreview } from '../contract.ts';

let program: Program;
let cora: SignedInPerson;
let cus: SignedInPerson;
beforeAll(async () => {
  program = await startProgram();
  [cora, cus] = [await program.signIn('coordinator'), await program.signIn('custodian')];
});
afterAll(() => program.close());

const at = (id: string, language = 'en') => `/api/v1/library/texts/${language}/prevent.${id}`;
const textOf = async (by: SignedInPerson, path: string) => (await by.call('GET', path)).body as OpenedText;
const pageOf = async (path: string) => (await program.request('GET', path)).text;

/** Writes a text and lets the custodian approve it. */
const makePublic = async (id: string, more: object, position = 0) => {
  const fields = { ...aWrittenText, ...more };
  const { versions } = (await cora.call('POST', `${at(id)}/draft`, { fields, send: true })).body as OpenedText;
  const approval = { decision: 'approve', words: '', position };
  return await cus.call('POST', `${at(id)}/versions/${versions[0]?.number}/decision`, approval);
};

describe('editing in the console', () => {
  it('keeps a draft to the desk, shows a sent text to another person, and the approved one to everybody', async () => {
    const fields = { ...aWrittenText, title: 'Our own words on signs', body: 'Look out for each other.' };
    const address = '/en/library/prevent/warning-signs';

    await cora.call('POST', `${at('warning-signs')}/draft`, { fields, send: false });
    const whileDraft = await pageOf(address);
    await cora.call('POST', `${at('warning-signs')}/draft`, { fields, send: true });
    const whileWaiting = await pageOf(address);
    const approval = { decision: 'approve', words: '', position: 0 };
    const approved = await cus.call('POST', `${at('warning-signs')}/versions/1/decision`, approval);
    const afterwards = await pageOf(address);
    const { results } = (await program.request('GET', '/api/v1/library/search?q=own+words+on+signs')).body as {
      results: { id: string }[];
    };

    expect([whileDraft, whileWaiting].some((page) => page.includes('Our own words'))).toBe(false);
    expect(approved.status).toBe(200);
    expect(afterwards).toContain('<h1>Our own words on signs</h1>');
    expect(afterwards).toContain('Look out for each other.');
    expect(results[0]?.id).toBe('prevent.warning-signs');
  });

  it('refuses an approval by the author, in the program and in the database', async () => {
    await cora.call('POST', `${at('by-oneself')}/draft`, { fields: aWrittenText, send: true });

    const approval = { decision: 'approve', words: '', position: 0 };
    const refused = await cora.call('POST', `${at('by-oneself')}/versions/1/decision`, approval);
    const inDatabase = () =>
      program.databases.owner.query(
        `update library_versions set state = 'approved', decider_id = author_id, decided_at = now() where text_id = 'prevent.by-oneself'`,
      );

    expect(refused).toMatchObject({ status: 409, body: { because: 'same-person-twice' } });
    await expect(inDatabase()).rejects.toThrow('approved_by_another');
  });

  it('lets no version that nobody approved stand, and changes no approved one: the database says so', async () => {
    await makePublic('settled', {});
    await cora.call('POST', `${at('settled')}/draft`, { fields: aWrittenText, send: true });
    const { owner } = program.databases;

    const publish = () =>
      owner.query(
        `insert into library_publications (community_id, language, text_id, position, version, by_id, at)
         select community_id, language, text_id, 9, 2, author_id, now() from library_versions where text_id = 'prevent.settled' and number = 2`,
      );
    const rewrite = () =>
      owner.query(`update library_versions set markdown = 'x' where text_id = 'prevent.settled' and number = 1`);

    await expect(publish()).rejects.toThrow('violates foreign key');
    await expect(rewrite()).rejects.toThrow('does not change');
  });

  it('sends nothing that has a fault, and says in which field and on which line', async () => {
    const fields = {
      ...aWrittenText,
      status: 'reviewed',
      body: 'First line.\n\n<script>alert(1)</script>\n\n[somewhere](library:prevent.no-such)\n',
    };

    const sent = await cora.call('POST', `${at('faulty')}/draft`, { fields, send: true });
    const saved = await cora.call('POST', `${at('faulty')}/draft`, { fields, send: false });
    const unnamed = (await cora.call('POST', `${at('faulty')}/preview`, fields)).body as TextPreview;
    const named = (await cora.call('POST', `${at('faulty')}/preview`, { ...fields, reviewedBy: 'Ana' }))
      .body as TextPreview;

    expect(sent).toMatchObject({ status: 400, body: { fields: { reviewedBy: 'has-faults' } } });
    expect((saved.body as OpenedText).draft?.fields).toMatchObject({ body: fields.body.trimEnd(), status: 'reviewed' });
    expect(unnamed.faults).toMatchObject([{ field: 'reviewedBy', line: null }]);
    expect(named.faults).toEqual([
      { field: 'body', line: 3, because: 'raw HTML is left out' },
      { field: 'body', line: 5, because: 'there is no article prevent.no-such' },
    ]);
    expect(JSON.stringify(named.tree)).not.toContain('script');
  });

  it('keeps what was typed whatever it is, and gives it back the same', async () => {
    const title = 'A "quoted" title: with # marks\\ and --- lines';
    const fields = { ...aWrittenText, title, readingAge: 'twelve', sources: ['nobody"s'], body: '  two\n---\nlines' };

    const { body } = await cora.call('POST', `${at('odd')}/draft`, { fields, send: false });

    expect((body as OpenedText).draft?.fields).toEqual(fields);
  });

  it('shows what a version changes line by line, and the history of what stood', async () => {
    await makePublic('history', { body: 'One.\n\nTwo.' });
    await makePublic('history', { body: 'One.\n\nThree.' }, 1);

    const second = (await cus.call('GET', `${at('history')}/versions/2`)).body as OpenedVersion;
    const { publications, versions } = await textOf(cus, at('history'));

    const changed = second.changes.filter(({ kind }) => kind === 'added' || kind === 'removed');
    expect(changed).toEqual([
      { kind: 'removed', text: 'Two.' },
      { kind: 'added', text: 'Three.' },
    ]);
    expect(publications.map(({ version, by }) => [version, by.name])).toEqual([
      [2, 'Cus Todd'],
      [1, 'Cus Todd'],
    ]);
    expect(versions.map(({ author }) => author.name)).toEqual(['Cora Ordway', 'Cora Ordway']);
  });

  it('goes back to an earlier version and to the program’s own text', async () => {
    const address = '/en/library/prevent/how-to-report';
    const own = /<h1>([^<]*)/.exec(await pageOf(address))?.[1];
    await makePublic('how-to-report', { title: 'First of ours' });
    await makePublic('how-to-report', { title: 'Second of ours' }, 1);

    const back = await cora.call('POST', `${at('how-to-report')}/going-back`, { version: 1, position: 2 });
    const first = await pageOf(address);
    const late = await cora.call('POST', `${at('how-to-report')}/going-back`, { version: 2, position: 2 });
    await cora.call('POST', `${at('how-to-report')}/going-back`, { version: null, position: 3 });
    const last = await pageOf(address);

    expect(back.status).toBe(200);
    expect(first).toContain('<h1>First of ours</h1>');
    expect(late).toMatchObject({ status: 409, body: { because: 'changed-since-you-opened-it' } });
    expect(own).toBeTruthy();
    expect(last).toContain(`<h1>${own}</h1>`);
  });

  it('goes into the search index, onto devices and into the books as soon as it is approved', async () => {
    const server = await program.listen();
    const bytesAt = async (path: string) => new Uint8Array(await (await fetch(`${server.url}${path}`)).arrayBuffer());
    const versionOf = async () => /const version = '(\w+)'/.exec(await pageOf('/en/library/offline-worker.js'))?.[1];
    const before = await versionOf();

    await makePublic('into-everything', { title: 'Zebras at the door' });
    const book = unzipSync(await bytesAt('/en/library/take-away/library.epub'));
    await server.close();

    expect(before).toMatch(/\w{12}/);
    expect(await versionOf()).not.toBe(before);
    expect(await pageOf('/en/library/offline-worker.js')).toContain('/en/library/prevent/into-everything');
    expect(await pageOf('/en/library/search-index.json')).toContain('Zebras at the door');
    expect(new TextDecoder().decode(book['OEBPS/prevent-into-everything.xhtml'])).toContain('Zebras at the door');
  });

  it('returns a text with words, and lets its author write on', async () => {
    await cora.call('POST', `${at('returned')}/draft`, { fields: aWrittenText, send: true });

    const silent = await cus.call('POST', `${at('returned')}/versions/1/decision`, {
      decision: 'return',
      words: '',
      position: 0,
    });
    await cus.call('POST', `${at('returned')}/versions/1/decision`, {
      decision: 'return',
      words: 'Say where.',
      position: 0,
    });
    const again = await cora.call('POST', `${at('returned')}/draft`, { fields: aWrittenText, send: false });

    expect(silent.status).toBe(400);
    expect((again.body as OpenedText).versions).toMatchObject([
      { number: 2, state: 'draft' },
      { state: 'returned', words: 'Say where.' },
    ]);
  });

  it('lists what stands in every language, who came before, and what waits', async () => {
    await makePublic('listed', { status: 'reviewed', reviewedBy: 'Ana Native' });
    await cora.call('POST', `${at('listed', 'ca')}/draft`, { fields: aWrittenText, send: true });

    const { rows, languages } = (await cora.call('GET', '/api/v1/library/texts')).body as TextList;

    const row = (language: string, id: string) => rows.find((each) => each.language === language && each.id === id);
    expect(languages.map(({ code }) => code).slice(0, 4)).toEqual(['en', 'ca', 'es', 'fr']);
    expect(row('en', 'prevent.listed')).toMatchObject({ standing: 'console', below: 'none', status: 'reviewed' });
    expect(row('ca', 'prevent.listed')).toMatchObject({ standing: 'none', waiting: 1, status: null });
    expect(row('fr', 'prevent.warning-signs')).toMatchObject({ standing: 'program', status: 'not-reviewed' });
  });
});
