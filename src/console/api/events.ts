import type { QueryClient } from '@tanstack/react-query';
import { apiAddress } from './client.ts';

export interface LiveEvent {
  act: string;
  recordKind: string;
  recordId: string | null;
  at: string;
}

/** `lost` once the browser has no network, or the server has not answered for a while. */
export type LiveState = 'live' | 'waiting' | 'lost';

const patienceMilliseconds = 5_000;

/** The lists in which a kind of record shows. */
const lists: Readonly<Record<string, readonly string[]>> = {
  report: ['triage', 'my-day', 'oversight'],
  case: ['cases', 'my-day', 'team-week', 'oversight'],
  meeting: ['meetings', 'my-day', 'team-week'],
  person: ['people', 'rota', 'cases'],
  invitation: ['people'],
  shift: ['rota', 'my-day'],
};

/** Acts that only read: a record is not read again because somebody read it. */
const readings: readonly string[] = [
  'report-opened',
  'reading-reason-given',
  'attachment-opened',
  'case-opened-to-read',
  'oversight-seen',
];

/** Marks as old whatever an event of the log may have changed. */
export const forgetWhatChanged = (client: QueryClient, { act, recordKind, recordId }: LiveEvent): void => {
  const isReading = readings.includes(act);
  if (isReading && recordKind !== 'report') return;
  for (const key of lists[recordKind] ?? []) void client.invalidateQueries({ queryKey: [key] });
  if (!isReading && recordId) void client.invalidateQueries({ queryKey: [recordKind, recordId] });
};

/**
 * Follows the community's log until the returned function is called. The browser reconnects and resumes by itself; where it
 * gives up, because something in between answered in the server's place, the log is followed anew and everything read again.
 */
export const followEvents = (client: QueryClient, tell: (state: LiveState) => void): (() => void) => {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (again: boolean) => {
    source = new EventSource(apiAddress('/events'));
    source.onopen = () => {
      clearTimeout(timer);
      timer = undefined;
      tell('live');
      if (again) void client.invalidateQueries();
    };
    source.onerror = wait;
    source.onmessage = (message) => forgetWhatChanged(client, JSON.parse(message.data));
  };
  const wait = () => {
    tell(navigator.onLine ? 'waiting' : 'lost');
    timer ??= setTimeout(giveUpWaiting, patienceMilliseconds);
  };
  const giveUpWaiting = () => {
    tell('lost');
    timer = setTimeout(giveUpWaiting, patienceMilliseconds);
    if (source.readyState === source.CLOSED) open(true);
  };
  // A stream without traffic may take minutes to notice what the browser knows at once.
  const hearOffline = () => tell('lost');
  const hearOnline = () => {
    source.close();
    wait();
    open(true);
  };
  window.addEventListener('offline', hearOffline);
  window.addEventListener('online', hearOnline);
  open(false);
  return () => {
    window.removeEventListener('offline', hearOffline);
    window.removeEventListener('online', hearOnline);
    clearTimeout(timer);
    source.close();
  };
};
