import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ActionInput } from '../../../console/api/cases.ts';
import { read, send } from '../../../console/api/client.ts';
import type * as contract from '../../contract.ts';

export type { CaseMinutes, MeetingList, MeetingPage } from '../../contract.ts';

/** What was said, what was decided, and where the case was looked at when one looks again. */
type MinutesInput = { words: string; actions: ActionInput[]; review: { nextReviewAt: string | null } | null };

type Input<Schema extends z.ZodType> = z.input<Schema>;

export const meetingsQuery = queryOptions({
  queryKey: ['meetings'],
  queryFn: () => read<contract.MeetingList>('/meetings'),
});
export const meetingQuery = (id: string) =>
  queryOptions({ queryKey: ['meeting', id], queryFn: () => read<contract.MeetingPage>(`/meetings/${id}`) });
/** Reading is logged, so it happens when somebody asks for it. */
export const minutesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['minutes', caseId],
    queryFn: () => read<contract.CaseMinutes>(`/cases/${caseId}/minutes`),
    refetchOnWindowFocus: false,
  });

const act = (id: string, what: string, input: object) => send<contract.MeetingPage>(`/meetings/${id}/${what}`, input);

export const callMeeting = (input: Input<typeof contract.callMeetingInput>) =>
  send<contract.MeetingPage>('/meetings', input);
export const beginMeeting = (id: string, input: Input<typeof contract.attendMeetingInput>) =>
  act(id, 'beginning', input);
export const noteAttendance = (id: string, input: Input<typeof contract.attendMeetingInput>) =>
  act(id, 'attendance', input);
export const endMeeting = (id: string, input: Input<typeof contract.endMeetingInput>) => act(id, 'closing', input);
export const callOffMeeting = (id: string, input: Input<typeof contract.callOffInput>) => act(id, 'calling-off', input);
export const bringCase = (id: string, caseId: string) => act(id, 'items', { caseId });
export const writeMinutes = (id: string, caseId: string, input: MinutesInput) =>
  act(id, `items/${caseId}/entries`, input);
