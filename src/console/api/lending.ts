import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../community/contract.ts';
import { read, send } from './client.ts';

type Lendings = z.infer<typeof contract.lendings>;
export type Lending = Lendings['lendings'][number];

export const lendingsQuery = queryOptions({ queryKey: ['lendings'], queryFn: () => read<Lendings>('/lendings') });
export const offerLending = (input: z.infer<typeof contract.lendInput>) => send<{ id: string }>('/lendings', input);
export const answerLending = (id: string, input: z.infer<typeof contract.answerLendingInput>) =>
  send<Lendings>(`/lendings/${id}/answers`, input);
