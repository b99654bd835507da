import { describe, expect, it } from 'vitest';
import { findIn, stemsOf } from './match-words.ts';

describe('match-words', () => {
  it('finds every word, without accents, by its beginning, and shows what stands around', () => {
    const found = findIn(stemsOf('ÉCOLES gate'), ['Il était à l’école 😀 hier.', 'Near the gáte.']);

    expect(found).toMatchObject({ match: 'école', after: ' 😀 hier.' });
    expect(findIn(stemsOf('gate missing'), ['Near the gate.'])).toBeNull();
    expect(findIn(stemsOf('ate'), ['Near the gate.'])).toBeNull();
  });
});
