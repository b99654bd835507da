import type { Language } from './language.ts';

/** A point in time as a `Date`, as ISO 8601 text, or as milliseconds since 1970. */
export type Moment = Date | string | number;

export interface Times {
  /** Monday, 23 November 2026 */
  formatDate(at: Moment): string;
  /** 14:05 */
  formatTime(at: Moment): string;
  /** Monday, 23 November at 14:05: without the year, for what is near */
  formatDateTime(at: Moment): string;
  /** "in 18 minutes", "yesterday": seen from `now` */
  formatRelative(at: Moment, now: Moment): string;
  /** 20,000 */
  formatNumber(value: number): string;
}

const kept = new Map<string, Times>();

const minute = 60_000;
const steps = [
  { unit: 'minute', length: minute, below: 60 },
  { unit: 'hour', length: 60 * minute, below: 24 },
  { unit: 'day', length: 24 * 60 * minute, below: 30 },
  { unit: 'month', length: 30 * 24 * 60 * minute, below: 12 },
  { unit: 'year', length: 365 * 24 * 60 * minute, below: Number.POSITIVE_INFINITY },
] as const;

const relative = (format: Intl.RelativeTimeFormat, milliseconds: number): string => {
  for (const { unit, length, below } of steps) {
    const count = Math.round(milliseconds / length);
    if (Math.abs(count) < below) return format.format(count, unit);
  }
  return '';
};

/** English is written the British way: day before month and a clock of 24 hours. */
const locale = (language: Language): string => (language === 'en' ? 'en-GB' : language);

const makeTimes = (language: Language, timeZone: string): Times => {
  const dateFormat = new Intl.DateTimeFormat(locale(language), { dateStyle: 'full', timeZone });
  const timeFormat = new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit', timeZone });
  const both = new Intl.DateTimeFormat(locale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const numbers = new Intl.NumberFormat(locale(language));
  const distance = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' });
  return {
    formatDate: (at) => dateFormat.format(new Date(at)),
    formatTime: (at) => timeFormat.format(new Date(at)),
    formatDateTime: (at) => both.format(new Date(at)),
    formatRelative: (at, now) => relative(distance, new Date(at).getTime() - new Date(now).getTime()),
    formatNumber: (value) => numbers.format(value),
  };
};

/** Writes times the way the language does, on the clocks of the community's time zone (IANA name). */
export const timesIn = (language: Language, timeZone: string): Times => {
  const key = `${language} ${timeZone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = makeTimes(language, timeZone);
  kept.set(key, made);
  return made;
};
