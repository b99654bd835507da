import type { QueryClient } from '@tanstack/react-query';
import { apiAddress } from './client.ts';

export interface LiveEvent {
  act: string;
  recordKind: string;
  recordId: string | null;
  at: string;
}

export type LiveState = 'live' | 'waiting';

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

/** Follows the community's log until the returned function is called; the browser reconnects and resumes by itself. */
export const followEvents = (client: QueryClient, tell: (state: LiveState) => void): (() => void) => {
  const source = new EventSource(apiAddress('/events'));
  source.onopen = () => tell('live');
  source.onerror = () => tell('waiting');
  source.onmessage = (message) => forgetWhatChanged(client, JSON.parse(message.data));
  return () => source.close();
};
