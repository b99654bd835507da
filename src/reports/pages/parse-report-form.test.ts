import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concern, publicSigns } from '../contract.ts';
import { parseReportForm } from './parse-report-form.ts';

const formOf = (entries: readonly (readonly [string, string | File])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

const enough = [
  ['dangerNow', 'false'],
  ['what', 'A few words.'],
] as const;

describe('parse-report-form', () => {
  it('needs two answers and nothing else', () => {
    const parsed = parseReportForm(formOf(enough), 'ca');

    expect(parsed.result).toEqual({
      concern: concern.parse({ dangerNow: false, what: 'A few words.', language: 'ca' }),
    });
  });

  it('asks for the two answers when they are missing', () => {
    const parsed = parseReportForm(formOf([['what', '   ']]), 'en');

    expect(parsed.result).toEqual({
      errors: { dangerNow: { key: 'reports.error.danger' }, what: { key: 'reports.error.what' } },
    });
  });

  it('counts a line end as one character, as it was typed', () => {
    const words = 'a\r\n'.repeat(10_000);

    const parsed = parseReportForm(
      formOf([
        ['dangerNow', 'no'],
        ['what', `${words}b`.slice(2)],
      ]),
      'en',
    );

    expect(parsed.result).toHaveProperty('concern');
  });

  it('says of words that are too long how many it takes', () => {
    const parsed = parseReportForm(formOf([...enough, ['when', 'x'.repeat(501)]]), 'en');

    expect(parsed.result).toEqual({ errors: { when: { key: 'reports.error.too-long', limit: 500 } } });
  });

  it('takes no sign that only trained people use, and none that it does not know', () => {
    const ticks = ['M1', 'W8', 'Z9', 'P10', 'M1'].map((sign) => ['signs', sign] as const);

    const parsed = parseReportForm(formOf([...enough, ...ticks]), 'en');

    expect(parsed.values.signs).toEqual(['M1', 'P10']);
  });

  it('names each file that it refuses and keeps the others, in their order', () => {
    const image = (name: string, bytes = 3) =>
      ['images', new File([new Uint8Array(bytes)], name, { type: 'image/png' })] as const;
    const nothing = ['images', new File([], '', { type: 'application/octet-stream' })] as const;
    const film = ['images', new File(['x'], 'film.mp4', { type: 'video/mp4' })] as const;
    const many = Array.from({ length: 10 }, (_, position) => image(`${position}.png`));

    const parsed = parseReportForm(
      formOf([...enough, nothing, film, image('large.png', 20 * 1024 * 1024 + 1), ...many, image('eleventh.png')]),
      'en',
    );

    expect(parsed.files.map(({ name }) => name)).toEqual(many.map((_, position) => `${position}.png`));
    expect(parsed.refused).toEqual([
      { name: 'film.mp4', because: 'not-taken' },
      { name: 'large.png', because: 'too-large' },
      { name: 'eleventh.png', because: 'too-many' },
    ]);
  });

  it('keeps whatever is typed, word for word, and never throws', () => {
    const names = fc.constantFrom('what', 'when', 'where', 'aboutWhom', 'whoElseKnows', 'staffName', 'earlierReport');
    const anything = fc.array(
      fc.tuple(
        fc.oneof(names, fc.constantFrom('signs', 'about', 'dangerNow', 'token', 'step'), fc.string()),
        fc.string(),
      ),
    );

    fc.assert(
      fc.property(anything, names, fc.string(), (others, name, typed) => {
        const { values, result } = parseReportForm(formOf([[name, typed], ...others]), 'fr');

        expect(values[name]).toBe(typed.replaceAll('\r\n', '\n'));
        expect('concern' in result || Object.keys(result.errors).length > 0).toBe(true);
        expect(values.signs.every((sign) => publicSigns.some((known) => known === sign))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
