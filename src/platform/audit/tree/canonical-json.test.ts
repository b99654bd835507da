import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './index.ts';

describe('canonical-json', () => {
  it('sorts keys by their UTF-16 units, as RFC 8785 section 3.2.3 shows', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\ud83d\ude00': 'Emoji',
      '\u0080': 'Control',
      '\u00f6': 'o',
    };

    const written = canonicalJson(value);

    expect(Object.values(JSON.parse(`[${written.replace(/"[^"]*":("[^"]*")/g, '$1').slice(1, -1)}]`))).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'o',
      'Euro Sign',
      'Emoji',
      'Hebrew',
    ]);
  });

  it('writes numbers and strings as RFC 8785 section 3.2.2 shows', () => {
    const written = canonicalJson({
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
    });

    expect(written).toBe(
      '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('does not depend on the order in which a value was put together, and loses nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());

        const written = canonicalJson(value as Json);

        expect(canonicalJson(reversed as Json)).toBe(written);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [undefined],
    [10n],
    ['\ud800'],
    [{ absent: undefined }],
    [new Date(0)],
  ])('refuses %s', (value) => {
    expect(() => canonicalJson(value as Json)).toThrow(TypeError);
  });
});
