import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from './index.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const literal = 0;
const pound = 7;

/** Every argument of a message with its kind; the inside of plurals and selects is part of it. */
const argumentsOf = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === literal || element.type === pound) return [];
    const inside =
      'options' in element ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : [];
    return [`${element.value}:${element.type}`, ...inside];
  });

const distinct = (list: readonly string[]): string[] => [...new Set(list)].sort();

const sampleValues = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name.split(':')[0], 3]));

const parse = (message: string, language: Language) =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true });

const load = async (folder: string, language: Language): Promise<Record<string, string>> =>
  (await import(pathToFileURL(`${folder}/${language}.ts`).href))[language];

const folders = globSync('src/**/words/en.ts').map((path) => path.replace(/\/en\.ts$/, ''));

describe.each(folders)('catalogues in %s', (folder) => {
  it.each(languages)('has the same keys in %s', async (language) => {
    const english = await load(folder, 'en');

    const words = await load(folder, language);

    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(languages)('takes the same arguments in %s, and every message formats', async (language) => {
    const english = await load(folder, 'en');
    const words = await load(folder, language);

    for (const [key, message] of Object.entries(words)) {
      const wanted = distinct(argumentsOf(parse(english[key] ?? '', 'en').getAst()));
      const format = parse(message, language);
      const formatted = String(format.format(sampleValues(wanted)));

      expect(distinct(argumentsOf(format.getAst())), key).toEqual(wanted);
      expect(formatted.trim(), key).not.toBe('');
    }
  });

  it.each(languages)('keeps to the typography of %s', async (language) => {
    const words = await load(folder, language);

    for (const [key, message] of Object.entries(words)) {
      expect(message, `${key}: a straight apostrophe starts quoting in ICU`).not.toMatch(/'/);
      if (language === 'fr')
        expect(message, `${key}: a narrow no-break space goes before ? ! ; and :`).not.toMatch(/ [?!;:»]|« /);
    }
  });
});

it('finds the catalogues', () => {
  expect(folders).toContain('src/platform/pages/words');
});
