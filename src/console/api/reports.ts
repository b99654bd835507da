import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../reports/contract.ts';
import { apiAddress, type From, query, read, send, sendImages } from './client.ts';
import { type DeskQueue, deskPage, queuesOf } from './desk.ts';

export type Urgency = contract.Urgency;
export type Outcome = contract.Outcome;
export type ReportRow = From<contract.ReportRow>;
export type TriagePage = contract.TriagePage;
export type OpenedReport = contract.OpenedReport;
export type Concern = contract.Concern;
export type ReceiptAnswer = contract.ReceiptAnswer & { id?: string };
export type DecisionInput = contract.DecisionInput;
export type SimilarReports = contract.SimilarReports;
export type IdentifierField = (typeof contract.identifierFields)[number];
export type TriageState = 'waiting' | 'decided';
export type StaffReportInput = z.infer<typeof contract.staffReportInput>;
type ChangeUrgencyInput = z.infer<typeof contract.changeUrgencyInput>;
type ReopenInput = z.infer<typeof contract.reopenInput>;
type DecisionAnswer = z.infer<typeof contract.decisionAnswer>;

export const triageQuery = (state: TriageState) =>
  infiniteQueryOptions({
    queryKey: ['triage', state],
    queryFn: ({ pageParam }) =>
      deskPage(pageParam ?? queuesOf(), (slug, after) =>
        read<contract.TriagePage>(`/triage${query({ state, after, limit: 50 })}`, slug),
      ),
    initialPageParam: undefined as readonly DeskQueue[] | undefined,
    getNextPageParam: (page) => page.rest ?? undefined,
  });

/** The others that wait in the row of this report. */
export const rowQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['row', id],
    queryFn: ({ pageParam }) =>
      read<contract.TriagePage>(`/triage${query({ inRowOf: id, after: pageParam, limit: 50 })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Opening is logged, so it is read again only when something happened to it. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => read<OpenedReport>(`/reports/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

/** Says why one reads a report that is none of one’s assignments: from now on it opens. */
export const giveReason = (id: string, words: string) => send<void>(`/reports/${id}/reading-reasons`, { words });
export const enterReport = (input: StaffReportInput) => send<ReceiptAnswer>('/staff-reports', input);
export const answerReporter = (id: string, words: string) => send<unknown>(`/reports/${id}/answers`, { words });
export const changeUrgency = (id: string, input: ChangeUrgencyInput) => send<unknown>(`/reports/${id}/urgency`, input);
export const decide = (id: string, input: DecisionInput) => send<DecisionAnswer>(`/reports/${id}/decisions`, input);
/** Looking is logged, so it is read again only when something was changed here. */
export const similarQuery = (id: string) =>
  queryOptions({
    queryKey: ['similar', id],
    queryFn: () => read<SimilarReports>(`/reports/${id}/similar`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export type ImagesAdded = z.infer<typeof contract.imagesAdded>;
export const addImages = (id: string, images: readonly File[]) =>
  sendImages<ImagesAdded>(`/reports/${id}/attachments`, images);
export const checkRelay = (id: string, input: z.infer<typeof contract.checkRelayInput>) =>
  send<OpenedReport>(`/reports/${id}/checks`, input);
export const linkReport = (id: string, input: z.infer<typeof contract.linkInput>) =>
  send<SimilarReports>(`/reports/${id}/links`, input);
export const addIdentifier = (id: string, input: z.infer<typeof contract.identifierInput>) =>
  send<SimilarReports>(`/reports/${id}/identifiers`, input);
export const removeIdentifier = (id: string, identifier: string) =>
  send<SimilarReports>(`/reports/${id}/identifiers/${identifier}`, {}, { method: 'DELETE' });
export const changeRow = (id: string, input: z.infer<typeof contract.changeRowInput>) =>
  send<ReportRow>(`/reports/${id}/row`, input);
export const decideRow = (id: string) => send<z.infer<typeof contract.rowDecided>>(`/reports/${id}/row-decisions`);
export const reopenReport = (id: string, input: ReopenInput) => send<unknown>(`/reports/${id}/reopening`, input);
export const acceptHandover = (id: string, acceptedName: string) =>
  send<unknown>(`/handovers/${id}/acceptance`, { acceptedName });
export const attachmentAddress = (reportId: string, id: string) => apiAddress(`/reports/${reportId}/attachments/${id}`);
