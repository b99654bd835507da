import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { read, send } from '../../../console/api/client.ts';
import type * as contract from '../../contract.ts';

export type SubjectRequest = contract.SubjectRequest;
export type SubjectRequests = contract.SubjectRequests;

export const requestsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-requests', caseId],
    queryFn: () => read<SubjectRequests>(`/cases/${caseId}/subject-requests`),
  });
export const openRequestsQuery = queryOptions({
  queryKey: ['subject-requests'],
  queryFn: () => read<contract.OpenSubjectRequests>('/subject-requests'),
});

export const recordRequest = (caseId: string, input: z.input<typeof contract.recordRequestInput>) =>
  send<SubjectRequests>(`/cases/${caseId}/subject-requests`, input);
export const extendRequest = (caseId: string, id: string, input: z.input<typeof contract.extendRequestInput>) =>
  send<SubjectRequests>(`/cases/${caseId}/subject-requests/${id}/extension`, input);
export const answerRequest = (caseId: string, id: string, input: z.input<typeof contract.answerRequestInput>) =>
  send<SubjectRequests>(`/cases/${caseId}/subject-requests/${id}/answer`, input);
