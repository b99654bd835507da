import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { Refused } from '../../platform/errors.ts';
import { type Language, languages } from '../contract.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram({
    routes: (routes) =>
      routes.map((route) => ({
        ...route,
        ...(route.path.endsWith('/receipt') && {
          handle: async () => {
            throw new Refused({ kind: 'too-fast', retryAfterSeconds: 7 });
          },
        }),
      })),
  });
});
afterAll(() => program.close());

const wrongMethod: Record<Language, string> = {
  en: 'This cannot be done at this address',
  ca: 'Això no es pot fer en aquesta adreça',
  es: 'Esto no se puede hacer en esta dirección',
  fr: 'Cela ne peut pas se faire à cette adresse',
};
const busy: Record<Language, string> = {
  en: 'Please try again in a moment',
  ca: 'Torna-ho a provar',
  es: 'Vuelve a probar',
  fr: 'Réessayez dans un instant',
};

describe('the page of a problem', () => {
  it.each(languages)('says in %s that a page takes nothing, with the ways that it does take', async (language) => {
    const answer = await program.request('POST', `/${language}/report/words`, {});
    const page = await program.request('DELETE', `/${language}/receipt`);

    expect(answer.status).toBe(404);
    expect([page.status, page.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(page.text).toContain(wrongMethod[language]);
    expect(page.text).toContain(`lang="${language}"`);
  });

  it.each(languages)('says in %s that many ask at once, and when to come again', async (language) => {
    const form = new FormData();
    form.set('receipt', '0000 0000 0000 0000 0000 0000');

    const page = await program.request('POST', `/${language}/receipt`, { body: form });

    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '7']);
    expect(page.text).toContain(`lang="${language}"`);
    expect(page.text).toMatch(new RegExp(busy[language], 'i'));
  });

  it('tells a program the same as a problem document', async () => {
    const { status, headers, body } = await program.request('DELETE', '/api/v1/triage');

    expect([status, headers.get('allow'), headers.get('content-type')]).toEqual([
      405,
      'GET, HEAD',
      'application/problem+json',
    ]);
    expect(body).toMatchObject({ kind: 'wrong-method', status: 405 });
  });

  it('says of an address with an id the same whether the id is anybody’s or not', async () => {
    const ids = ['019b0000-0000-7000-8000-000000000000', 'anything'];

    const answers = await Promise.all(ids.map((id) => program.request('DELETE', `/api/v1/reports/${id}`)));

    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [405, answers[0]!.text],
      [405, answers[0]!.text],
    ]);
  });
});
