import { describe, expect, it } from 'vitest';
import { joinCatalogues, negotiateLanguage, translator } from './index.ts';

const waiting = {
  en: { 'desk.waiting': '{count, plural, one {# report waits} other {# reports wait}}' },
  ca: { 'desk.waiting': '{count, plural, one {# avís espera} other {# avisos esperen}}' },
  es: { 'desk.waiting': '{count, plural, one {# aviso espera} other {# avisos esperan}}' },
  fr: { 'desk.waiting': '{count, plural, one {# signalement attend} other {# signalements attendent}}' },
};

describe('translator', () => {
  it('chooses the plural of the language', () => {
    const french = translator(waiting, 'fr', 'Europe/Paris');

    const sentences = [0, 1, 2].map((count) => french.t('desk.waiting', { count }));

    expect(sentences).toEqual(['0 signalement attend', '1 signalement attend', '2 signalements attendent']);
  });

  it('tells the time on the clocks of the community', () => {
    const winter = '2026-11-23T23:30:00Z';

    const catalan = translator(waiting, 'ca', 'Europe/Madrid');
    const english = translator(waiting, 'en', 'UTC');

    expect(catalan.formatTime(winter)).toBe('00:30');
    expect(catalan.formatDate(winter)).toContain('24 de novembre');
    expect(english.formatDateTime(winter)).toBe('Monday 23 November at 23:30');
  });

  it('says how far away a moment is, in the largest unit that fits', () => {
    const now = '2026-11-23T12:00:00Z';
    const spanish = translator(waiting, 'es', 'Europe/Madrid');

    const distances = ['2026-11-23T12:18:00Z', '2026-11-23T10:00:00Z', '2026-11-24T12:00:00Z'];

    expect(distances.map((at) => spanish.formatRelative(at, now))).toEqual([
      'dentro de 18 minutos',
      'hace 2 horas',
      'mañana',
    ]);
  });

  it('joins the words of two slices', () => {
    const greeting = { en: { hello: 'Hello' }, ca: { hello: 'Hola' }, es: { hello: 'Hola' }, fr: { hello: 'Bonjour' } };

    const both = translator(joinCatalogues(waiting, greeting), 'fr', 'Europe/Paris');

    expect(both.t('hello')).toBe('Bonjour');
    expect(both.t('desk.waiting', { count: 1 })).toBe('1 signalement attend');
  });
});

describe('negotiate-language', () => {
  it.each([
    ['ca-ES,ca;q=0.9,es;q=0.8', 'ca'],
    ['de-DE, fr;q=0.5, es;q=0.7', 'es'],
    ['en;q=0, fr', 'fr'],
    ['de', 'en'],
    ['', 'en'],
    [null, 'en'],
    ['fr;q=lots', 'en'],
  ])('reads %j as %s', (header, expected) => {
    expect(negotiateLanguage(header, ['en', 'ca', 'es', 'fr'])).toBe(expected);
  });

  it('offers only what the community offers', () => {
    expect(negotiateLanguage('fr', ['ca', 'es'])).toBe('ca');
  });
});
