import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from './folded-words.ts';

describe('folded-words', () => {
  it('leaves out case, accents and signs, however they are written', () => {
    const [composed, decomposed] = [
      '«L’Àgata ÉS aquí», 3 vegades!'.normalize('NFC'),
      'l agata es AQUI: 3 vegadés'.normalize('NFD'),
    ];

    expect(wordsIn(composed)).toEqual(['l', 'agata', 'es', 'aqui', '3', 'vegades']);
    expect(wordsIn(decomposed)).toEqual(wordsIn(composed));
  });

  it('keeps the letters of other scripts', () => {
    expect(wordsIn('Она сказала: الجمعة 한국 1½')).toEqual(['она', 'сказала', 'الجمعة', '한국', '1½']);
  });

  it('gives words without spaces between them for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(wordsIn(text).join(' ')).not.toMatch(/^ | $| {2}/);
      }),
    );
  });
});
