import type { Catalogues } from '../../platform/i18n/index.ts';
import type { consoleWords } from '../words/index.ts';
import { useNow } from './now.tsx';
import { useConsoleWords } from './speech.tsx';

type ConsoleKey = typeof consoleWords extends Catalogues<infer Key> ? Key : never;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time as a number and the largest unit that leaves nothing important out. */
export const inUnits = (milliseconds: number): { unit: 'minutes' | 'hours' | 'days'; count: number } => {
  if (milliseconds < 90 * minute) return { unit: 'minutes', count: Math.floor(milliseconds / minute) };
  if (milliseconds < 48 * hour) return { unit: 'hours', count: Math.floor(milliseconds / hour) };
  return { unit: 'days', count: Math.floor(milliseconds / day) };
};

/** A point in time in full, on the clocks of the community. */
export const Moment = ({ at }: { at: string }) => {
  const { formatDateTime } = useConsoleWords();
  return <time dateTime={at}>{formatDateTime(at)}</time>;
};

/** A point in time as a distance from now, with the full time behind it. */
export const Ago = ({ at }: { at: string }) => {
  const { formatRelative, formatDateTime } = useConsoleWords();
  return (
    <time dateTime={at} title={formatDateTime(at)}>
      {formatRelative(at, useNow())}
    </time>
  );
};

/** How long is left until `at`, or how long it is overdue, in words. */
export const Due = ({ at }: { at: string }) => {
  const { t, formatDateTime } = useConsoleWords();
  const left = new Date(at).getTime() - useNow();
  const { unit, count } = inUnits(Math.abs(left));
  const key: ConsoleKey = left < 0 ? `due.overdue.${unit}` : `due.left.${unit}`;
  return (
    <time dateTime={at} title={formatDateTime(at)} className={left < 0 ? 'due due-late' : 'due'}>
      {t(key, { count })}
    </time>
  );
};
