import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/reading/open-library.ts';
import { findPages, indexText } from '../../src/library/search/find-pages.ts';
import { rank, readIndex } from '../../src/library/search/ranking.js';
import { questions } from '../../src/library/testing/questions.ts';
import type { Language } from '../../src/platform/i18n/index.ts';

const library = await openLibrary();
const indexBytesAtMost = 400 * 1024;
const shareAtLeast = 0.9;

const all = Object.entries(questions).flatMap(([language, asked]) =>
  Object.entries(asked).map(([question, id]) => ({ language: language as Language, question, id })),
);

const isFound = ({ language, question, id }: (typeof all)[number]) =>
  findPages(library, language, question)
    .slice(0, 3)
    .some((result) => result.id === id);

describe('library search', () => {
  it('has eighty questions, twenty a language, about pages that are there', () => {
    const counts = Object.values(questions).map((asked) => Object.keys(asked).length);
    const ids = new Set(library.articles.en.map(({ id }) => id));

    expect(counts).toEqual([20, 20, 20, 20]);
    expect(all.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('has the right page among the first three for nine questions in ten, in every language', () => {
    for (const language of ['en', 'ca', 'es', 'fr'] as const) {
      const asked = all.filter((each) => each.language === language);
      const missed = asked.filter((each) => !isFound(each)).map(({ question }) => question);

      expect(1 - missed.length / asked.length, `${language}: ${missed.join('; ')}`).toBeGreaterThanOrEqual(
        shareAtLeast,
      );
    }
  });

  it.each(['en', 'ca', 'es', 'fr'] as const)(
    'ranks the same from the text that the browser gets, in %s',
    (language) => {
      const inBrowser = readIndex(language, indexText(library, language));

      for (const question of Object.keys(questions[language]))
        expect(rank(inBrowser, question)).toEqual(findPages(library, language, question));
    },
  );

  it.each(['en', 'ca', 'es', 'fr'] as const)('keeps the index of %s small', (language) => {
    expect(Buffer.byteLength(indexText(library, language))).toBeLessThanOrEqual(indexBytesAtMost);
  });

  it('does not mind accents, no-break spaces or capitals', () => {
    const asked = ['Señales de alerta', 'senales de alerta', 'SEÑALES\u00a0DE ALERTA', 'sen\u0303ales de alerta'];

    const answers = asked.map((question) => findPages(library, 'es', question).map(({ id }) => id));

    expect(new Set(answers.map((ids) => ids.join())).size).toBe(1);
    expect(answers[0]?.[0]).toBe('prevent.warning-signs');
  });

  it.each([
    ['ca', 'senyls d’alerta', 'prevent.warning-signs'],
    ['es', 'señales de alreta', 'prevent.warning-signs'],
    ['en', 'warnning sgns', 'prevent.warning-signs'],
    ['fr', 'réunification', 'respond.reunification'],
    ['ca', 'retrobamen', 'respond.reunification'],
  ] as const)('finds by a word that is misspelt, half typed or said otherwise: %s %s', (language, asked, id) => {
    const found = findPages(library, language, asked);

    expect(found.slice(0, 3).map((result) => result.id)).toContain(id);
  });

  it('finds courses too', () => {
    const found = findPages(library, 'en', 'course: a pupil tells you something');

    expect(found.slice(0, 2)).toContainEqual(
      expect.objectContaining({ id: 'course.a-pupil-tells-you', url: '/en/library/courses/a-pupil-tells-you' }),
    );
  });

  it('keeps to the role and the phase that were chosen', () => {
    const found = findPages(library, 'en', 'plan', { role: 'hospital', phase: 'respond' });
    const pages = found.map(({ id }) => library.articles.en.find((article) => article.id === id));

    expect(pages.length).toBeGreaterThan(0);
    expect(pages.every((page) => page?.phase === 'respond' && page.roles.includes('hospital'))).toBe(true);
  });

  it.each(['', '   ', '???', 'the of and', 'x'.repeat(100_000), '<script>alert(1)</script>', '[[[(((*'])(
    'survives %j',
    (question) => {
      expect(() => findPages(library, 'en', question.slice(0, 2_000))).not.toThrow();
    },
  );
});
