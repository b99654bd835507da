import type { QueryClient } from '@tanstack/react-query';

export interface LiveEvent {
  act: string;
  recordKind: string;
  recordId: string | null;
  at: string;
}

export type LiveState = 'live' | 'waiting';

const lists: Readonly<Record<string, readonly string[]>> = {
  report: ['triage', 'my-day', 'oversight'],
  handover: ['my-day', 'report'],
  case: ['cases', 'my-day', 'oversight', 'people'],
  action: ['my-day', 'case', 'oversight'],
  offer: ['my-day', 'case', 'cases'],
  person: ['people'],
  invitation: ['people'],
  shift: ['rota', 'my-day'],
};

const isReading = (act: string): boolean =>
  /(^|-)(read|listed|seen|opened)$/.test(act) || /^(open|read|list)-/.test(act);

/** Marks as old whatever an event of the log may have changed; reading changes nothing. */
export const forgetWhatChanged = (client: QueryClient, event: LiveEvent): void => {
  const kind = event.recordKind.replace(/s$/, '');
  if (isReading(event.act) && kind !== 'report') return;
  for (const key of lists[kind] ?? []) void client.invalidateQueries({ queryKey: [key] });
  if (!isReading(event.act) && event.recordId) void client.invalidateQueries({ queryKey: [kind, event.recordId] });
};

/** Follows the community's log until the returned function is called; the browser reconnects and resumes by itself. */
export const followEvents = (client: QueryClient, tell: (state: LiveState) => void): (() => void) => {
  const source = new EventSource('/api/v1/events');
  source.onopen = () => tell('live');
  source.onerror = () => tell('waiting');
  source.onmessage = (message) => forgetWhatChanged(client, JSON.parse(message.data));
  return () => source.close();
};
