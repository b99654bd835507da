import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../community/contract.ts';
import { keepCommunities, keepCsrfToken, query, read, send } from './client.ts';

export type Session = contract.Session;
export type Role = contract.Role;
export type Discipline = (typeof contract.disciplines)[number];
export type Person = z.infer<typeof contract.person>;
export type People = z.infer<typeof contract.people>;
export type Invitation = z.infer<typeof contract.invitation>;
export type OpenedInvitation = z.infer<typeof contract.openedInvitation>;
export type Rota = z.infer<typeof contract.rota>;
export type Shift = z.infer<typeof contract.shift>;
export type SetUpInput = z.infer<typeof contract.setUpInput>;
export type SetUpAnswer = z.infer<typeof contract.setUpAnswer>;
export type TotpBeginning = z.infer<typeof contract.totpBeginning>;
export type CapturedMail = z.infer<typeof contract.capturedMail>;
type SignInInput = z.infer<typeof contract.signInInput>;
type InviteInput = z.infer<typeof contract.inviteInput>;
type AcceptInvitationInput = z.infer<typeof contract.acceptInvitationInput>;
type AddShiftInput = z.infer<typeof contract.addShiftInput>;
type ChangeRolesInput = z.infer<typeof contract.changeRolesInput>;
export interface Ceremony<Options> {
  id: string;
  options: Options;
}

const keepToken = (session: Session): Session => {
  keepCsrfToken(session.csrfToken);
  keepCommunities(session.communities);
  return session;
};
const quietly = { tellSignedOut: false };

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => keepToken(await read<Session>('/session')),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export const signIn = async (input: SignInInput) => keepToken(await send<Session>('/sign-in', input, quietly));
export const signOut = () => send<void>('/sign-out');
export const passkeySignInOptions = <Options>() => send<Ceremony<Options>>('/passkeys/sign-in/options', {}, quietly);
export const passkeySignIn = async (answer: object) =>
  keepToken(await send<Session>('/passkeys/sign-in', answer, quietly));

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: () => read<{ passkeys: { id: string; name: string; createdAt: string }[] }>('/passkeys'),
});
export const passkeyRegistrationOptions = <Options>() => send<Ceremony<Options>>('/passkeys/registration/options');
export const registerPasskey = (answer: object) => send<void>('/passkeys/registration', answer);
export const beginTotp = () => send<TotpBeginning>('/totp');
export const confirmTotp = (code: string) => send<void>('/totp/confirmation', { code });
export const newRecoveryCodes = () => send<{ codes: string[] }>('/recovery-codes');

export const joinByInvitation = (input: z.infer<typeof contract.joinInput>) =>
  send<unknown>('/invitations/joining', input, quietly);
export const communitiesQuery = queryOptions({
  queryKey: ['communities'],
  queryFn: () => read<z.infer<typeof contract.communitiesAnswer>>('/communities'),
});
export const newCommunityLink = () => send<z.infer<typeof contract.communityLink>>('/communities');
export const setUp = (input: SetUpInput) => send<SetUpAnswer>('/set-up', input, quietly);
export const openInvitation = (secret: string) => send<OpenedInvitation>('/invitations/open', { secret }, quietly);
export const acceptInvitation = (input: AcceptInvitationInput) =>
  send<{ recoveryCodes: string[] }>('/invitations/acceptance', input, quietly);

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => read<People>('/people') });
export const invite = (input: InviteInput) => send<Invitation>('/invitations', input);
export const changeRoles = (id: string, input: ChangeRolesInput) => send<unknown>(`/people/${id}/roles`, input);
export const suspend = (id: string, reason: string) => send<unknown>(`/people/${id}/suspension`, { reason });
export const reinstate = (id: string, reason: string) => send<unknown>(`/people/${id}/reinstatement`, { reason });

export const rotaQuery = (from: string, to: string) =>
  queryOptions({ queryKey: ['rota', from, to], queryFn: () => read<Rota>(`/rota${query({ from, to })}`) });
export const addShift = (input: AddShiftInput) => send<Shift>('/rota/shifts', input);
export const addLeave = (input: { personId: string; startsAt: string; endsAt: string }) =>
  send<unknown>('/rota/leaves', input);
export const removeLeave = (id: string) => send<unknown>(`/rota/leaves/${id}`, {}, { method: 'DELETE' });
export const offerSwap = (shift: string, toId: string | null) => send<unknown>(`/rota/shifts/${shift}/swaps`, { toId });
export const answerSwap = (id: string, answer: 'accept' | 'decline' | 'withdraw') =>
  send<unknown>(`/rota/swaps/${id}/answers`, { answer });
export const sendTestPages = () => send<unknown>('/rota/test-pages');
export const acknowledgeTestPage = (id: string) => send<unknown>(`/rota/test-pages/${id}/acknowledgement`);
export const removeShift = (id: string) => send<unknown>(`/rota/shifts/${id}`, {}, { method: 'DELETE' });

export const capturedMailQuery = queryOptions({
  queryKey: ['captured-mail'],
  queryFn: () => read<CapturedMail>('/captured-mail'),
});
