import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../ways-in/contract.ts';
import { read, send, sendForm } from './client.ts';

export type PartnerRow = contract.PartnerRow;
export type TipImport = contract.TipImport;

export type Mailbox = contract.Mailbox;
export type SaveMailboxInput = contract.SaveMailboxInput;
export const mailboxQuery = queryOptions({ queryKey: ['mailbox'], queryFn: () => read<Mailbox>('/mailbox') });
export const saveMailbox = (input: SaveMailboxInput) => send<Mailbox>('/mailbox', input);

export const partnersQuery = queryOptions({
  queryKey: ['partners'],
  queryFn: () => read<z.infer<typeof contract.partnersAnswer>>('/partners'),
});
export const makePartner = (name: string) => send<z.infer<typeof contract.madePartner>>('/partners', { name });
export const endPartner = (id: string) => send<unknown>(`/partners/${id}/end`);

const everySecond = 1_000;
/** Asked again every second while one runs, since its rows are in no log until it has ended. */
export const tipImportsQuery = queryOptions({
  queryKey: ['tip-imports'],
  queryFn: () => read<z.infer<typeof contract.tipImports>>('/tip-imports'),
  refetchInterval: ({ state }) => (state.data?.imports.some((each) => each.state === 'running') ? everySecond : false),
});
export const importTips = (file: File, options: contract.ImportOptions) => {
  const form = new FormData();
  form.set('file', file);
  form.set('options', JSON.stringify(options));
  return sendForm<{ id: string }>('/tip-imports', form);
};
export const cancelImport = (id: string) => send<unknown>(`/tip-imports/${id}/cancellation`);
