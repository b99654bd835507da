import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../identities/contract.ts';
import { read, send } from './client.ts';

export type IdentityRequest = contract.IdentityRequest;
export type IdentityOpening = contract.IdentityOpening;
export type RecoveryKitState = contract.RecoveryKitState;
type AskInput = z.input<typeof contract.askForIdentityInput>;

export const identityQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['identity', reportId],
    queryFn: () => read<contract.ReportIdentity>(`/reports/${reportId}/identity`),
  });
export const identityRequestsQuery = queryOptions({
  queryKey: ['identity-requests'],
  queryFn: () => read<{ requests: IdentityRequest[] }>('/identity-requests'),
});
export const recoveryKitQuery = queryOptions({
  queryKey: ['recovery-kit'],
  queryFn: () => read<RecoveryKitState>('/recovery-kit'),
});

export const askForIdentity = (reportId: string, input: AskInput) =>
  send<{ id: string }>(`/reports/${reportId}/identity-requests`, input);
export const releaseHalf = (id: string) => send<void>(`/identity-requests/${id}/release`);
export const endRequest = (id: string) => send<void>(`/identity-requests/${id}/end`);
export const openingOf = (id: string) => send<IdentityOpening>(`/identity-requests/${id}/opening`);
export const reviewRequest = (id: string, words: string) => send<void>(`/identity-requests/${id}/review`, { words });
export const confirmKitHalf = (half: 'A' | 'B', mark: string) =>
  send<RecoveryKitState>('/recovery-kit', { half, mark });
