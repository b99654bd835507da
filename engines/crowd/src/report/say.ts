import { ca } from './words/ca.ts';
import type { WordKey, Words } from './words/en.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';

export const languages = ['en', 'ca', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ca: 'Català',
  es: 'Castellano',
  fr: 'Français',
};

export const wordsIn: Readonly<Record<Language, Words>> = { en, ca, es, fr };

/** Speaks one language: sentences with their gaps filled, and numbers and times as that language writes them. */
export interface Speaker {
  readonly language: Language;
  say(key: WordKey, values?: Readonly<Record<string, string | number>>): string;
  number(value: number, digits?: number): string;
  time(seconds: number): string;
}

export function speakerOf(language: Language): Speaker {
  const words = wordsIn[language];
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
  return {
    language,
    number,
    time: (seconds) => minutesAndSeconds(seconds, number),
    say: (key, values = {}) =>
      words[key].replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`Nothing was given for {${name}} in "${key}"`);
        return typeof value === 'number' ? number(value, Number.isInteger(value) ? 0 : 1) : value;
      }),
  };
}

/** Below a minute with one decimal, above in whole minutes and seconds: a crowd's time is never known more closely. */
function minutesAndSeconds(seconds: number, number: (value: number, digits?: number) => string): string {
  if (seconds < 59.95) return `${number(seconds, 1)} s`;
  const whole = Math.round(seconds);
  return `${number(Math.floor(whole / 60))} min ${number(whole % 60)} s`;
}
