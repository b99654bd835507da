import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { read, send } from '../../../console/api/client.ts';
import type * as contract from '../../contract.ts';

export type CaseExtract = contract.CaseExtract;
type GivenExtract = contract.GivenExtract;

const of = (caseId: string, more = '') => `/cases/${caseId}/extracts${more}`;
export const giveExtract = (caseId: string, input: z.input<typeof contract.giveExtractInput>) =>
  send<OpenedCase>(of(caseId), input);
export const endExtract = (caseId: string, id: string) => send<OpenedCase>(of(caseId, `/${id}/end`));
export const takeAnswer = (caseId: string, id: string, answerId: string) =>
  send<OpenedCase>(of(caseId, `/${id}/answers/${answerId}/statement`));

/** Reading is logged, so it is read again only when something happened to it. */
export const extractQuery = (id: string) =>
  queryOptions({
    queryKey: ['extract', id],
    queryFn: () => read<GivenExtract>(`/extracts/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
export const answerExtract = (id: string, input: z.input<typeof contract.answerExtractInput>) =>
  send<GivenExtract>(`/extracts/${id}/answers`, input);
