import { describe, expect, it } from 'vitest';
import { normalisedIdentifier } from './tags.ts';

describe('identifiers', () => {
  it('are one however they are written', () => {
    const names = ['Nora Vidal', 'Vidal, Nora', 'VIDAL N.', ' nóra  vidal '].map((text) =>
      normalisedIdentifier('name', text),
    );
    const phones = ['+34 600 111 222', '600111222', '0034-600-111-222'].map((text) =>
      normalisedIdentifier('phone', text),
    );

    expect(new Set(names)).toEqual(new Set(['vidal n']));
    expect(new Set(phones)).toEqual(new Set(['600111222']));
    expect(normalisedIdentifier('plate', '1234 BCD')).toBe(normalisedIdentifier('plate', '1234-bcd'));
    expect(normalisedIdentifier('account', '@Some.Body')).toBe('some.body');
  });

  it('are none where too little is left', () => {
    expect(normalisedIdentifier('phone', '112')).toBeNull();
    expect(normalisedIdentifier('name', '?!')).toBeNull();
  });
});
