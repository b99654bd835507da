import { instantOf, wallTime } from '../../../console/kit/zoned.ts';

const day = 24 * 60 * 60_000;

export interface Day {
  /** As calendars write it: 2026-11-23. */
  date: string;
  from: string;
  to: string;
}

/** The seven days of the week that begins on the Monday before or at `now`, moved by `weeks`, on the clocks of the community. */
export const weekOf = (now: number, weeks: number, timeZone: string): Day[] => {
  const today = Date.parse(`${wallTime(now, timeZone).slice(0, 10)}T00:00:00Z`);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const monday = today + (weeks * 7 - sinceMonday) * day;
  const dateOf = (index: number) => new Date(monday + index * day).toISOString().slice(0, 10);
  const begins = (index: number) => instantOf(`${dateOf(index)}T00:00`, timeZone);
  return Array.from({ length: 7 }, (_, index) => ({ date: dateOf(index), from: begins(index), to: begins(index + 1) }));
};

export interface Span {
  startsAt: string;
  endsAt: string;
}

const instant = (at: string): number => Date.parse(at);

export const touches = (span: Span, { from, to }: Day): boolean =>
  instant(span.startsAt) < instant(to) && instant(span.endsAt) > instant(from);

/** The part of a stretch of time that lies in a day; `isWhole` where that is all of it. */
export const within = (span: Span, { from, to }: Day): Span & { isWhole: boolean } => {
  const startsAt = instant(span.startsAt) < instant(from) ? from : span.startsAt;
  const endsAt = instant(span.endsAt) > instant(to) ? to : span.endsAt;
  return { startsAt, endsAt, isWhole: startsAt === from && endsAt === to };
};
