import { IntlMessageFormat } from 'intl-messageformat';
import { libraryWords } from '../words/index.ts';
import type { Fault } from './faults.ts';
import type { YamlText } from './read-yaml.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const literal = 0;
const pound = 7;

const argumentsOf = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === literal || element.type === pound) return [];
    const inside =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return [element.value, ...inside];
  });

const asked = (message: string): string =>
  [...new Set(argumentsOf(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()))]
    .sort()
    .join();

/** Why a message cannot stand in the place of ours; null where it can. */
const wrongWith = (own: string, message: unknown): string | null => {
  if (typeof message !== 'string' || message.trim() === '') return 'must be a text';
  try {
    return asked(message) === asked(own) ? null : `must name the same things in braces as “${own}”`;
  } catch {
    return 'is no message that can be read';
  }
};

/** The words of the library's pages in an added language: all of them, or none and why. */
export const readAddedWords = (
  file: string,
  yaml: YamlText,
): { words: Record<string, string> | null; faults: Fault[] } => {
  const given = (yaml.value ?? {}) as Record<string, unknown>;
  const faults = Object.entries(libraryWords.en).flatMap(([key, own]): Fault[] => {
    const because = key in given ? wrongWith(own, given[key]) : 'is missing';
    return because ? [{ file, line: yaml.lineOf([key]), because: `${key}: ${because}` }] : [];
  });
  const all = [...yaml.faults, ...faults];
  return all.length > 0 ? { words: null, faults: all } : { words: given as Record<string, string>, faults: [] };
};
