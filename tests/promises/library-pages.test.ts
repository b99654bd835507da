import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../program/program.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

const get = (path: string) => program.request('GET', path);

describe('library pages', () => {
  it.each(['', '/warning-signs', '/country-advice', '/resources', '/search', '/search?q=alert', '/for/teacher', '/prevent/warning-signs'])(
    'serves /library%s in the four languages',
    async (path) => {
      const answers = await Promise.all(['en', 'ca', 'es', 'fr'].map((language) => get(`/${language}/library${path}`)));

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(answers.map(({ text }) => /<html lang="(\w\w)"/.exec(text)?.[1])).toEqual(['en', 'ca', 'es', 'fr']);
    },
  );

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
