import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../community/contract.ts';
import { read, send } from './client.ts';

export type AskedRecovery = z.infer<typeof contract.askedRecovery>;
export type OpenedRecovery = z.infer<typeof contract.openedRecovery>;
export type Recovered = z.infer<typeof contract.recovered>;
export type RecoveryRequest = z.infer<typeof contract.recoveryRequests>['requests'][number];
export type PagerNumber = z.infer<typeof contract.pagerNumber>;

const quietly = { tellSignedOut: false };

export const recoverByCode = (input: z.infer<typeof contract.recoverByCodeInput>) =>
  send<unknown>('/recovery/code', input, quietly);
export const recoverByKit = (input: z.infer<typeof contract.recoverByKitInput>) =>
  send<{ recoveryCodes: string[] }>('/recovery/kit', input, quietly);
export const askRecovery = (email: string) => send<AskedRecovery>('/recovery/requests', { email }, quietly);
export const openRecovery = (secret: string) => send<OpenedRecovery>('/recovery/requests/open', { secret }, quietly);
export const completeRecovery = (input: z.infer<typeof contract.completeRecoveryInput>) =>
  send<Recovered>('/recovery/requests/completion', input, quietly);

export const recoveryRequestsQuery = queryOptions({
  queryKey: ['recovery-requests'],
  queryFn: () => read<{ requests: RecoveryRequest[] }>('/recovery-requests'),
});
export const confirmRecovery = (id: string, number: string) =>
  send<unknown>(`/recovery-requests/${id}/confirmations`, { number });

export const changePassword = (input: z.infer<typeof contract.changePasswordInput>) =>
  send<unknown>('/password', input);
export const removePasskey = (id: string) =>
  send<unknown>(`/passkeys/${encodeURIComponent(id)}`, {}, { method: 'DELETE' });
export const removeTotp = () => send<unknown>('/totp', {}, { method: 'DELETE' });
export const keepAccountLanguage = (language: string) => send<unknown>('/language', { language });

export const pagerNumberQuery = queryOptions({
  queryKey: ['pager-number'],
  queryFn: () => read<PagerNumber>('/pager-number'),
});
export const keepPagerNumber = (input: PagerNumber) => send<unknown>('/pager-number', input);
