import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../retention/contract.ts';
import { read, send } from './client.ts';

export type OpenAsk = contract.OpenAsk;
export type PairedAct = contract.PairedAct;
export type RecordKind = contract.RecordKind;
export type RecordKeeping = contract.RecordKeeping;
export type KeepingPage = contract.KeepingPage;
type AskInput = z.infer<typeof contract.askInput>;
type RenewInput = z.infer<typeof contract.renewInput>;
type PeriodInput = z.infer<typeof contract.periodInput>;

export const keepingPageQuery = queryOptions({ queryKey: ['keeping'], queryFn: () => read<KeepingPage>('/keeping') });
export const keepingQuery = (kind: RecordKind, id: string) =>
  queryOptions({ queryKey: ['keeping', kind, id], queryFn: () => read<RecordKeeping>(`/keeping/${kind}/${id}`) });

export const askAboutRecord = (input: AskInput) => send<RecordKeeping>('/keeping/acts', input);
export const confirmAsk = (id: string) => send<void>(`/keeping/acts/${id}/confirmation`);
export const endAsk = (id: string) => send<void>(`/keeping/acts/${id}/refusal`);
export const keepLonger = (input: RenewInput) => send<RecordKeeping>('/keeping/renewals', input);
export const setPeriod = (input: PeriodInput) => send<void>('/keeping/periods', input);
