import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../community/contract.ts';
import { read, send, sendForm } from './client.ts';

export type Settings = contract.Settings;
export type SettingSubject = contract.SettingSubject;
export type SaveSettingInput = z.input<typeof contract.saveSettingInput>;
export type PagingState = z.infer<typeof contract.pagingState>;

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => read<Settings>('/settings') });
export const pagingStateQuery = queryOptions({
  queryKey: ['settings', 'paging-state'],
  queryFn: () => read<PagingState>('/settings/paging-state'),
});
export const saveSetting = (input: SaveSettingInput) => send<{ version: number }>('/settings', input);
export const sendTestMail = () => send<{ isTaken: boolean }>('/settings/test-mail');

export const saveLogo = (file: File): Promise<void> => {
  const form = new FormData();
  form.append('logo', file);
  return sendForm('/settings/logo', form);
};
export const removeLogo = () => send<void>('/settings/logo', {}, { method: 'DELETE' });
