import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../cases/contract.ts';
import { query, read, send } from './client.ts';
import { type MergedDay, readMyDay } from './my-day.ts';

export type OpenedCase = contract.OpenedCase;
export type CaseRow = contract.CaseRow;
export type CaseState = CaseRow['state'];
export type Stage = CaseRow['stage'];
export type LevelOfConcern = CaseRow['levelOfConcern'];
export type CaseAction = z.infer<typeof contract.caseAction>;
export type Statement = OpenedCase['statements'][number];
export type HandOverOffer = z.infer<typeof contract.handOverOffer>;
export type MyDay = MergedDay;
export type Oversight = contract.Oversight;
export type ClosingReason = (typeof contract.closingReasons)[number];
export type StatementInput = z.input<typeof contract.addStatementInput>;
export type ActionInput = z.input<typeof contract.addActionInput>;
export type MoveActionInput = z.infer<typeof contract.moveActionInput>;
type CasesPage = z.infer<typeof contract.casesPage>;
type Input<Schema extends z.ZodType> = z.infer<Schema>;

export const casesQuery = (state: CaseState) =>
  infiniteQueryOptions({
    queryKey: ['cases', state],
    queryFn: ({ pageParam }) => read<CasesPage>(`/cases${query({ state, after: pageParam })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Opening is logged, so it is read again only when something happened to it. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => read<OpenedCase>(`/cases/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

const act = (id: string, what: string, input: object) => send<OpenedCase>(`/cases/${id}/${what}`, input);

export const addStatement = (id: string, input: StatementInput) => act(id, 'statements', input);
export const addAction = (id: string, input: ActionInput) => act(id, 'actions', input);
export const moveAction = (id: string, actionId: string, input: MoveActionInput) =>
  act(id, `actions/${actionId}/moves`, input);
export const reassignAction = (id: string, actionId: string, input: Input<typeof contract.reassignActionInput>) =>
  act(id, `actions/${actionId}/assignment`, input);
export const offerLead = (id: string, input: Input<typeof contract.offerInput>) => act(id, 'offers', input);
export const acceptOffer = (offerId: string) => send<OpenedCase>(`/offers/${offerId}/acceptance`);
export const declineOffer = (offerId: string) => send<void>(`/offers/${offerId}/decline`);
export const changeDeputy = (id: string, input: Input<typeof contract.changeDeputyInput>) => act(id, 'deputy', input);
export const addMember = (id: string, input: Input<typeof contract.addMemberInput>) => act(id, 'members', input);
export const removeMember = (id: string, personId: string) =>
  send<OpenedCase>(`/cases/${id}/members/${personId}`, {}, { method: 'DELETE' });
export const setReview = (id: string, input: Input<typeof contract.setReviewInput>) => act(id, 'review', input);
export const describeCase = (id: string, input: Input<typeof contract.describeCaseInput>) =>
  act(id, 'description', input);
export const closeCase = (id: string, input: z.input<typeof contract.closeCaseInput>) => act(id, 'closing', input);
export const reopenCase = (id: string, input: Input<typeof contract.reopenCaseInput>) => act(id, 'reopening', input);

export const myDayQuery = queryOptions({ queryKey: ['my-day'], queryFn: () => readMyDay() });
export const oversightQuery = queryOptions({ queryKey: ['oversight'], queryFn: () => read<Oversight>('/oversight') });
