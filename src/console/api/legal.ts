import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../community/contract.ts';
import { read, send } from './client.ts';

export type LegalProfile = contract.LegalProfile;
export type LegalProfileId = contract.LegalProfileId;
type ChooseInput = z.input<typeof contract.chooseProfileInput>;
type SignOffInput = z.input<typeof contract.signOffInput>;

export const legalProfileQuery = queryOptions({
  queryKey: ['legal-profile'],
  queryFn: () => read<LegalProfile>('/legal-profile'),
});
export const chooseProfile = (input: ChooseInput) => send<LegalProfile>('/legal-profile', input);
export const recordSignOff = (input: SignOffInput) => send<LegalProfile>('/legal-profile/sign-offs', input);
