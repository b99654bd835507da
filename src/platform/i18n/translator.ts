import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';
import { type Times, timesIn } from './times.ts';

/** The same messages (ICU MessageFormat) in every language: a text that is missing in one does not compile. */
export type Catalogues<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export type Values = Readonly<Record<string, string | number | boolean>>;

/** The keys that one set of catalogues has. */
export type KeyOf<Some> = Some extends Catalogues<infer Key> ? Key : never;

export interface Translator<Key extends string> extends Times {
  language: Language;
  timeZone: string;
  t(key: Key, values?: Values): string;
}

const parsed = new Map<string, IntlMessageFormat>();

const parse = (message: string, language: Language): IntlMessageFormat => {
  const key = `${language} ${message}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const made = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  parsed.set(key, made);
  return made;
};

/** Speaks one language from the catalogues, with dates and times on the community's clocks. */
export const translator = <Key extends string>(
  catalogues: Catalogues<Key>,
  language: Language,
  timeZone: string,
): Translator<Key> => ({
  ...timesIn(language, timeZone),
  language,
  timeZone,
  t: (key, values) => String(parse(catalogues[language][key], language).format(values)),
});

/** One set of catalogues out of two, so that a page can use the words of its slice and those of the shell. */
export const joinCatalogues = <A extends string, B extends string>(
  a: Catalogues<A>,
  b: Catalogues<B>,
): Catalogues<A | B> => ({
  en: { ...a.en, ...b.en },
  ca: { ...a.ca, ...b.ca },
  es: { ...a.es, ...b.es },
  fr: { ...a.fr, ...b.fr },
});
