import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stockShelf } from '../../src/library/index.ts';
import { aContentFolder, anArticle } from '../../src/library/testing/a-content-folder.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { type Program, startProgram } from '../program/program.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

const get = (path: string) => program.request('GET', path);

describe('library pages', () => {
  it.each([
    '',
    '/warning-signs',
    '/country-advice',
    '/resources',
    '/search',
    '/search?q=alert',
    '/for/teacher',
    '/prevent/warning-signs',
  ])('serves /library%s in the four languages', async (path) => {
    const answers = await Promise.all(['en', 'ca', 'es', 'fr'].map((language) => get(`/${language}/library${path}`)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ text }) => /<html lang="(\w\w)"/.exec(text)?.[1])).toEqual(['en', 'ca', 'es', 'fr']);
  });

  it.each(['/prevent/no-such-page', '/for/nobody', '/nowhere/at/all'])('does not find /en/library%s', async (path) => {
    const { status } = await get(`/en/library${path}`);

    expect(status).toBe(404);
  });

  it('searches through the API by accent or without', async () => {
    const accented = await get('/api/v1/library/search?q=se%C3%B1ales%20de%20alerta&lang=es');
    const bare = await get('/api/v1/library/search?q=senales%20de%20alerta&lang=es');

    const { results } = accented.body as { results: { id: string; url: string }[] };
    expect(results[0]).toMatchObject({ id: 'prevent.warning-signs', url: '/es/library/prevent/warning-signs' });
    expect(bare.body).toEqual(accented.body);
  });

  it('gives all resources as JSON and as CSV', async () => {
    const json = await get('/api/v1/library/resources.json');
    const csv = await get('/api/v1/library/resources.csv');

    const { resources } = json.body as { resources: { url: string }[] };
    expect(resources.length).toBeGreaterThanOrEqual(120);
    expect(csv.text.trim().split('\r\n')).toHaveLength(resources.length + 1);
  });
});

describe('library pages on a bad day', () => {
  it('are there while the database is away', async () => {
    const { ground, clock } = program;
    const { database } = ground;
    ground.database = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    clock.advance(2_000);

    const answers = await Promise.all(
      ['', '/warning-signs', '/respond/first-minutes', '/country-advice', '/search?q=hide'].map((path) =>
        get(`/en/library${path}`),
      ),
    );
    ground.database = database;
    clock.advance(2_000);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.at(-1)?.text).toContain('/en/library/prepare/hiding-as-a-choice');
  });
});

describe('the operator’s own pages', () => {
  it('are served and found; what would run does not; what is broken leaves ours there, and is logged', async () => {
    const body = '## Ours\n\nZanzibar. <script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>';
    const folder = await aContentFolder({
      'en/prevent/own-page.md': anArticle({ body }),
      'en/prevent/warning-signs.md': 'Broken.',
      'en/prevent/listening.md': anArticle({ id: 'prevent.listening', body: 'word '.repeat(2_000_000) }),
    });
    const own = await startProgram();
    stockShelf(own.ground, folder.path);

    const page = await own.request('GET', '/en/library/prevent/own-page');
    const missing = await own.request('GET', '/ca/library/prevent/own-page');
    const found = await own.request('GET', '/api/v1/library/search?q=zanzibar&lang=en');
    const others = await Promise.all(
      ['warning-signs', 'listening'].map((slug) => own.request('GET', `/en/library/prevent/${slug}`)),
    );
    const logged = own.logged.join('\n');
    await own.close();
    await folder.remove();

    expect(page.status).toBe(200);
    expect(page.text).toContain('Zanzibar.');
    expect(page.text).toContain('your community’s own');
    expect(page.text).not.toMatch(/<script>|alert\(1\)"|javascript:|onerror=/);
    expect([missing.status, missing.text.includes('href="/en/library/prevent/own-page"')]).toEqual([404, true]);
    expect((found.body as { results: { id: string }[] }).results[0]?.id).toBe('prevent.own-page');
    expect(others.map(({ status, text }) => [status, text.includes('class="prose"')])).toEqual([
      [200, true],
      [200, true],
    ]);
    expect(logged).toMatch(/warning-signs\.md:1: must start with front matter/);
    expect(logged).toMatch(/listening\.md:1: larger than/);
    expect(logged).toMatch(/own-page\.md:16: raw HTML is left out/);
  });
});
