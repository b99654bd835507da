import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/library/reading/article.ts';
import { openLibrary } from '../../src/library/reading/open-library.ts';
import { plain } from '../../src/library/reading/scan-markdown.ts';
import {
  type Counts,
  countIn,
  fernandezHuerta,
  fleschKincaidGrade,
  kandelMoles,
  lettersPerWord,
  syllablesIn,
  wordsPerSentence,
} from '../../src/library/testing/reading-ease.ts';
import type { Language } from '../../src/platform/i18n/index.ts';

const library = await openLibrary();

const countsOf = (article: Article): Counts =>
  countIn(article.body.split('\n').map(plain).join('\n'), article.language as Language);

const isForEverybody = ({ roles }: Article) => roles.includes('public') || roles.includes('survivor-family');

/** The texts that miss a bound, each with its figure. */
const missing = (
  articles: readonly Article[],
  isWell: (counts: Counts) => boolean,
  figure: (counts: Counts) => number,
) =>
  articles
    .map((article) => ({ id: article.id, counts: countsOf(article) }))
    .filter(({ counts }) => !isWell(counts))
    .map(({ id, counts }) => `${id}: ${figure(counts).toFixed(1)}`);

describe('reading age', () => {
  it('counts syllables well enough for the formulas', () => {
    const known = {
      en: { people: 2, telephone: 3, danger: 2, worried: 2 },
      es: { ciudad: 2, aeropuerto: 5 },
      fr: { familles: 2, personne: 2 },
    };

    for (const [language, words] of Object.entries(known))
      for (const [word, count] of Object.entries(words))
        expect(syllablesIn(word, language as keyof typeof known), word).toBe(count);
  });

  it('tells easy from hard', () => {
    const easy = countIn('Tell us what you saw. You do not need to be sure.', 'en');
    const hard = countIn(
      'Multidisciplinary organisations necessitate comprehensive documentation of institutional responsibilities.',
      'en',
    );

    expect(fleschKincaidGrade(easy)).toBeLessThan(3);
    expect(fleschKincaidGrade(hard)).toBeGreaterThan(18);
  });

  it('keeps the public’s pages readable at twelve in English (Flesch-Kincaid grade 6 at most)', () => {
    const own = library.articles.en.filter(isForEverybody);

    expect(own.length).toBeGreaterThan(10);
    expect(missing(own, (counts) => fleschKincaidGrade(counts) <= 6, fleschKincaidGrade)).toEqual([]);
  });

  it('keeps the public’s pages easy in Spanish (Fernández Huerta 75 at least)', () => {
    const own = library.articles.es.filter(isForEverybody);

    expect(missing(own, (counts) => fernandezHuerta(counts) >= 75, fernandezHuerta)).toEqual([]);
  });

  it('keeps the public’s pages easy in French (Kandel and Moles 75 at least)', () => {
    const own = library.articles.fr.filter(isForEverybody);

    expect(missing(own, (counts) => kandelMoles(counts) >= 75, kandelMoles)).toEqual([]);
  });

  it('keeps the public’s pages short in Catalan: twelve words a sentence and five letters a word at most', () => {
    const own = library.articles.ca.filter(isForEverybody);
    const isWell = (counts: Counts) => wordsPerSentence(counts) <= 12 && lettersPerWord(counts) <= 5;

    expect(missing(own, isWell, wordsPerSentence)).toEqual([]);
  });

  it('keeps every page plain, also those for professionals', () => {
    const { en, ca, es, fr } = library.articles;

    expect(missing(en, (counts) => fleschKincaidGrade(counts) <= 9, fleschKincaidGrade)).toEqual([]);
    expect(missing(es, (counts) => fernandezHuerta(counts) >= 65, fernandezHuerta)).toEqual([]);
    expect(missing(fr, (counts) => kandelMoles(counts) >= 70, kandelMoles)).toEqual([]);
    expect(missing(ca, (counts) => wordsPerSentence(counts) <= 15, wordsPerSentence)).toEqual([]);
  });

  it.each(['en', 'ca', 'es', 'fr'] as const)('has 400 to 1,200 words in each article in %s', (language) => {
    const isWell = ({ words }: Counts) => words >= 400 && words <= 1_200;

    expect(missing(library.articles[language], isWell, ({ words }) => words)).toEqual([]);
  });
});
